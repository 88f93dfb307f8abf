/// Why the database did not do what was asked.
public enum PostgresError: Error, Hashable, Sendable {
  /// The server refused a statement.
  case server(ServerError)
  /// There is no connection, or it was lost: whether the work was done is not known.
  case connection(reason: String)
  /// A value came back that is not of the type that was asked for.
  case decoding(statement: String, column: String, reason: String)
  /// A mistake of the program: the connection was put to a use that it does not have.
  case misuse(statement: String, reason: String)
  /// As many calls wait for a worker as may wait; none of this one was done.
  case queueFull
  /// The deadline passed, or the call was cancelled, before its end.
  ///
  /// None of it was done, unless its commit had been asked for: then it may have been done.
  case deadlineExceeded
  /// The workers were shut down; none of the call was done.
  case closed

  /// Whether the same work may succeed when it is done again from its beginning.
  public var isRetryable: Bool {
    switch self {
    case .server(let error): error.sqlState.isRetryable
    case .connection: true
    case .decoding, .misuse, .queueFull, .deadlineExceeded, .closed: false
    }
  }
}

extension PostgresError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .server(let error):
      error.description
    case .connection(let reason):
      "no connection to PostgreSQL: \(reason)"
    case .decoding(let statement, let column, let reason):
      "\(statement): column \(column): \(reason)"
    case .misuse(let statement, let reason):
      "\(statement): \(reason)"
    case .queueFull:
      "too many calls wait for the database; try again later"
    case .deadlineExceeded:
      "the deadline passed before the database had answered"
    case .closed:
      "the database workers are shut down"
    }
  }
}

/// What the server said about the statement that failed.
public struct ServerError: Error, Hashable, Sendable {
  public let sqlState: SQLState
  /// The name of the statement; `script` for a script, `commit` when only the commit failed.
  public let statement: String
  public let message: String
  public let detail: String?
  public let hint: String?
  public let table: String?
  public let column: String?
  public let constraint: String?
  /// Where in a script or statement the error is, in characters from 1.
  public let position: Int?

  public init(
    sqlState: SQLState, statement: String, message: String, detail: String? = nil,
    hint: String? = nil, table: String? = nil, column: String? = nil, constraint: String? = nil,
    position: Int? = nil
  ) {
    self.sqlState = sqlState
    self.statement = statement
    self.message = message
    self.detail = detail
    self.hint = hint
    self.table = table
    self.column = column
    self.constraint = constraint
    self.position = position
  }
}

extension ServerError: CustomStringConvertible {
  /// Statement, code and message.
  ///
  /// The detail is left out: it quotes rows, and rows may be of persons.
  public var description: String {
    var text = "\(statement): \(message) (SQLSTATE \(sqlState)"
    if let constraint { text += ", constraint \(constraint)" }
    if let position { text += ", at character \(position)" }
    text += ")"
    if let hint { text += "; \(hint)" }
    return text
  }
}
