/// A column of rows that are copied into a table: its name, and a value for each row.
public struct CopyColumn: Sendable {
  public let name: String
  let values: Parameter
  let form: Form

  /// What the elements of the array are to the column.
  public enum Form: Hashable, Sendable {
    /// Its values.
    case asGiven
    /// Texts that name the elements of a list, which the column has one of in each row.
    case list(of: Element, separator: UInt8)
  }

  /// What a list is of.
  public enum Element: Hashable, Sendable {
    case text, int4, int8
  }

  /// A column with an array parameter of its values, such as `.int8s`.
  public init(_ name: String, _ values: Parameter, form: Form = .asGiven) {
    self.name = name
    self.values = values
    self.form = form
  }
}

/// Columns as the bytes of a binary COPY.
///
/// The elements of a binary array and the fields of a COPY are the same bytes: a length, -1 for
/// null, and a value.
struct CopyRows {
  let bytes: [UInt8]

  private static let signature = Array("PGCOPY\n".utf8) + [0xFF] + Array("\r\n".utf8) + [0]
  /// Number of dimensions, whether there are nulls, element type; length and lower bound.
  private static let arrayHeader = 20

  /// - Throws: `PostgresError.misuse` unless each column is an array with as many values as the
  ///   others, and a list is one of what it says.
  init(_ columns: [CopyColumn], into table: String) throws(PostgresError) {
    var fields: [[UInt8]] = []
    var count: Int?
    for column in columns {
      guard let values = column.values.value, column.values.isArray,
        count.map({ $0 == Self.count(values) }) ?? true
      else {
        throw .misuse(
          statement: "copy \(table)", reason: "\(column.name) has not a value for each row")
      }
      count = Self.count(values)
      guard let elements = column.form.elements(values) else {
        throw .misuse(statement: "copy \(table)", reason: "\(column.name) is no list of that")
      }
      fields.append(elements)
    }
    bytes = Self.rows(fields, count: count ?? 0)
  }

  private static func rows(_ columns: [[UInt8]], count: Int) -> [UInt8] {
    var bytes = signature
    bytes.reserveCapacity(columns.reduce(32 + 2 * count) { $0 + $1.count })
    Int32(0).appendBigEndian(to: &bytes)
    Int32(0).appendBigEndian(to: &bytes)
    var places = columns.map { $0.isEmpty ? 0 : arrayHeader }
    for _ in 0..<count {
      Int16(columns.count).appendBigEndian(to: &bytes)
      for column in columns.indices {
        let end = self.end(ofFieldAt: places[column], in: columns[column])
        bytes.append(contentsOf: columns[column][places[column]..<end])
        places[column] = end
      }
    }
    Int16(-1).appendBigEndian(to: &bytes)
    return bytes
  }

  static func count(_ array: [UInt8]) -> Int {
    array.count < arrayHeader ? 0 : int4(at: 12, in: array)
  }

  static func end(ofFieldAt place: Int, in bytes: [UInt8]) -> Int {
    place + 4 + max(0, int4(at: place, in: bytes))
  }

  static func int4(at place: Int, in bytes: [UInt8]) -> Int {
    var value: UInt32 = 0
    for index in place..<place + 4 { value = value << 8 | UInt32(bytes[index]) }
    return Int(Int32(bitPattern: value))
  }

  /// Where the elements of an array begin.
  static var firstElement: Int { arrayHeader }
}

extension CopyColumn.Form {
  /// An array whose elements are the fields of the column; `nil` where a text is no such list.
  fileprivate func elements(_ array: [UInt8]) -> [UInt8]? {
    guard case .list(let element, let separator) = self else { return array }
    var lists = Array(array.prefix(CopyRows.firstElement))
    var place = CopyRows.firstElement
    for _ in 0..<CopyRows.count(array) {
      let end = CopyRows.end(ofFieldAt: place, in: array)
      if CopyRows.int4(at: place, in: array) < 0 {
        lists.append(contentsOf: array[place..<end])
      } else {
        guard let list = element.list(array[place + 4..<end], separator: separator) else {
          return nil
        }
        Int32(list.count).appendBigEndian(to: &lists)
        lists.append(contentsOf: list)
      }
      place = end
    }
    return lists
  }
}

extension CopyColumn.Element {
  /// The binary array of what a text such as `{1,2}` or `a b` names.
  fileprivate func list(_ text: ArraySlice<UInt8>, separator: UInt8) -> [UInt8]? {
    let bare = text.first == UInt8(ascii: "{") ? text.dropFirst().dropLast() : text
    let parts =
      bare.isEmpty ? [] : bare.split(separator: separator, omittingEmptySubsequences: false)
    switch self {
    case .text: return BinaryArray.encode(parts.map { String(decoding: $0, as: UTF8.self) })
    case .int4: return numbers(parts, as: Int32.self)
    case .int8: return numbers(parts, as: Int64.self)
    }
  }

  private func numbers<Number: BinaryValue & FixedWidthInteger>(
    _ parts: [ArraySlice<UInt8>], as _: Number.Type
  ) -> [UInt8]? {
    let numbers = parts.map { Number(String(decoding: $0, as: UTF8.self)) }
    return numbers.contains(nil) ? nil : BinaryArray.encode(numbers)
  }
}
