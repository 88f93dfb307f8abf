internal import Libpq

extension ServerError {
  /// The error as one PostgreSQL would have told it.
  ///
  /// A shard's constraint has the shard's number behind its name. Where Citus copied rows to a
  /// shard, it passes on the message alone, under the code of an internal error.
  var asOfOneServer: ServerError {
    let kinds: [(words: String, state: SQLState)] = [
      ("violates unique constraint", .uniqueViolation),
      ("violates check constraint", .checkViolation),
      ("violates foreign key constraint", .foreignKeyViolation),
      ("violates not-null constraint", .notNullViolation),
    ]
    guard let kind = kinds.first(where: { message.contains($0.words) }) else { return self }
    let named = message.firstMatch(of: /violates [a-z-]+(?: key)? constraint "(.+?)(?:_\d+)?"/)
    return ServerError(
      sqlState: kind.state, statement: statement, message: message, detail: detail, hint: hint,
      table: table, column: column, constraint: named.map { String($0.output.1) } ?? constraint,
      position: position)
  }
}
