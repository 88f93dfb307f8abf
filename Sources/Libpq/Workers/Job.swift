import Synchronization

/// A call that waits for a worker, and the caller that waits for its answer.
///
/// The caller is answered exactly once: by the worker that takes the job out of the queue, or by
/// the queue when the job leaves it otherwise.
struct Job: Sendable {
  let ticket: Ticket
  let deadline: ContinuousClock.Instant?
  let queuedAt = ContinuousClock.now
  /// Where the job may be run together with others; nowhere for one that is run alone.
  var place: LanePlace?
  /// Runs the calls of these tickets, its own the first of them, and answers their callers.
  let perform: @Sendable (Connection, [Ticket]) -> Void
  /// Answers the caller with an error.
  let fail: @Sendable (any Error) -> Void
}

/// The identity of a job, which its caller has before the job is queued.
final class Ticket: Sendable {
  private struct State {
    var isCancelled = false
    /// Wakes the worker that runs the job.
    var bell: Bell?
  }

  private let state = Mutex(State())

  /// Whether the caller has given the call up.
  var isCancelled: Bool {
    state.withLock { $0.isCancelled }
  }

  /// Gives the call up and wakes the worker that runs it.
  func cancel() {
    let bell = state.withLock { state in
      state.isCancelled = true
      return state.bell
    }
    bell?.ring()
  }

  /// Says which worker runs the job.
  func isTaken(by bell: Bell) {
    state.withLock { $0.bell = bell }
  }
}

extension Job {
  func isExpired(at now: ContinuousClock.Instant) -> Bool {
    deadline.map { $0 <= now } ?? false
  }
}
