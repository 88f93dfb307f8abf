import GRPCCore
import NIOCore

/// Something that the codec does for every call or message.
enum CodecExercise: String, Exercise {
  case encodeRequest = "encode-request"
  case decodeRequest = "decode-request"
  case encodeResponse = "encode-response"
  case decodeResponse = "decode-response"
  case encodeMessage = "encode-message"
  case decodeMessage = "decode-message"
  case encodeCredit = "encode-credit"
  case decodeCredit = "decode-credit"
}

extension CodecExercise {
  var repetitions: Int { 10_000 }

  /// Does it so often; the result says how many bytes that were.
  ///
  /// - Throws: `RPCError`, `WireError`, neither of which happens.
  func run(times: Int) throws -> Int {
    switch self {
    case .encodeRequest: try encode(times) { try Sample.request() }
    case .encodeResponse: try encode(times) { Sample.response() }
    case .encodeMessage: try encode(times) { Sample.message() }
    case .encodeCredit: try encode(times) { Sample.credit() }
    case .decodeRequest:
      try decode(Sample.request(), times) { frame in
        let request = try CallRequest(frame)
        return request.method.utf8.count + (request.metadata.decoded()?.count ?? 0)
      }
    case .decodeResponse:
      try decode(Sample.response(), times) { frame in
        let response = try CallResponse(frame)
        return (response.initialMetadata.decoded()?.count ?? 0)
          + (response.trailingMetadata.decoded()?.count ?? 0)
      }
    case .decodeMessage:
      try decode(Sample.message(), times) { try MessagePart($0).bytes.readableBytes }
    case .decodeCredit:
      try decode(Sample.credit(), times) { Int(try Credit($0).bytes) }
    }
  }

  private func encode(_ times: Int, _ body: () throws -> some FrameBody) throws -> Int {
    var buffer = ByteBuffer()
    var bytes = 0
    for _ in 0..<times {
      buffer.clear()
      buffer.writeFrame(try body())
      bytes += buffer.readableBytes
    }
    return bytes
  }

  private func decode(
    _ body: some FrameBody, _ times: Int, _ read: (Frame) throws -> Int
  ) throws -> Int {
    var wire = ByteBuffer()
    wire.writeFrame(body)
    var decoder = FrameDecoder(maxFrameBytes: Frame.maxBytes)
    var bytes = 0
    for _ in 0..<times {
      decoder.append(wire)
      while let frame = try decoder.next() {
        bytes += try read(frame)
      }
    }
    return bytes
  }
}

/// Frames as a unary call and a stream have them.
private enum Sample {
  static func request() throws(RPCError) -> CallRequest {
    CallRequest(
      call: 7, method: "bergulir.v1.ConformanceService/Echo",
      metadata: try MetadataBlock(metadata), content: .whole(payload))
  }

  static func response() -> CallResponse {
    CallResponse(
      call: 7, outcome: .message(payload), initialMetadata: .empty, trailingMetadata: .empty)
  }

  static func message() -> MessagePart {
    MessagePart(call: 7, bytes: long, ending: .message)
  }

  static func credit() -> Credit {
    Credit(call: 7, bytes: 131_072)
  }

  private static let payload = ByteBuffer(repeating: 7, count: 150)
  private static let long = ByteBuffer(repeating: 7, count: 1000)
  private static let metadata: Metadata = [
    "authorization": "Bearer 0123456789abcdefghijklmnopqrstuvwxyz0123456", "grpc-timeout": "10S",
  ]
}
