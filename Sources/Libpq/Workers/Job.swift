import Synchronization

/// A closure that waits for a worker, and the caller that waits for its answer.
///
/// The caller is answered exactly once: by the worker that takes the job out of the queue, or by
/// the queue when the job leaves it otherwise.
struct Job: Sendable {
  let ticket: Ticket
  let deadline: ContinuousClock.Instant?
  /// Runs the closure and answers the caller.
  let perform: @Sendable (Connection) -> Void
  /// Answers the caller with an error.
  let fail: @Sendable (any Error) -> Void
}

/// The identity of a job, which its caller has before the job is queued.
final class Ticket: Sendable {
  /// Whether the call was cancelled before its job was taken out of the queue.
  let isCancelled = Atomic(false)
}

extension Job {
  func isExpired(at now: ContinuousClock.Instant) -> Bool {
    deadline.map { $0 <= now } ?? false
  }
}
