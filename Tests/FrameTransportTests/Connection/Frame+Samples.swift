import GRPCCore
import NIOCore

@testable import FrameTransport

extension Frame {
  static func hello(versions: ClosedRange<UInt8> = 1...1, limits: FrameLimits = FrameLimits())
    -> Frame
  {
    AnyFrame.hello(Hello(versions: versions, limits: limits)).frame
  }

  static func request(
    _ call: UInt32, metadata: MetadataBlock = .empty,
    _ content: CallRequest.Content = .whole(ByteBuffer())
  ) -> Frame {
    AnyFrame.request(
      CallRequest(call: call, method: "a/b", metadata: metadata, content: content)
    ).frame
  }

  static func response(_ call: UInt32) -> Frame {
    AnyFrame.response(CallResponse(call: call, failure: .notFound, "none")).frame
  }

  static func opening(_ call: UInt32) -> Frame {
    AnyFrame.opening(ResponseOpening(call: call, metadata: .empty)).frame
  }

  static func message(
    _ call: UInt32, bytes: Int = 0, _ ending: MessagePart.Ending = .message
  ) -> Frame {
    let bytes = ByteBuffer(repeating: 7, count: bytes)
    return AnyFrame.message(MessagePart(call: call, bytes: bytes, ending: ending)).frame
  }

  static func halfClose(_ call: UInt32) -> Frame {
    AnyFrame.halfClose(HalfClose(call: call)).frame
  }

  static func status(_ call: UInt32) -> Frame {
    AnyFrame.status(CallStatus(call: call, failure: nil, metadata: .empty)).frame
  }

  static func reset(_ call: UInt32) -> Frame {
    AnyFrame.reset(Reset(call: call, CallStatus.Failure(.aborted, "gone"))).frame
  }

  static func credit(_ call: UInt32, _ bytes: UInt32 = 1) -> Frame {
    AnyFrame.credit(Credit(call: call, bytes: bytes)).frame
  }

  static func ping(_ number: UInt64, _ role: Ping.Role = .question) -> Frame {
    AnyFrame.ping(Ping(role, number: number)).frame
  }

  static func goAway(_ lastCall: UInt32, _ reason: GoAway.Reason = .shutdown) -> Frame {
    AnyFrame.goAway(GoAway(reason, lastCall: lastCall, text: "bye")).frame
  }
}
