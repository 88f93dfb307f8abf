import GRPCCore
import NIOCore

@testable import FrameTransport

extension Frame {
  static func hello(versions: ClosedRange<UInt8> = 1...1) -> Frame {
    Frame(Hello(versions: versions, limits: FrameLimits()))
  }

  static func request(_ call: UInt32, metadata: MetadataBlock = .empty) -> Frame {
    Frame(CallRequest(call: call, method: "a/b", metadata: metadata, message: ByteBuffer()))
  }

  static func response(_ call: UInt32) -> Frame {
    Frame(CallResponse(call: call, failure: .notFound, "none"))
  }

  static func cancel(_ call: UInt32) -> Frame {
    Frame(Cancel(call: call))
  }

  static func goAway(_ lastCall: UInt32, _ reason: GoAway.Reason = .shutdown) -> Frame {
    Frame(GoAway(reason, lastCall: lastCall, text: "bye"))
  }

  private init(_ body: some FrameBody) {
    var bytes = ByteBuffer()
    body.write(into: &bytes)
    self.init(kind: type(of: body).kind, call: body.call, body: bytes)
  }
}
