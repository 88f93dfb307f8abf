/// A statement of fixed text, prepared on each connection at its first use.
///
/// Name and text are literals, so that no statement is ever assembled from strings. The name is
/// what errors carry and what the server knows the prepared statement by: it is unique in the
/// program and shorter than 64 bytes.
public struct Statement: Hashable, Sendable {
  public let name: String
  public let sql: String

  public init(_ name: StaticString, _ sql: StaticString) {
    self.name = name.description
    self.sql = sql.description
    precondition((1..<64).contains(self.name.utf8.count), "\(name): a name has 1 to 63 bytes")
  }
}

/// One statement with its parameters, as a pipeline carries it.
public struct Request: Sendable {
  public let statement: Statement
  public let parameters: [Parameter]

  public init(_ statement: Statement, _ parameters: [Parameter] = []) {
    self.statement = statement
    self.parameters = parameters
  }
}

/// How a pipeline ends.
public enum PipelineEnd: Sendable {
  /// The server answers what it has; the implicit transaction stays open.
  case flush
  /// The implicit transaction commits, or is rolled back if any statement of it failed.
  case sync
}
