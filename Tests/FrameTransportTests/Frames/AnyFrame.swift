import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

/// A frame of any kind, read as far as it goes.
enum AnyFrame: Hashable {
  case hello(Hello)
  case goAway(GoAway)
  case request(CallRequest)
  case response(CallResponse)
  case cancel(Cancel)

  init(_ frame: Frame) throws(WireError) {
    switch frame.kind {
    case .hello: self = .hello(try Hello(frame))
    case .goAway: self = .goAway(try GoAway(frame))
    case .request: self = .request(try CallRequest(frame))
    case .response: self = .response(try CallResponse(frame))
    case .cancel: self = .cancel(try Cancel(frame))
    }
  }

  var encoded: ByteBuffer {
    var buffer = ByteBuffer()
    switch self {
    case .hello(let body): buffer.writeFrame(body)
    case .goAway(let body): buffer.writeFrame(body)
    case .request(let body): buffer.writeFrame(body)
    case .response(let body): buffer.writeFrame(body)
    case .cancel(let body): buffer.writeFrame(body)
    }
    return buffer
  }

  /// The metadata of the frame, decoded; nothing where it is malformed.
  var metadata: [Metadata?] {
    switch self {
    case .hello, .goAway, .cancel: []
    case .request(let request): [request.metadata.decoded()]
    case .response(let response):
      [response.initialMetadata.decoded(), response.trailingMetadata.decoded()]
    }
  }
}

extension AnyFrame {
  /// Every frame in the bytes, fed in the given pieces.
  static func decodeAll(
    _ pieces: [ByteBuffer], maxFrameBytes: Int = 4 * 1024 * 1024
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

extension AnyFrame {
  static func random(using generator: inout SeededGenerator) throws -> AnyFrame {
    let call = UInt32.random(in: 1...UInt32.max, using: &generator)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      let lowest = UInt8.random(in: 0...100, using: &generator)
      let limits = FrameLimits(
        maxFrameBytes: .random(in: 100_000...9_000_000, using: &generator),
        maxMetadataBytes: .random(in: 4096...65536, using: &generator),
        maxCallsInFlight: .random(in: 1...1000, using: &generator))
      return .hello(Hello(versions: lowest...(lowest + 3), limits: limits))
    case 1:
      let reason = try #require(GoAway.Reason.allCases.randomElement(using: &generator))
      return .goAway(
        GoAway(reason, lastCall: call, text: randomText(upTo: 600, using: &generator)))
    case 2:
      return .request(
        CallRequest(
          call: call, method: randomText(upTo: 60, using: &generator),
          metadata: try MetadataBlock(randomMetadata(using: &generator)),
          message: ByteBuffer(bytes: randomBytes(upTo: 3000, using: &generator))))
    case 3:
      return .response(try randomResponse(call, using: &generator))
    default:
      return .cancel(Cancel(call: call))
    }
  }

  private static func randomResponse(
    _ call: UInt32, using generator: inout SeededGenerator
  ) throws -> CallResponse {
    let code = Status.Code(rawValue: .random(in: 0...16, using: &generator)) ?? .unknown
    let text = randomText(upTo: 100, using: &generator)
    let message = ByteBuffer(bytes: randomBytes(upTo: 3000, using: &generator))
    return CallResponse(
      call: call,
      outcome: RPCError.Code(code).map { .failure($0, text) } ?? .message(message),
      initialMetadata: try MetadataBlock(randomMetadata(using: &generator)),
      trailingMetadata: try MetadataBlock(randomMetadata(using: &generator)))
  }

  static func randomMetadata(using generator: inout SeededGenerator) -> Metadata {
    var metadata = Metadata()
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let letters = Array("abcxyz0189._-")
      let key = String(
        (0..<Int.random(in: 1...20, using: &generator)).map { _ in
          letters[Int.random(in: letters.indices, using: &generator)]
        })
      if Bool.random(using: &generator) {
        metadata.addBinary(randomBytes(upTo: 40, using: &generator), forKey: key + "-bin")
      } else {
        metadata.addString(randomText(upTo: 40, using: &generator), forKey: key + "x")
      }
    }
    return metadata
  }

  static func randomBytes(upTo count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
  }

  private static func randomText(
    upTo count: Int, using generator: inout SeededGenerator
  ) -> String {
    let letters = Array("abc XYZ/.é漢🙂\u{0}\n")
    return String(
      (0..<Int.random(in: 0...count, using: &generator)).map { _ in
        letters[Int.random(in: letters.indices, using: &generator)]
      })
  }
}
