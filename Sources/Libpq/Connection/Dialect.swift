/// How statements are put to a server that is not a PostgreSQL by itself.
public struct Dialect: Sendable {
  /// How the statements of several pipelines become one transaction.
  public enum Transactions: Sendable {
    /// By being sent before the same Sync: nothing but the statements goes over the line.
    case implicit
    /// Between BEGIN and COMMIT, for servers that take each statement of a pipeline for one by
    /// itself until they are told otherwise; what is set for each transaction comes first.
    case explicit(settings: [Statement])
  }

  let transactions: Transactions
  /// What is prepared under the statement's name.
  let wording: @Sendable (Statement) -> String
  /// What is made of an error that the server tells.
  let reading: @Sendable (ServerError) -> ServerError

  public init(
    _ transactions: Transactions, wording: @escaping @Sendable (Statement) -> String,
    reading: @escaping @Sendable (ServerError) -> ServerError
  ) {
    self.transactions = transactions
    self.wording = wording
    self.reading = reading
  }

  /// As the statements are written.
  public static let postgres = Dialect(.implicit, wording: \.sql, reading: { $0 })

  /// As they are written too, with a transaction that every server knows.
  public static let anyServer = Dialect(
    .explicit(settings: []), wording: \.sql, reading: { $0 })
}
