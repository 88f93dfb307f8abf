/// The fields of a Protocol Buffers message, as they stand on the wire.
struct WireFields {
  /// One field, whatever it means.
  struct Field {
    var number: UInt64
    var value: Value
  }

  /// What a field carries.
  enum Value {
    case varint(UInt64)
    case fixed64([UInt8])
    case bytes([UInt8])
    case fixed32([UInt8])

    /// The number of the sort on the wire.
    var sort: UInt64 {
      switch self {
      case .varint: 0
      case .fixed64: 1
      case .bytes: 2
      case .fixed32: 5
      }
    }
  }

  var fields: [Field] = []

  /// Reads a message; `nil` for bytes that are none.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let key = WireFields.varint(&rest), key >> 3 > 0,
        let value = WireFields.value(of: key & 7, &rest)
      else { return nil }
      fields.append(Field(number: key >> 3, value: value))
    }
  }

  /// The message as bytes.
  var bytes: [UInt8] {
    fields.flatMap { field -> [UInt8] in
      let key = WireFields.varint(field.number << 3 | field.value.sort)
      switch field.value {
      case .varint(let number): return key + WireFields.varint(number)
      case .fixed64(let bytes), .fixed32(let bytes): return key + bytes
      case .bytes(let bytes): return key + WireFields.varint(UInt64(bytes.count)) + bytes
      }
    }
  }

  private static func value(of sort: UInt64, _ rest: inout ArraySlice<UInt8>) -> Value? {
    switch sort {
    case 0: varint(&rest).map(Value.varint)
    case 1: take(8, &rest).map(Value.fixed64)
    case 2: varint(&rest).flatMap { take($0, &rest) }.map(Value.bytes)
    case 5: take(4, &rest).map(Value.fixed32)
    default: nil
    }
  }

  private static func take(_ count: UInt64, _ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    guard count <= UInt64(rest.count) else { return nil }
    defer { rest = rest.dropFirst(Int(count)) }
    return Array(rest.prefix(Int(count)))
  }

  private static func varint(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      number |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return number }
    }
    return nil
  }

  private static func varint(_ number: UInt64) -> [UInt8] {
    var (rest, bytes) = (number, [UInt8]())
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
