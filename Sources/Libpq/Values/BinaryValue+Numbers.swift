extension Bool: BinaryValue {
  static var type: PostgresType { .bool }

  init?(binary: Span<UInt8>) {
    guard binary.count == 1 else { return nil }
    self = binary[0] != 0
  }

  func encode(into bytes: inout [UInt8]) {
    bytes.append(self ? 1 : 0)
  }
}

extension Int16: BinaryValue {
  static var type: PostgresType { .int2 }

  init?(binary: Span<UInt8>) {
    self.init(bigEndian: binary)
  }

  func encode(into bytes: inout [UInt8]) {
    appendBigEndian(to: &bytes)
  }
}

extension Int32: BinaryValue {
  static var type: PostgresType { .int4 }

  init?(binary: Span<UInt8>) {
    self.init(bigEndian: binary)
  }

  func encode(into bytes: inout [UInt8]) {
    appendBigEndian(to: &bytes)
  }
}

extension Int64: BinaryValue {
  static var type: PostgresType { .int8 }

  init?(binary: Span<UInt8>) {
    self.init(bigEndian: binary)
  }

  func encode(into bytes: inout [UInt8]) {
    appendBigEndian(to: &bytes)
  }
}

/// A full transaction id.
struct TransactionID: BinaryValue {
  let value: UInt64

  static var type: PostgresType { .xid8 }

  init(_ value: UInt64) {
    self.value = value
  }

  init?(binary: Span<UInt8>) {
    guard let value = UInt64(bigEndian: binary) else { return nil }
    self.value = value
  }

  func encode(into bytes: inout [UInt8]) {
    value.appendBigEndian(to: &bytes)
  }
}
