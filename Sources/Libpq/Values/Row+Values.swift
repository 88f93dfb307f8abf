/// Typed access to the columns of a row, by their place from 0.
///
/// Each throws `PostgresError.decoding` if there is no such column, its type is another or its
/// value is null; the `optional` forms give nothing for null.
extension Row {
  public func bool(_ column: Int) throws(PostgresError) -> Bool {
    try value(column, as: Bool.self)
  }

  public func optionalBool(_ column: Int) throws(PostgresError) -> Bool? {
    try optional(column, as: Bool.self)
  }

  public func int2(_ column: Int) throws(PostgresError) -> Int16 {
    try value(column, as: Int16.self)
  }

  public func optionalInt2(_ column: Int) throws(PostgresError) -> Int16? {
    try optional(column, as: Int16.self)
  }

  public func int4(_ column: Int) throws(PostgresError) -> Int32 {
    try value(column, as: Int32.self)
  }

  public func optionalInt4(_ column: Int) throws(PostgresError) -> Int32? {
    try optional(column, as: Int32.self)
  }

  public func int8(_ column: Int) throws(PostgresError) -> Int64 {
    try value(column, as: Int64.self)
  }

  public func optionalInt8(_ column: Int) throws(PostgresError) -> Int64? {
    try optional(column, as: Int64.self)
  }

  public func text(_ column: Int) throws(PostgresError) -> String {
    try value(column, as: String.self)
  }

  public func optionalText(_ column: Int) throws(PostgresError) -> String? {
    try optional(column, as: String.self)
  }

  public func bytea(_ column: Int) throws(PostgresError) -> [UInt8] {
    try value(column, as: [UInt8].self)
  }

  public func optionalBytea(_ column: Int) throws(PostgresError) -> [UInt8]? {
    try optional(column, as: [UInt8].self)
  }

  public func uuid(_ column: Int) throws(PostgresError) -> UUIDBytes {
    try value(column, as: UUIDBytes.self)
  }

  public func optionalUuid(_ column: Int) throws(PostgresError) -> UUIDBytes? {
    try optional(column, as: UUIDBytes.self)
  }

  /// Days since 1970-01-01.
  public func date(_ column: Int) throws(PostgresError) -> Int32 {
    try value(column, as: CalendarDate.self).day
  }

  /// Days since 1970-01-01.
  public func optionalDate(_ column: Int) throws(PostgresError) -> Int32? {
    try optional(column, as: CalendarDate.self)?.day
  }

  /// Microseconds since 1970 UTC.
  public func timestamp(_ column: Int) throws(PostgresError) -> Int64 {
    try value(column, as: Moment.self).microseconds
  }

  /// Microseconds since 1970 UTC.
  public func optionalTimestamp(_ column: Int) throws(PostgresError) -> Int64? {
    try optional(column, as: Moment.self)?.microseconds
  }

  /// A full transaction id.
  public func xid8(_ column: Int) throws(PostgresError) -> UInt64 {
    try value(column, as: TransactionID.self).value
  }

  /// A full transaction id.
  public func optionalXid8(_ column: Int) throws(PostgresError) -> UInt64? {
    try optional(column, as: TransactionID.self)?.value
  }

  /// The text of a document.
  public func jsonb(_ column: Int) throws(PostgresError) -> String {
    try value(column, as: JSONDocument.self).text
  }

  /// The text of a document.
  public func optionalJsonb(_ column: Int) throws(PostgresError) -> String? {
    try optional(column, as: JSONDocument.self)?.text
  }
}
