/// Typed access to columns that hold arrays of one dimension, by their place from 0.
///
/// Each throws `PostgresError.decoding` if there is no such column, its type is another, it is
/// null, or an element is null; the `optional` forms take elements that are null.
extension Row {
  public func bools(_ column: Int) throws(PostgresError) -> [Bool] {
    try array(column, of: Bool.self)
  }

  public func optionalBools(_ column: Int) throws(PostgresError) -> [Bool?] {
    try optionalArray(column, of: Bool.self)
  }

  public func int2s(_ column: Int) throws(PostgresError) -> [Int16] {
    try array(column, of: Int16.self)
  }

  public func optionalInt2s(_ column: Int) throws(PostgresError) -> [Int16?] {
    try optionalArray(column, of: Int16.self)
  }

  public func int4s(_ column: Int) throws(PostgresError) -> [Int32] {
    try array(column, of: Int32.self)
  }

  public func optionalInt4s(_ column: Int) throws(PostgresError) -> [Int32?] {
    try optionalArray(column, of: Int32.self)
  }

  public func int8s(_ column: Int) throws(PostgresError) -> [Int64] {
    try array(column, of: Int64.self)
  }

  public func optionalInt8s(_ column: Int) throws(PostgresError) -> [Int64?] {
    try optionalArray(column, of: Int64.self)
  }

  public func texts(_ column: Int) throws(PostgresError) -> [String] {
    try array(column, of: String.self)
  }

  public func optionalTexts(_ column: Int) throws(PostgresError) -> [String?] {
    try optionalArray(column, of: String.self)
  }

  public func byteas(_ column: Int) throws(PostgresError) -> [[UInt8]] {
    try array(column, of: [UInt8].self)
  }

  public func optionalByteas(_ column: Int) throws(PostgresError) -> [[UInt8]?] {
    try optionalArray(column, of: [UInt8].self)
  }

  public func uuids(_ column: Int) throws(PostgresError) -> [UUIDBytes] {
    try array(column, of: UUIDBytes.self)
  }

  public func optionalUuids(_ column: Int) throws(PostgresError) -> [UUIDBytes?] {
    try optionalArray(column, of: UUIDBytes.self)
  }

  /// Days since 1970-01-01.
  public func dates(_ column: Int) throws(PostgresError) -> [Int32] {
    try array(column, of: CalendarDate.self).map(\.day)
  }

  /// Days since 1970-01-01.
  public func optionalDates(_ column: Int) throws(PostgresError) -> [Int32?] {
    try optionalArray(column, of: CalendarDate.self).map { $0?.day }
  }

  /// Microseconds since 1970 UTC.
  public func timestamps(_ column: Int) throws(PostgresError) -> [Int64] {
    try array(column, of: Moment.self).map(\.microseconds)
  }

  /// Microseconds since 1970 UTC.
  public func optionalTimestamps(_ column: Int) throws(PostgresError) -> [Int64?] {
    try optionalArray(column, of: Moment.self).map { $0?.microseconds }
  }

  /// Full transaction ids.
  public func xid8s(_ column: Int) throws(PostgresError) -> [UInt64] {
    try array(column, of: TransactionID.self).map(\.value)
  }

  /// Full transaction ids.
  public func optionalXid8s(_ column: Int) throws(PostgresError) -> [UInt64?] {
    try optionalArray(column, of: TransactionID.self).map { $0?.value }
  }

  /// The texts of documents.
  public func jsonbs(_ column: Int) throws(PostgresError) -> [String] {
    try array(column, of: JSONDocument.self).map(\.text)
  }

  /// The texts of documents.
  public func optionalJsonbs(_ column: Int) throws(PostgresError) -> [String?] {
    try optionalArray(column, of: JSONDocument.self).map { $0?.text }
  }
}
