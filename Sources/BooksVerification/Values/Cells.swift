/// Columns by name; `nil` stands for null.
struct Cells {
  private(set) var values: [String: String?]

  init(_ columns: KeyValuePairs<String, (any CustomStringConvertible)?>) {
    values = [:]
    for (name, value) in columns { values.updateValue(value.map { "\($0)" }, forKey: name) }
  }

  init(_ row: [String: JSON]) {
    values = row.mapValues(\.cell)
  }

  subscript(name: String) -> String? {
    get { values[name] ?? nil }
    set { values.updateValue(newValue, forKey: name) }
  }
}

/// Numbers as PostgreSQL writes an array of them.
func array(_ numbers: [Int64]) -> String {
  "{\(numbers.map { "\($0)" }.joined(separator: ","))}"
}
