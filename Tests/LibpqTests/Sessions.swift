import FundTesting
import Libpq
import Synchronization
import Testing

/// What happened to the connections of a pool.
final class Events: Sendable {
  private let noted = Mutex<[PoolEvent]>([])

  func note(_ event: PoolEvent) {
    noted.withLock { $0.append(event) }
  }

  var all: [PoolEvent] { noted.withLock { $0 } }

  /// The reasons why connections were given up.
  var dropped: [String] {
    all.compactMap { event in
      guard case .connectionDropped(let reason) = event else { return nil }
      return reason
    }
  }

  /// The pauses after which no connection could be had.
  var pauses: [Duration] {
    all.compactMap { event in
      guard case .connectionFailed(_, let pause) = event else { return nil }
      return pause
    }
  }
}

/// Looks at the sessions of the server.
extension WorkerPool {
  /// A connection string for the database of this pool, by the directory of its socket.
  func connectionString() async throws -> String {
    try await run { connection in
      try connection.run(
        Statement(
          "connection-string",
          """
          select format('host=%L port=%L dbname=%L user=%L',
            current_setting('unix_socket_directories'), current_setting('port'),
            current_database(), current_user)
          """))[0].text(0)
    }
  }

  /// How many sessions of the database sit in a transaction.
  func openTransactions() async throws -> Int64 {
    try await run { connection in
      try connection.run(
        Statement(
          "open-transactions",
          """
          select count(*) from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%'
          """))[0].int8(0)
    }
  }

  /// Waits until a session runs a statement that lasts or waits for a lock.
  func awaitBusy(_ backend: Int32) async throws {
    let busy = Statement(
      "busy",
      """
      select state = 'active'
        and coalesce(wait_event in ('PgSleep', 'relation', 'transactionid'), false)
      from pg_stat_activity where pid = $1
      """)
    try await ask { try $0.run(busy, [.int4(backend)]).first?.bool(0) ?? false }
  }

  /// Waits until a session has ended.
  func awaitEnd(of backend: Int32) async throws {
    let gone = Statement(
      "gone", "select not exists (select from pg_stat_activity where pid = $1)")
    try await ask { try $0.run(gone, [.int4(backend)])[0].bool(0) }
  }

  /// Waits until no other session of the database has a transaction, open or at work.
  func awaitNoTransaction() async throws {
    let clear = Statement(
      "clear",
      """
      select not exists (
        select from pg_stat_activity where datname = current_database()
          and pid <> pg_backend_pid() and xact_start is not null)
      """)
    try await ask { try $0.run(clear)[0].bool(0) }
  }

  /// Asks until the answer is yes; half a minute is longer than any answer needs.
  private func ask(_ question: @Sendable @escaping (Connection) throws -> Bool) async throws {
    try await run { connection in
      let end = ContinuousClock.now + .seconds(30)
      while try !question(connection) {
        try #require(ContinuousClock.now < end, "what was waited for did not happen")
      }
    }
  }

  /// Holds the table of items against everybody while `body` runs.
  func holdingItems<Value>(_ body: () async throws -> Value) async throws -> Value {
    let held = Handover()
    let holding = Task {
      try await run { connection in
        try connection.transaction { connection in
          try connection.script("lock table item in access exclusive mode")
          held.give()
          held.awaitAnswer()
        }
      }
    }
    await held.taken()
    let value: Value
    do {
      defer { held.answer() }
      value = try await body()
    }
    try await holding.value
    return value
  }
}
