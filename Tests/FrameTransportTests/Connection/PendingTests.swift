import Testing

@testable import FrameTransport

@Suite(.timeLimit(.minutes(1)))
struct PendingTests {
  @Test func `everybody who waits gets the first value`() async throws {
    let pending = Pending<Int>()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<10 {
        group.addTask { try await pending.value }
      }
      pending.fulfil(.success(1))
      pending.fulfil(.success(2))
      for try await value in group {
        #expect(value == 1)
      }
    }
    #expect(try await pending.value == 1)
  }

  @Test func `a task that is cancelled waits no longer, the others do`() async throws {
    let pending = Pending<Int>()
    let patient = Task { try await pending.value }
    let cancelled = Task { try await pending.value }
    cancelled.cancel()
    await #expect(throws: CancellationError.self) { try await cancelled.value }
    pending.fulfil(.success(1))
    #expect(try await patient.value == 1)
    #expect(try await pending.value == 1)
  }

  @Test func `what has settled is waited for though the task is cancelled`() async throws {
    let pending = Pending<Int>()
    let stubborn = Task { try await pending.settled.get() }
    stubborn.cancel()
    pending.fulfil(.success(1))
    #expect(try await stubborn.value == 1)
  }
}
