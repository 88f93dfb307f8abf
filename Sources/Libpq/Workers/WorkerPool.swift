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

    public init(
      connectionString: String, workers: Int, queueLimit: Int, session: [String] = [],
      applicationName: String
    ) {
      self.connectionString = connectionString
      self.workers = workers
      self.queueLimit = queueLimit
      self.session = session
      self.applicationName = applicationName
    }
  }

  private let queue: WorkQueue

  /// Starts the threads; each connects when its first closure comes.
  public init(configuration: Configuration) {
    precondition(configuration.workers > 0, "a pool has at least one worker")
    precondition(configuration.queueLimit > 0, "a queue has room for at least one call")
    let queue = WorkQueue(limit: configuration.queueLimit, threads: configuration.workers + 1)
    let worker = Worker(
      queue: queue,
      configuration: ConnectionConfiguration(
        connectionString: configuration.connectionString,
        applicationName: configuration.applicationName, session: configuration.session))
    for number in 1...configuration.workers {
      Thread.detach(named: "libpq-\(number)") {
        worker.run()
        queue.threadEnded()
      }
    }
    Thread.detach(named: "libpq-deadlines") {
      while let expired = queue.nextExpired() {
        for job in expired {
          job.fail(PostgresError.deadlineExceeded)
        }
      }
      queue.threadEnded()
    }
    self.queue = queue
  }

  deinit {
    queue.close()
  }

  /// Runs `body` on a worker's connection and gives back what it returns.
  ///
  /// The deadline and cancellation end the wait for a worker only: a closure that has begun runs
  /// to its end, which the session's `statement_timeout` bounds. What `body` leaves open is
  /// rolled back.
  ///
  /// - Throws: `PostgresError.closed` after a shutdown, `.queueFull` at once, `.deadlineExceeded`
  ///   and `CancellationError` while waiting, `.connection` if the worker gets no connection, what
  ///   `body` throws, `.misuse` if it returns with a transaction or pipeline open.
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
            perform: { connection in
              continuation.resume(with: Result { try connection.settle(body) })
            },
            fail: { continuation.resume(throwing: $0) }))
      }
    } onCancel: {
      queue.cancel(ticket)
    }
  }

  /// Takes in no more calls, lets those that wait be run, and closes the connections.
  public func shutdown() async {
    queue.close()
    await queue.awaitThreads()
  }
}
