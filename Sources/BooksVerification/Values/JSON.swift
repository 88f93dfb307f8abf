/// What PostgreSQL writes of a row or a document.
enum JSON {
  case null
  /// A text, a number as it was written, or a truth value.
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// Reads a whole document; `nil` for anything else.
  init?(_ text: String) {
    var reader = JSONReader(bytes: Array(text.utf8))
    guard let value = reader.value(), reader.isAtEnd else { return nil }
    self = value
  }

  /// As a column is compared: lists as PostgreSQL writes arrays, `nil` for null.
  var cell: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .list(let values): "{\(values.map { $0.cell ?? "NULL" }.joined(separator: ","))}"
    case .object(let fields):
      "{"
        + fields.sorted { $0.key < $1.key }.map { "\($0):\($1.cell ?? "")" }
        .joined(separator: ",") + "}"
    }
  }

  var object: [String: JSON] {
    if case .object(let fields) = self { return fields }
    return [:]
  }

  /// The fields of a flat object of texts; `nil` where it holds anything else.
  var texts: [String: String]? {
    guard case .object(let fields) = self else { return nil }
    var texts: [String: String] = [:]
    for (name, value) in fields {
      guard case .text(let text) = value else { return nil }
      texts[name] = text
    }
    return texts
  }
}

/// Reads JSON byte by byte.
private struct JSONReader {
  let bytes: [UInt8]
  private var place = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return place == bytes.count
    }
  }

  mutating func value() -> JSON? {
    skipSpace()
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "\""): return string().map { .text($0) }
    default: return word()
    }
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place] <= UInt8(ascii: " ") { place += 1 }
  }

  private mutating func take(_ byte: Character) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == byte.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func object() -> JSON? {
    guard take("{") else { return nil }
    var fields: [String: JSON] = [:]
    if take("}") { return .object(fields) }
    repeat {
      skipSpace()
      guard let name = string(), take(":"), let value = value() else { return nil }
      fields[name] = value
    } while take(",")
    return take("}") ? .object(fields) : nil
  }

  private mutating func list() -> JSON? {
    guard take("[") else { return nil }
    var values: [JSON] = []
    if take("]") { return .list(values) }
    repeat {
      guard let value = value() else { return nil }
      values.append(value)
    } while take(",")
    return take("]") ? .list(values) : nil
  }

  private mutating func word() -> JSON? {
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
        || byte == UInt8(ascii: "}")
      {
        break
      }
      place += 1
    }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    return word.isEmpty ? nil : word == "null" ? .null : .text(word)
  }

  private mutating func string() -> String? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
    place += 1
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\""),
      bytes[place] != UInt8(ascii: "\\")
    {
      place += 1
    }
    // What has nothing to be unescaped, as almost every text, is taken as it stands.
    var read = Array(bytes[start..<place])
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: read, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        read.append(byte)
        continue
      }
      guard let scalar = escaped() else { return nil }
      read += Array(String(Character(scalar)).utf8)
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard place < bytes.count else { return nil }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "u"):
      guard place + 4 <= bytes.count else { return nil }
      let code = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
      place += 4
      return code.flatMap { Unicode.Scalar($0) }
    default: return Unicode.Scalar(byte)
    }
  }
}
