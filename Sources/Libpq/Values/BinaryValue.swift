/// A value in PostgreSQL's binary format.
protocol BinaryValue: Sendable {
  /// The type that a parameter of this value is declared with.
  static var type: PostgresType { get }

  /// Reads the value, or nothing if the bytes are no such value.
  init?(binary: Span<UInt8>)

  /// Appends the value's bytes, without a length.
  func encode(into bytes: inout [UInt8])

  /// Whether a column of this type decodes as this value.
  static func decodes(_ oid: UInt32) -> Bool
}

extension BinaryValue {
  static func decodes(_ oid: UInt32) -> Bool {
    oid == type.oid
  }
}

/// A type of PostgreSQL and of its arrays, by the numbers that pg_type gives them.
struct PostgresType: Hashable, Sendable {
  let name: String
  let oid: UInt32
  let arrayOID: UInt32

  static let bool = Self(name: "boolean", oid: 16, arrayOID: 1000)
  static let bytea = Self(name: "bytea", oid: 17, arrayOID: 1001)
  static let int8 = Self(name: "bigint", oid: 20, arrayOID: 1016)
  static let int2 = Self(name: "smallint", oid: 21, arrayOID: 1005)
  static let int4 = Self(name: "integer", oid: 23, arrayOID: 1007)
  static let text = Self(name: "text", oid: 25, arrayOID: 1009)
  static let date = Self(name: "date", oid: 1082, arrayOID: 1182)
  static let timestamptz = Self(name: "timestamptz", oid: 1184, arrayOID: 1185)
  static let uuid = Self(name: "uuid", oid: 2950, arrayOID: 2951)
  static let jsonb = Self(name: "jsonb", oid: 3802, arrayOID: 3807)
  static let xid8 = Self(name: "xid8", oid: 5069, arrayOID: 271)
}

extension FixedWidthInteger {
  init?(bigEndian bytes: Span<UInt8>) {
    guard bytes.count == Self.bitWidth / 8 else { return nil }
    var value: Self = 0
    for index in bytes.indices {
      value = (value << 8) | Self(truncatingIfNeeded: bytes[index])
    }
    self = value
  }

  func appendBigEndian(to bytes: inout [UInt8]) {
    var shift = Self.bitWidth
    while shift > 0 {
      shift -= 8
      bytes.append(UInt8(truncatingIfNeeded: self >> shift))
    }
  }
}
