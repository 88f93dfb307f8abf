internal import Libpq
internal import Logging

/// One state of the database, read statement by statement on a reader's connection.
struct ReadSession {
  fileprivate let connection: Connection
  fileprivate let planOfOne: [Request]

  /// Reads the rows of several statements at once, in their order.
  func rows(_ requests: [Request]) throws(PostgresError) -> [Rows] {
    try connection.pipeline(requests, end: .flush)
  }

  /// Reads the rows of several statements that are about one UPK, or something of one.
  func rows(ofOne requests: [Request]) throws(PostgresError) -> [Rows] {
    Array(try rows(planOfOne + requests).dropFirst(planOfOne.count))
  }

  /// Reads the rows of one statement.
  func rows(_ statement: Statement, _ parameters: [Parameter] = []) throws(PostgresError) -> Rows {
    try rows([Request(statement, parameters)])[0]
  }
}

extension FundStore {
  /// Reads one statement's rows in one round trip.
  ///
  /// - Throws: `StoreError`.
  func read<Value: Sendable>(
    _ statement: Statement, _ parameters: [Parameter] = [],
    _ take: @Sendable @escaping (Rows) throws -> Value
  ) async throws -> Value {
    try await read([Request(statement, parameters)]) { try take($0[0]) }
  }

  /// Reads the rows of several statements, in one round trip and one state of the database.
  ///
  /// - Throws: `StoreError`.
  func read<Value: Sendable>(
    _ requests: [Request], _ take: @Sendable @escaping ([Rows]) throws -> Value
  ) async throws -> Value {
    try await reading { try take($0.pipeline(requests, end: .sync)) }
  }

  /// The same of statements that are about one UPK, or something of one.
  ///
  /// - Throws: `StoreError`.
  func read<Value: Sendable>(
    ofOne requests: [Request], _ take: @Sendable @escaping ([Rows]) throws -> Value
  ) async throws -> Value {
    let plan = planOfOne
    return try await read(plan + requests) { try take(Array($0.dropFirst(plan.count))) }
  }

  /// Lets `body` read step by step, all of it in one state of the database.
  ///
  /// - Throws: `StoreError`.
  func read<Value: Sendable>(
    _ body: @Sendable @escaping (ReadSession) throws -> Value
  ) async throws -> Value {
    try await reading { [planOfOne] connection in
      let value = try body(ReadSession(connection: connection, planOfOne: planOfOne))
      try connection.finish()
      return value
    }
  }

  private func reading<Value: Sendable>(
    _ body: @Sendable @escaping (Connection) throws -> Value
  ) async throws -> Value {
    try await tried { [readers, standbys] in
      if let standbys, let use = StandbyUse.current,
        let value = try await standbys.read(for: use, primary: readers, body)
      {
        return value
      }
      return try await readers.run(deadline: Deadline.current, body)
    }
  }

  /// Reads, once more if the connection was lost: a read changes nothing.
  ///
  /// All of it within the task's `Deadline`.
  ///
  /// - Throws: `StoreError`.
  func tried<Value: Sendable>(_ read: () async throws -> Value) async throws -> Value {
    try await StoreError.translating {
      do {
        return try await read()
      } catch let error as PostgresError
        where error.isRetryable && Deadline.leavesTime(after: .zero)
      {
        logger.warning("a read is tried again", metadata: ["error": "\(error)"])
        return try await read()
      }
    }
  }
}

/// How PostgreSQL plans what is read.
enum PlanStatements {
  /// Until the transaction ends one plan is right for all values, as it is for any one UPK.
  ///
  /// By itself PostgreSQL plans anew for each call, since it takes an array of unknown length for
  /// longer than one element, and planning takes longer than reading. As for writers, a plan that
  /// was made while a table was empty must not scan it once it is full.
  static let ofOne = Statement(
    "plan.of-one",
    """
    select set_config('plan_cache_mode', 'force_generic_plan', true),
      set_config('enable_seqscan', 'off', true)
    """)

  static let all = [ofOne]
}

extension FundStore {
  /// What goes before statements about one UPK; nothing on Citus, which plans for the values.
  private var planOfOne: [Request] { shards == nil ? [Request(PlanStatements.ofOne)] : [] }
}
