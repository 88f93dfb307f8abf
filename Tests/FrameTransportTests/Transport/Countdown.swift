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

  /// Waits for the last event, even in a task that is cancelled.
  func wait() async {
    _ = await done.settled
  }

  func countDownAndWait() async {
    countDown()
    await wait()
  }
}
