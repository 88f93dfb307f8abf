import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

/// A frame of any kind, read as far as it goes.
enum AnyFrame: Hashable {
  case hello(Hello)
  case goAway(GoAway)
  case ping(Ping)
  case credit(Credit)
  case request(CallRequest)
  case response(CallResponse)
  case opening(ResponseOpening)
  case message(MessagePart)
  case halfClose(HalfClose)
  case status(CallStatus)
  case reset(Reset)

  init(_ frame: Frame) throws(WireError) {
    switch frame.kind {
    case .hello: self = .hello(try Hello(frame))
    case .goAway: self = .goAway(try GoAway(frame))
    case .ping: self = .ping(try Ping(frame))
    case .credit: self = .credit(try Credit(frame))
    case .request: self = .request(try CallRequest(frame))
    case .response where frame.flags == 1: self = .response(try CallResponse(frame))
    case .response: self = .opening(try ResponseOpening(frame))
    case .message: self = .message(try MessagePart(frame))
    case .halfClose: self = .halfClose(try HalfClose(frame))
    case .status: self = .status(try CallStatus(frame))
    case .reset: self = .reset(try Reset(frame))
    }
  }

  var body: any FrameBody {
    switch self {
    case .hello(let body): body
    case .goAway(let body): body
    case .ping(let body): body
    case .credit(let body): body
    case .request(let body): body
    case .response(let body): body
    case .opening(let body): body
    case .message(let body): body
    case .halfClose(let body): body
    case .status(let body): body
    case .reset(let body): body
    }
  }

  var encoded: ByteBuffer {
    var buffer = ByteBuffer()
    buffer.writeFrame(body)
    return buffer
  }

  /// The frame as it comes out of a decoder.
  var frame: Frame {
    let body = body
    var bytes = ByteBuffer()
    body.write(into: &bytes)
    return Frame(kind: type(of: body).kind, flags: body.flags, call: body.call, body: bytes)
  }

  /// The metadata of the frame, decoded; nothing where it is malformed.
  var metadata: [Metadata?] {
    switch self {
    case .hello, .goAway, .ping, .credit, .message, .halfClose, .reset: []
    case .request(let request): [request.metadata.decoded()]
    case .opening(let opening): [opening.metadata.decoded()]
    case .status(let status): [status.metadata.decoded()]
    case .response(let response):
      [response.initialMetadata.decoded(), response.trailingMetadata.decoded()]
    }
  }
}

extension AnyFrame: CustomTestStringConvertible, CustomStringConvertible {
  /// The frame in few words, for tests that compare what was sent.
  var description: String {
    switch self {
    case .hello(let hello): "HELLO \(hello.versions.lowerBound)-\(hello.versions.upperBound)"
    case .goAway(let goAway):
      "GOAWAY \(goAway.reason)"
        + (goAway.lastCall == GoAway.everyCall ? "" : " after \(goAway.lastCall)")
    case .ping(let ping): "PING \(ping.role) \(ping.number)"
    case .credit(let credit): "CREDIT \(credit.call) \(credit.bytes)"
    case .request(let request): "REQUEST \(request.call)"
    case .response(let response):
      switch response.outcome {
      case .message: "RESPONSE \(response.call)"
      case .failure(let code, _): "RESPONSE \(response.call) \(code)"
      }
    case .opening(let opening): "RESPONSE \(opening.call) opened"
    case .message(let part):
      "MESSAGE \(part.call) \(part.bytes.readableBytes)"
        + (part.ending == .nothing ? " more" : part.ending == .stream ? " end" : "")
    case .halfClose(let halfClose): "HALF_CLOSE \(halfClose.call)"
    case .status(let status):
      "STATUS \(status.call) \(status.failure.map { "\($0.code)" } ?? "ok")"
    case .reset(let reset): "RESET \(reset.call) \(reset.failure.code)"
    }
  }

  var testDescription: String { description }
}

extension AnyFrame {
  /// Every frame in the bytes, fed in the given pieces.
  static func decodeAll(
    _ pieces: [ByteBuffer], maxFrameBytes: Int = Frame.maxBytes
  ) throws(WireError) -> [AnyFrame] {
    var decoder = FrameDecoder(maxFrameBytes: maxFrameBytes)
    var frames: [AnyFrame] = []
    for piece in pieces {
      decoder.append(piece)
      while let frame = try decoder.next() {
        frames.append(try AnyFrame(frame))
      }
    }
    return frames
  }
}

extension Outbox {
  /// What was appended since the last time, in few words.
  mutating func sent() throws -> [String] {
    let flush = flush()
    return try AnyFrame.decodeAll([flush.bytes]).map(\.description) + (flush.closes ? ["end"] : [])
  }
}
