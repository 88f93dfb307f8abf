internal import Crypto

/// A numbered step of the schema, taken once in each database.
public struct Migration: Hashable, Sendable {
  /// Counted from 1.
  public let version: Int
  public let name: String
  public let sql: String

  /// By which a step that was taken is told from one that was edited since.
  public var sha256: [UInt8] { Array(SHA256.hash(data: Array(sql.utf8))) }
}

/// A step that a database has taken.
public struct AppliedMigration: Hashable, Sendable {
  public let version: Int
  public let name: String
  public let sha256: [UInt8]
}
