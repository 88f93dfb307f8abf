/// A parameter of a statement: its type and its value in binary format, or null.
public struct Parameter: Hashable, Sendable {
  let oid: UInt32
  let value: [UInt8]?
  let isArray: Bool

  init<Value: BinaryValue>(scalar value: Value?) {
    oid = Value.type.oid
    isArray = false
    self.value = value.map { value in
      var bytes: [UInt8] = []
      value.encode(into: &bytes)
      return bytes
    }
  }

  init<Value: BinaryValue>(array values: some Collection<Value?>) {
    oid = Value.type.arrayOID
    isArray = true
    value = BinaryArray.encode(values)
  }
}

/// Single values; `nil` is NULL.
///
/// Days count from 1970-01-01 and moments are microseconds since then.
extension Parameter {
  public static func bool(_ value: Bool?) -> Self {
    Self(scalar: value)
  }

  public static func int2(_ value: Int16?) -> Self {
    Self(scalar: value)
  }

  public static func int4(_ value: Int32?) -> Self {
    Self(scalar: value)
  }

  public static func int8(_ value: Int64?) -> Self {
    Self(scalar: value)
  }

  public static func text(_ value: String?) -> Self {
    Self(scalar: value)
  }

  public static func bytea(_ value: [UInt8]?) -> Self {
    Self(scalar: value)
  }

  public static func uuid(_ value: UUIDBytes?) -> Self {
    Self(scalar: value)
  }

  /// A date in days since 1970-01-01.
  public static func date(_ value: Int32?) -> Self {
    Self(scalar: value.map(CalendarDate.init))
  }

  /// A `timestamptz` in microseconds since 1970 UTC.
  public static func timestamp(_ value: Int64?) -> Self {
    Self(scalar: value.map(Moment.init))
  }

  /// A full transaction id.
  public static func xid8(_ value: UInt64?) -> Self {
    Self(scalar: value.map(TransactionID.init))
  }

  /// A `jsonb` document as its text.
  public static func jsonb(_ value: String?) -> Self {
    Self(scalar: value.map(JSONDocument.init))
  }
}
