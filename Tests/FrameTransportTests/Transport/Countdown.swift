import Synchronization

@testable import FrameTransport

/// Lets tasks wait until a number of events has come.
final class Countdown: Sendable {
  private let left: Mutex<Int>
  private let done = Pending<Void>()

  init(_ count: Int = 1) {
    left = Mutex(count)
  }

  func countDown() {
    let isLast = left.withLock { left in
      left -= 1
      return left == 0
    }
    if isLast { done.fulfil(.success(())) }
  }

  /// Waits for the last event, or for the task to be cancelled, as a time limit does.
  func wait() async throws {
    try await done.value
  }

  /// Waits for the last event, even in a task that is cancelled.
  func waitThoughCancelled() async {
    _ = await done.settled
  }
}
