import FundAPI
import GRPCCore
import Testing

@testable import bergulir

@Test func `of answers from a standby the oldest is remembered, and others are not`() async throws {
  let listener = StandbyListener()
  func hear(_ metadata: Metadata) async throws {
    let context = ClientContext(
      descriptor: MethodDescriptor(fullyQualifiedService: "test.Any", method: "Get"),
      remotePeer: "there", localPeer: "here")
    _ = try await listener.intercept(
      request: StreamingClientRequest<Int> { _ in }, context: context
    ) { _, _ in
      StreamingClientResponse<Int>(
        metadata: metadata,
        bodyParts: RPCAsyncSequence(wrapping: AsyncThrowingStream { $0.finish() }))
    }
  }
  try await hear([:])
  #expect(listener.behindSeconds == nil)
  try await hear([StandbyNote.key: "7"])
  try await hear([StandbyNote.key: "2"])
  try await hear([:])
  #expect(listener.behindSeconds == 7)
}

@Test(arguments: [
  (Int64(0), "As read from a standby, 0 seconds behind."),
  (1, "As read from a standby, 1 second behind."),
])
func `a standby's answer says how many seconds it may lack`(seconds: Int64, words: String) {
  #expect(Notes.fromStandby(seconds)[.english] == words)
}
