internal import Crypto

/// A numbered step of the schema, taken once in each database.
public struct Migration: Hashable, Sendable {
  /// Counted from 1.
  public let version: Int
  public let name: String
  public let sql: String

  /// By which a step that was taken is told from one that was edited since.
  public var sha256: [UInt8] { Array(SHA256.hash(data: Array(sql.utf8))) }

  /// The statements one by one: Citus passes on the whole of what it was sent, and takes one only.
  ///
  /// A statement ends with a semicolon at the end of a line, outside of `$$`.
  var statements: [String] {
    var statements: [String] = []
    var current = ""
    for line in sql.split(separator: "\n", omittingEmptySubsequences: false) {
      current += line + "\n"
      let isQuoted = current.split(separator: "$$", omittingEmptySubsequences: false).count % 2 == 0
      if line.hasSuffix(";"), !isQuoted {
        statements.append(current)
        current = ""
      }
    }
    return current.allSatisfy(\.isWhitespace) ? statements : statements + [current]
  }
}

/// A step that a database has taken.
public struct AppliedMigration: Hashable, Sendable {
  public let version: Int
  public let name: String
  public let sha256: [UInt8]
}
