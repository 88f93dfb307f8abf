import Synchronization

/// The bounded queue between callers and workers.
///
/// First come, first served. Jobs leave it to be run, by their deadline or by cancellation.
final class WorkQueue: Sendable {
  private struct State {
    var jobs: [Job] = []
    var isClosed = false
    /// When deadlines are looked at next; never later than the first deadline in the queue.
    var nextLook: ContinuousClock.Instant?
    var runningThreads: Int
    var shutdownWaiters: [CheckedContinuation<Void, Never>] = []
  }

  private let limit: Int
  private let monitor: Monitor<State>

  /// A queue for as many threads as will call `threadEnded()`.
  init(limit: Int, threads: Int) {
    self.limit = limit
    monitor = Monitor(State(runningThreads: threads))
  }

  /// Takes the job in, or answers its caller at once with why not.
  func submit(_ job: Job) {
    let refusal: (any Error)? = monitor.withLock { state in
      if job.ticket.isCancelled.load(ordering: .relaxed) { return CancellationError() }
      if state.isClosed { return PostgresError.closed }
      if state.jobs.count >= limit { return PostgresError.queueFull }
      state.jobs.append(job)
      monitor.signal(.work)
      if let deadline = job.deadline, state.nextLook.map({ deadline < $0 }) ?? true {
        state.nextLook = deadline
        monitor.signal(.deadlines)
      }
      return nil
    }
    if let refusal { job.fail(refusal) }
  }

  /// Takes the job of a cancelled call out of the queue; one that runs is left to run.
  func cancel(_ ticket: Ticket) {
    let job: Job? = monitor.withLock { state in
      ticket.isCancelled.store(true, ordering: .relaxed)
      guard let place = state.jobs.firstIndex(where: { $0.ticket === ticket }) else { return nil }
      return state.jobs.remove(at: place)
    }
    job?.fail(CancellationError())
  }

  /// Waits for the next job; nothing once the queue is closed and empty.
  func next() -> Job? {
    monitor.wait(for: .work) { state in
      guard state.jobs.isEmpty else { return .done(state.jobs.removeFirst()) }
      return state.isClosed ? .done(nil) : .wait(until: nil)
    }
  }

  /// Waits for jobs whose deadline passed and takes them out; nothing once the queue is closed.
  func nextExpired() -> [Job]? {
    monitor.wait(for: .deadlines) { state in
      if state.isClosed { return .done(nil) }
      let now = ContinuousClock.now
      guard let look = state.nextLook, look <= now else { return .wait(until: state.nextLook) }
      let expired = state.jobs.filter { $0.isExpired(at: now) }
      state.jobs.removeAll { $0.isExpired(at: now) }
      state.nextLook = state.jobs.compactMap(\.deadline).min()
      return expired.isEmpty ? .wait(until: state.nextLook) : .done(expired)
    }
  }

  /// Takes in nothing more; what waits is still run.
  func close() {
    monitor.withLock { state in
      state.isClosed = true
      monitor.broadcast(.work)
      monitor.broadcast(.deadlines)
    }
  }

  /// Waits until every thread has ended.
  func awaitThreads() async {
    await withCheckedContinuation { continuation in
      let hasEnded = monitor.withLock { state in
        if state.runningThreads > 0 { state.shutdownWaiters.append(continuation) }
        return state.runningThreads == 0
      }
      if hasEnded { continuation.resume() }
    }
  }

  /// Says that a thread has done its last.
  func threadEnded() {
    let waiters = monitor.withLock { state in
      state.runningThreads -= 1
      guard state.runningThreads == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.shutdownWaiters = [] }
      return state.shutdownWaiters
    }
    for waiter in waiters {
      waiter.resume()
    }
  }
}
