/// CSV after RFC 4180, with a line feed at each line's end; codes and plain numbers, no words.
struct CSVText: Sendable {
  let headers: Headers

  /// A list as one line an item; a single thing as one line.
  func text(_ body: Answer.Body) -> String {
    switch body {
    case .item(let record), .change(let record), .document(_, let record):
      text(shape: record, [record])
    case .listing(let listing):
      text(shape: listing.shape, listing.items)
    case .nothing:
      ""
    }
  }

  private func text(shape: Record, _ records: [Record]) -> String {
    let names = shape.fields.map(\.name)
    let header = headers == .shown ? [names] : []
    let rows = header + records.map { record in names.map { cell(record[$0] ?? .absent) } }
    return rows.map { $0.map(CSVText.field).joined(separator: ",") + "\n" }.joined()
  }

  private func cell(_ value: Value) -> String {
    switch value {
    case .absent: ""
    case .text(let text), .code(let text, _), .percent(let text): text
    case .amount(let number), .count(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .list(let texts, _): texts.joined(separator: " ")
    case .record, .records: JSONText.value(value)
    }
  }

  /// A field in quotes where it needs them.
  static func field(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
