import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

extension AnyFrame {
  static func random(using generator: inout SeededGenerator) throws -> AnyFrame {
    let call = UInt32.random(in: 1...UInt32.max, using: &generator)
    let block = try MetadataBlock(randomMetadata(using: &generator))
    let message = ByteBuffer(bytes: randomBytes(upTo: 3000, using: &generator))
    switch Int.random(in: 0..<11, using: &generator) {
    case 0:
      return randomHello(using: &generator)
    case 1:
      let reason = try #require(GoAway.Reason.allCases.randomElement(using: &generator))
      return .goAway(
        GoAway(reason, lastCall: call, text: randomText(upTo: 600, using: &generator)))
    case 2:
      return .request(
        CallRequest(
          call: call, method: randomText(upTo: 60, using: &generator), metadata: block,
          content: Bool.random(using: &generator) ? .whole(message) : .stream))
    case 3:
      return .response(try randomResponse(call, using: &generator))
    case 4:
      return .opening(ResponseOpening(call: call, metadata: block))
    case 5:
      let ending = [MessagePart.Ending.message, .stream, .nothing][Int(call % 3)]
      return .message(MessagePart(call: call, bytes: message, ending: ending))
    case 6:
      return .halfClose(HalfClose(call: call))
    case 7:
      let failure = Bool.random(using: &generator) ? randomFailure(using: &generator) : nil
      return .status(CallStatus(call: call, failure: failure, metadata: block))
    case 8:
      return .reset(Reset(call: call, randomFailure(using: &generator)))
    case 9:
      return .credit(
        Credit(call: Bool.random(using: &generator) ? call : 0, bytes: call / 2 + 1))
    default:
      return .ping(Ping(call % 2 == 0 ? .question : .answer, number: UInt64(call) << 20))
    }
  }

  private static func randomHello(using generator: inout SeededGenerator) -> AnyFrame {
    let lowest = UInt8.random(in: 0...100, using: &generator)
    let limits = FrameLimits(
      maxMessageBytes: .random(in: 100_000...9_000_000, using: &generator),
      maxMetadataBytes: .random(in: 4096...24_576, using: &generator),
      maxCallsInFlight: .random(in: 1...1000, using: &generator),
      callCredit: .random(in: 65_536...9_000_000, using: &generator),
      connectionCredit: .random(in: 65_536...9_000_000, using: &generator))
    return .hello(Hello(versions: lowest...(lowest + 3), limits: limits))
  }

  private static func randomFailure(
    using generator: inout SeededGenerator
  ) -> CallStatus.Failure {
    let status = Status.Code(rawValue: .random(in: 1...16, using: &generator)) ?? .unknown
    return CallStatus.Failure(
      RPCError.Code(status) ?? .unknown, randomText(upTo: 100, using: &generator))
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
