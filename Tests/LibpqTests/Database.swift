import FundTesting
import Libpq
import Testing

/// Gives `body` workers on an empty database of its own.
func withPool<Value: Sendable>(
  workers: Int = 1, queueLimit: Int = 100, session: [String] = [],
  _ body: (WorkerPool) async throws -> Value
) async throws -> Value {
  try await PrivatePostgres.withDatabase { connectionString in
    try await withPool(
      on: connectionString, workers: workers, queueLimit: queueLimit, session: session, body)
  }
}

/// Gives `body` workers on a database.
func withPool<Value: Sendable>(
  on connectionString: String, workers: Int = 1, queueLimit: Int = 100, session: [String] = [],
  access: ServerAccess = .any, events: Events = Events(),
  _ body: (WorkerPool) async throws -> Value
) async throws -> Value {
  let pool = WorkerPool(
    configuration: .init(
      connectionString: connectionString, workers: workers, queueLimit: queueLimit,
      session: session, applicationName: "libpq-tests", access: access,
      report: { events.note($0) }))
  do {
    let value = try await body(pool)
    await pool.shutdown()
    return value
  } catch {
    await pool.shutdown()
    throw error
  }
}

/// Gives `body` workers on a database that has a table of items: one to write, two to look.
func withItems(
  _ body: (_ writer: WorkerPool, _ reader: WorkerPool) async throws -> Void
) async throws {
  try await PrivatePostgres.withDatabase { connectionString in
    try await withPool(on: connectionString) { writer in
      try await writer.run { connection in
        try connection.script(
          "create table item (id int8 constraint item_key primary key, check (id > 0))")
      }
      try await withPool(on: connectionString, workers: 2) { reader in
        try await body(writer, reader)
      }
    }
  }
}

extension ServerError {
  /// The server's error that `body` throws.
  static func from(
    _ body: () throws -> Void
  ) throws -> ServerError? {
    do {
      try body()
      return nil
    } catch PostgresError.server(let error) {
      return error
    }
  }
}

extension WorkerPool {
  /// The number of items that others see.
  func itemCount() async throws -> Int64 {
    try await run { connection in
      try connection.run(Statement("item.count", "select count(*) from item"))[0].int8(0)
    }
  }

  /// The process that serves the session.
  func backend() async throws -> Int32 {
    try await run { connection in
      try connection.run(Statement("backend", "select pg_backend_pid()"))[0].int4(0)
    }
  }

  /// Ends another session and waits until it has ended.
  func terminate(_ backend: Int32) async throws {
    let hasEnded = try await run { connection in
      try connection.run(
        Statement("terminate", "select pg_terminate_backend($1, 10000)"), [.int4(backend)]
      )[0].bool(0)
    }
    #expect(hasEnded)
  }

  /// Asks the server for the number one.
  func one(deadline: ContinuousClock.Instant? = nil) async throws -> Int32 {
    try await run(deadline: deadline) { connection in
      try connection.run(Statement("one", "select 1::int4"))[0].int4(0)
    }
  }
}
