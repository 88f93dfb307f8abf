import CLibpq

/// A result of libpq, freed with the last row that refers to it.
///
/// `@unchecked Sendable` because libpq documents a `PGresult` as read-only once made, and free to
/// be passed between threads.
@safe
final class ResultMemory: @unchecked Sendable {
  let statement: String
  let rowCount: Int
  private let result: OpaquePointer

  /// Takes over `result`.
  init(_ result: OpaquePointer, statement: String) {
    unsafe self.result = result
    self.statement = statement
    rowCount = unsafe Int(PQntuples(result))
  }

  deinit {
    unsafe PQclear(result)
  }

  /// How many rows the statement gave or changed, by its command tag.
  var affected: Int {
    defer { withExtendedLifetime(self) {} }
    guard let count = unsafe PQcmdTuples(result) else { return 0 }
    return unsafe Int(String(cString: count)) ?? 0
  }

  /// The name of the command, `COMMIT` or `INSERT 0 1`.
  var commandTag: String {
    defer { withExtendedLifetime(self) {} }
    guard let tag = unsafe PQcmdStatus(result) else { return "" }
    return unsafe String(cString: tag)
  }

  var columnCount: Int {
    defer { withExtendedLifetime(self) {} }
    return unsafe Int(PQnfields(result))
  }

  func columnName(_ column: Int) -> String {
    defer { withExtendedLifetime(self) {} }
    guard let name = unsafe PQfname(result, Int32(column)) else { return "\(column)" }
    return unsafe String(cString: name)
  }

  func columnType(_ column: Int) -> UInt32 {
    defer { withExtendedLifetime(self) {} }
    return unsafe PQftype(result, Int32(column))
  }

  func isNull(row: Int, column: Int) -> Bool {
    defer { withExtendedLifetime(self) {} }
    return unsafe PQgetisnull(result, Int32(row), Int32(column)) != 0
  }

  func scalar<Value: BinaryValue>(row: Int, column: Int, as _: Value.Type) -> Value? {
    defer { withExtendedLifetime(self) {} }
    let cell = unsafe bytes(row: row, column: column)
    return unsafe Value(binary: Span(_unsafeElements: cell))
  }

  func array<Value: BinaryValue>(row: Int, column: Int, of type: Value.Type) -> [Value?]? {
    defer { withExtendedLifetime(self) {} }
    let cell = unsafe bytes(row: row, column: column)
    return unsafe BinaryArray.decode(Span(_unsafeElements: cell), as: type)
  }

  /// The bytes of a value that is not null, valid as long as the result.
  private func bytes(row: Int, column: Int) -> UnsafeBufferPointer<UInt8> {
    guard let start = unsafe PQgetvalue(result, Int32(row), Int32(column)) else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    let length = unsafe Int(PQgetlength(result, Int32(row), Int32(column)))
    let raw = UnsafeRawPointer(start)
    return unsafe UnsafeBufferPointer(
      start: raw.assumingMemoryBound(to: UInt8.self), count: length)
  }
}
