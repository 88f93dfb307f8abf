/// The fields of one thing, in the order in which they are shown.
///
/// Names are snake case and are a stable interface: JSON and CSV carry them, tables their headings.
struct Record: Hashable, Sendable {
  private(set) var fields: [Field]

  /// A named value.
  struct Field: Hashable, Sendable {
    let name: String
    let value: Value
    let place: Place
  }

  /// Where a field of a list is shown.
  enum Place: Hashable, Sendable {
    /// Everywhere.
    case table
    /// In JSON, CSV and single things, but not in a list's table, which stays narrow.
    case detail
  }

  init(_ fields: KeyValuePairs<String, Value>, details: KeyValuePairs<String, Value> = [:]) {
    self.fields =
      fields.map { Field(name: $0.key, value: $0.value, place: .table) }
      + details.map { Field(name: $0.key, value: $0.value, place: .detail) }
  }

  /// A record of fields with their places.
  init(_ fields: [Field]) { self.fields = fields }

  /// The value of a field; `nil` when the record has none of that name.
  subscript(name: String) -> Value? {
    fields.first { $0.name == name }?.value
  }

  /// The same record with other fields after its own.
  func appending(_ other: Record) -> Record {
    var record = self
    record.fields += other.fields
    return record
  }
}
