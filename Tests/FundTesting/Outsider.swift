import Dispatch
public import Libpq

/// Somebody with psql who holds a lock until one of the store's sessions waits for it.
public struct Outsider: Sendable {
  private let fixture: FundFixture

  public init(fixture: FundFixture) {
    self.fixture = fixture
  }

  /// Takes a lock by SQL, lets `body` start what will wait for it, and then does `deed`.
  ///
  /// The outsider's transaction commits after the deed, which is given the waiting session.
  @discardableResult
  public func hold<Value: Sendable>(
    _ sql: String, while body: @Sendable @escaping () async throws -> Value,
    deed: @Sendable @escaping (Connection, _ waiting: Int32) throws -> Void
  ) async throws -> Value {
    let (held, holds) = AsyncStream.makeStream(of: Void.self)
    let outsider = Task {
      try await fixture.superuser { connection in
        defer { holds.finish() }
        try connection.transaction { connection in
          try connection.script(sql)
          holds.finish()
          try deed(connection, try Outsider.waiting(for: connection))
        }
      }
    }
    for await _ in held {}
    let value = try await body()
    try await outsider.value
    return value
  }

  /// Takes a lock by SQL and keeps it while `body` runs.
  public func holding<Value>(
    _ sql: String, _ body: () async throws -> Value
  ) async throws -> Value {
    let (held, holds) = AsyncStream.makeStream(of: Void.self)
    let done = DispatchSemaphore(value: 0)
    let outsider = Task {
      try await fixture.superuser { connection in
        defer { holds.finish() }
        try connection.transaction { connection in
          try connection.script(sql)
          holds.finish()
          done.wait()
        }
      }
    }
    for await _ in held {}
    let result: Result<Value, any Error>
    do {
      result = .success(try await body())
    } catch {
      result = .failure(error)
    }
    done.signal()
    try await outsider.value
    return try result.get()
  }

  /// Asks until a session waits for the outsider's.
  private static func waiting(for connection: Connection) throws -> Int32 {
    let statement = CitusCluster.name == nil ? waitingHere : waitingInCluster
    return try asked { try connection.run(statement).first?.int4(0) }
  }

  private static let waitingHere = Statement(
    "test.waiting",
    """
    select l.pid from pg_locks l
    where not l.granted and pg_backend_pid() = any(pg_blocking_pids(l.pid)) limit 1
    """)

  /// The same where both wait on another node than the one they are connected to.
  private static let waitingInCluster = Statement(
    "test.waiting-in-cluster",
    """
    select (waiting_gpid % 10000000000)::integer from citus_lock_waits
    where blocking_gpid = citus_backend_gpid() limit 1
    """)

  /// Waits until a session waits for no lock any more, while the outsider holds on to its own.
  public static func awaitNoLonger(_ waiting: Int32, on connection: Connection) throws {
    let over = Statement(
      "test.over",
      "select 1 where not exists (select from pg_locks where pid = $1 and not granted)")
    _ = try asked { try connection.run(over, [.int4(waiting)]).first }
  }

  /// Asks again and again until there is an answer; half a minute is longer than any needs.
  public static func asked<Value>(_ question: () throws -> Value?) throws -> Value {
    let end = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < end {
      if let answer = try question() { return answer }
    }
    throw NoAnswer()
  }

  /// What was waited for did not happen.
  public struct NoAnswer: Error {
    public init() {}
  }

  public static func terminate(_ connection: Connection, _ pid: Int32) throws {
    _ = try connection.run(
      Statement("test.terminate", "select pg_terminate_backend($1::integer, 10000)"),
      [.int4(pid)])
  }
}
