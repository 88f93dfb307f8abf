/// The array forms, each for elements that are there and for elements that may be null.
extension Parameter {
  public static func bools(_ values: [Bool]) -> Self {
    Self(array: values.lazy.map(Optional.some))
  }

  public static func bools(_ values: [Bool?]) -> Self {
    Self(array: values)
  }

  public static func int2s(_ values: [Int16]) -> Self {
    Self(array: values.lazy.map(Optional.some))
  }

  public static func int2s(_ values: [Int16?]) -> Self {
    Self(array: values)
  }

  public static func int4s(_ values: [Int32]) -> Self {
    Self(array: values.lazy.map(Optional.some))
  }

  public static func int4s(_ values: [Int32?]) -> Self {
    Self(array: values)
  }

  public static func int8s(_ values: [Int64]) -> Self {
    Self(array: values.lazy.map(Optional.some))
  }

  public static func int8s(_ values: [Int64?]) -> Self {
    Self(array: values)
  }

  public static func texts(_ values: [String]) -> Self {
    Self(array: values.lazy.map(Optional.some))
  }

  public static func texts(_ values: [String?]) -> Self {
    Self(array: values)
  }

  public static func byteas(_ values: [[UInt8]]) -> Self {
    Self(array: values.lazy.map(Optional.some))
  }

  public static func byteas(_ values: [[UInt8]?]) -> Self {
    Self(array: values)
  }

  public static func uuids(_ values: [UUIDBytes]) -> Self {
    Self(array: values.lazy.map(Optional.some))
  }

  public static func uuids(_ values: [UUIDBytes?]) -> Self {
    Self(array: values)
  }

  /// Dates in days since 1970-01-01.
  public static func dates(_ values: [Int32]) -> Self {
    Self(array: values.lazy.map { Optional(CalendarDate($0)) })
  }

  /// Dates in days since 1970-01-01.
  public static func dates(_ values: [Int32?]) -> Self {
    Self(array: values.lazy.map { $0.map(CalendarDate.init) })
  }

  /// Moments in microseconds since 1970 UTC.
  public static func timestamps(_ values: [Int64]) -> Self {
    Self(array: values.lazy.map { Optional(Moment($0)) })
  }

  /// Moments in microseconds since 1970 UTC.
  public static func timestamps(_ values: [Int64?]) -> Self {
    Self(array: values.lazy.map { $0.map(Moment.init) })
  }

  /// Full transaction ids.
  public static func xid8s(_ values: [UInt64]) -> Self {
    Self(array: values.lazy.map { Optional(TransactionID($0)) })
  }

  /// Full transaction ids.
  public static func xid8s(_ values: [UInt64?]) -> Self {
    Self(array: values.lazy.map { $0.map(TransactionID.init) })
  }

  /// Documents as their text.
  public static func jsonbs(_ values: [String]) -> Self {
    Self(array: values.lazy.map { Optional(JSONDocument($0)) })
  }

  /// Documents as their text.
  public static func jsonbs(_ values: [String?]) -> Self {
    Self(array: values.lazy.map { $0.map(JSONDocument.init) })
  }
}
