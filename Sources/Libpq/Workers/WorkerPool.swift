/// Threads that each own a connection, fed by one bounded queue of synchronous closures.
///
/// A closure has its connection alone from its first statement to its last, so a transaction can
/// be neither interleaved nor suspended. No thread of the cooperative pool or of NIO ever blocks.
public final class WorkerPool: Sendable {
  /// How many workers there are and what they connect to.
  public struct Configuration: Sendable {
    /// A connection string of libpq, `key=value` pairs or a `postgresql://` address.
    public var connectionString: String
    /// Threads and connections, 1 or more.
    public var workers: Int
    /// Calls that may wait for a worker, 1 or more.
    public var queueLimit: Int
    /// Statements such as `set lock_timeout = '2s'`, run on each new connection.
    public var session: [String]
    /// Shown in `pg_stat_activity`.
    public var applicationName: String
    /// Which of several servers will do.
    public var access: ServerAccess
    public var dialect: Dialect
    /// Is told, on a worker's thread, what happens to the connections.
    public var report: @Sendable (PoolEvent) -> Void

    public init(
      connectionString: String, workers: Int, queueLimit: Int, session: [String] = [],
      applicationName: String, access: ServerAccess = .any,
      dialect: Dialect = .postgres,
      report: @escaping @Sendable (PoolEvent) -> Void = { _ in }
    ) {
      self.connectionString = connectionString
      self.workers = workers
      self.queueLimit = queueLimit
      self.session = session
      self.applicationName = applicationName
      self.access = access
      self.dialect = dialect
      self.report = report
    }
  }

  private let queue: WorkQueue

  /// Starts the threads; each connects when there is a closure for it.
  public init(configuration: Configuration) {
    precondition(configuration.workers > 0, "a pool has at least one worker")
    precondition(configuration.queueLimit > 0, "a queue has room for at least one call")
    let queue = WorkQueue(limit: configuration.queueLimit, threads: configuration.workers + 1)
    let worker = Worker(
      queue: queue,
      configuration: ConnectionConfiguration(
        connectionString: configuration.connectionString,
        applicationName: configuration.applicationName, session: configuration.session,
        access: configuration.access, dialect: configuration.dialect),
      report: configuration.report)
    do throws(Thread.Refused) {
      for number in 1...configuration.workers {
        try Thread.detach(named: "libpq-\(number)") {
          worker.run()
          queue.threadEnded()
        }
      }
      try Thread.detach(named: "libpq-deadlines") {
        queue.failExpired()
        queue.threadEnded()
      }
    } catch {
      // A pool is made when the program starts: it has nothing to lose yet.
      preconditionFailure(error.description)
    }
    self.queue = queue
  }

  deinit {
    queue.close()
  }

  /// Runs `body` on a worker's connection and gives back what it returns.
  ///
  /// When the deadline passes or the task is cancelled, a call that waits leaves the queue, and of
  /// one that runs the server is asked to stop the statement; a server that does not answer that
  /// loses the connection. What `body` leaves open is rolled back. So nothing of a call that ends
  /// by its deadline or cancellation was done, unless it had asked for its commit before: then it
  /// may have been done.
  ///
  /// - Throws: `CancellationError`, `PostgresError.closed` after a shutdown, `.deadlineExceeded`,
  ///   `.queueFull`, `.connection` if no worker has or gets a connection, what `body` throws,
  ///   `.misuse` if it returns with a transaction or pipeline open.
  public func run<Value: Sendable>(
    deadline: ContinuousClock.Instant? = nil,
    _ body: @Sendable @escaping (Connection) throws -> Value
  ) async throws -> Value {
    let ticket = Ticket()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        queue.submit(
          Job(
            ticket: ticket, deadline: deadline,
            perform: { connection, _ in
              continuation.resume(with: Result { try connection.settle(body) })
            },
            fail: { continuation.resume(throwing: $0) }))
      }
    } onCancel: {
      queue.cancel(ticket)
    }
  }

  /// Runs a call on a worker's connection, together with others of its lane that wait by then.
  ///
  /// While others of its unit go on, a call whose deadline passes or whose task is cancelled goes
  /// on with them; only when that holds for all of them are they stopped. `weight` is how much the
  /// call is of what the lane takes at once, 1 or more.
  ///
  /// - Throws: as `run(deadline:_:)`, or what the lane answers.
  public func run<Call, Answer>(
    _ call: Call, weight: Int = 1, on lane: Lane<Call, Answer>,
    deadline: ContinuousClock.Instant? = nil
  ) async throws -> Answer {
    let ticket = Ticket()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        lane.board(ticket, call, continuation)
        queue.submit(
          Job(
            ticket: ticket, deadline: deadline, place: lane.place(weight: weight),
            perform: { lane.run($1, on: $0) }, fail: { lane.fail(ticket, $0) }))
      }
    } onCancel: {
      queue.cancel(ticket)
    }
  }

  /// Calls that wait for a worker now.
  public var waitingCalls: Int { queue.monitor.withLock { $0.jobs.count } }

  /// Takes in no more calls, lets those that wait be run, and closes the connections.
  public func shutdown() async {
    queue.close()
    await queue.awaitThreads()
  }
}
