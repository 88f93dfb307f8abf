import Synchronization

/// The bounded queue between callers and workers.
///
/// First come, first served. Jobs leave it to be run, by their deadline, by cancellation, or with
/// the reason why no worker has a connection.
final class WorkQueue: Sendable {
  struct State {
    var jobs: [Job] = []
    var isClosed = false
    /// Lanes of which a unit is being run.
    var busyLanes: Set<ObjectIdentifier> = []
    /// Workers that hold a connection and wait for a job.
    var idle = 0
    var connecting = Connecting()
    /// When deadlines are looked at next; never later than the first deadline in the queue.
    var nextLook: ContinuousClock.Instant?
    var runningThreads: Int
    var shutdownWaiters: [CheckedContinuation<Void, Never>] = []
  }

  private let limit: Int
  let monitor: Monitor<State>

  /// A queue for as many threads as will call `threadEnded()`.
  init(limit: Int, threads: Int) {
    self.limit = limit
    monitor = Monitor(State(runningThreads: threads))
  }

  /// Takes the job in, or answers its caller at once with why not.
  func submit(_ job: Job) {
    let refusal: (any Error)? = monitor.withLock { state in
      if job.ticket.isCancelled { return CancellationError() }
      if state.isClosed { return PostgresError.closed }
      if job.isExpired(at: .now) { return PostgresError.deadlineExceeded }
      if state.jobs.count >= limit { return PostgresError.queueFull }
      state.jobs.append(job)
      callWorker(state)
      if let deadline = job.deadline, state.nextLook.map({ deadline < $0 }) ?? true {
        state.nextLook = deadline
        monitor.signal(.deadlines)
      }
      return nil
    }
    if let refusal { job.fail(refusal) }
  }

  /// Takes the job of a cancelled call out of the queue; a worker that runs it is told.
  func cancel(_ ticket: Ticket) {
    let job: Job? = monitor.withLock { state in
      ticket.cancel()
      guard let place = state.jobs.firstIndex(where: { $0.ticket === ticket }) else { return nil }
      return state.jobs.remove(at: place)
    }
    job?.fail(CancellationError())
  }

  /// Waits for jobs whose deadline passed and takes them out; nothing once the queue is closed.
  private func nextExpired() -> Expired? {
    monitor.wait(for: .deadlines) { state in
      if state.isClosed { return .done(nil) }
      let now = ContinuousClock.now
      guard let look = state.nextLook, look <= now else { return .wait(until: state.nextLook) }
      let expired = state.jobs.filter { $0.isExpired(at: now) }
      state.jobs.removeAll { $0.isExpired(at: now) }
      state.nextLook = state.jobs.compactMap(\.deadline).min()
      guard !expired.isEmpty else { return .wait(until: state.nextLook) }
      return .done(Expired(jobs: expired, reason: state.reasonToWait))
    }
  }

  /// Tells the callers of jobs whose deadline passes, until the queue is closed.
  func failExpired() {
    while let expired = nextExpired() {
      for job in expired.jobs {
        job.fail(expired.reason)
      }
    }
  }

  /// Takes in nothing more; what waits is still run.
  func close() {
    monitor.withLock { state in
      state.isClosed = true
      for condition in Monitor<State>.Condition.allCases { monitor.broadcast(condition) }
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

  /// Wakes a worker for the job that came: one that waits with a connection, and one without where
  /// more jobs wait than such.
  ///
  /// Whoever is woken for a job of a lane that is being run goes back to sleep.
  func callWorker(_ state: State) {
    if state.idle > 0 { monitor.signal(.work) }
    if state.jobs.count > state.idle { monitor.signal(.connecting) }
  }
}

/// Jobs that waited for too long.
private struct Expired {
  let jobs: [Job]
  let reason: PostgresError
}

extension WorkQueue.State {
  /// Why jobs of this queue wait longer than their callers do.
  fileprivate var reasonToWait: PostgresError {
    // A connection that another worker holds may be dead, and only be found so when it is used.
    if let failure = connecting.failure { return failure }
    guard connecting.connected == 0 else { return .deadlineExceeded }
    return .connection(reason: "the server did not let us in within the call's time")
  }
}
