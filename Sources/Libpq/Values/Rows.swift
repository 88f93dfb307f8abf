/// The rows that a statement gave, in the server's order.
public struct Rows: Sendable {
  let result: ResultMemory

  /// How many rows the statement gave, inserted, changed or deleted.
  public var affected: Int { result.affected }
}

extension Rows: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { result.rowCount }

  public subscript(position: Int) -> Row {
    precondition(indices.contains(position), "there is no row \(position)")
    return Row(result: result, index: position)
  }
}

/// One row of a result.
public struct Row: Sendable {
  let result: ResultMemory
  let index: Int

  /// Whether the column is null.
  ///
  /// - Throws: `PostgresError.decoding` if there is no such column.
  public func isNull(_ column: Int) throws(PostgresError) -> Bool {
    guard (0..<result.columnCount).contains(column) else {
      throw .decoding(
        statement: result.statement, column: "\(column)", reason: "there is no such column")
    }
    return result.isNull(row: index, column: column)
  }
}

extension Row {
  func value<Value: BinaryValue>(
    _ column: Int, as type: Value.Type
  ) throws(PostgresError) -> Value {
    guard let value = try optional(column, as: type) else {
      throw failure(column, "is null where \(type.type.name) was asked for")
    }
    return value
  }

  func optional<Value: BinaryValue>(
    _ column: Int, as type: Value.Type
  ) throws(PostgresError) -> Value? {
    let isNull = try isNull(column)
    let oid = result.columnType(column)
    guard Value.decodes(oid) else {
      throw failure(column, "has type number \(oid) where \(type.type.name) was asked for")
    }
    guard !isNull else { return nil }
    guard let value = result.scalar(row: index, column: column, as: type) else {
      throw failure(column, "does not read as \(type.type.name)")
    }
    return value
  }

  func array<Value: BinaryValue>(
    _ column: Int, of type: Value.Type
  ) throws(PostgresError) -> [Value] {
    var values: [Value] = []
    for element in try optionalArray(column, of: type) {
      guard let element else {
        throw failure(column, "has a null element where \(type.type.name)[] was asked for")
      }
      values.append(element)
    }
    return values
  }

  func optionalArray<Value: BinaryValue>(
    _ column: Int, of type: Value.Type
  ) throws(PostgresError) -> [Value?] {
    let isNull = try isNull(column)
    let oid = result.columnType(column)
    guard oid == type.type.arrayOID else {
      throw failure(column, "has type number \(oid) where \(type.type.name)[] was asked for")
    }
    guard !isNull else {
      throw failure(column, "is null where \(type.type.name)[] was asked for")
    }
    guard let values = result.array(row: index, column: column, of: type) else {
      throw failure(column, "does not read as \(type.type.name)[] of one dimension")
    }
    return values
  }

  private func failure(_ column: Int, _ reason: String) -> PostgresError {
    .decoding(
      statement: result.statement, column: result.columnName(column), reason: reason)
  }
}
