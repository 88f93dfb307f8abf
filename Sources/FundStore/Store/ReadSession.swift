internal import Libpq
internal import Logging

/// One state of the database, read statement by statement on a reader's connection.
struct ReadSession {
  fileprivate let connection: Connection

  /// Reads the rows of several statements at once, in their order.
  func rows(_ requests: [Request]) throws(PostgresError) -> [Rows] {
    try connection.pipeline(requests, end: .flush)
  }

  /// Reads the rows of one statement.
  func rows(_ statement: Statement, _ parameters: [Parameter] = []) throws(PostgresError) -> Rows {
    try rows([Request(statement, parameters)])[0]
  }
}

extension FundStore {
  /// Lets `body` read on a connection for reads, all of it in one state of the database.
  ///
  /// A connection that was lost is tried once more on a new one: a read changes nothing.
  ///
  /// - Throws: `StoreError`.
  func read<Value: Sendable>(
    _ body: @Sendable @escaping (ReadSession) throws -> Value
  ) async throws -> Value {
    try await StoreError.translating {
      do {
        return try await attempt(body)
      } catch let error as PostgresError where error.isRetryable {
        logger.warning("a read is tried again", metadata: ["error": "\(error)"])
        return try await attempt(body)
      }
    }
  }

  private func attempt<Value: Sendable>(
    _ body: @Sendable @escaping (ReadSession) throws -> Value
  ) async throws -> Value {
    try await readers.run { connection in
      let value = try body(ReadSession(connection: connection))
      try connection.finish()
      return value
    }
  }
}
