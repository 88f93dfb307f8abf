import FundAPI
import RevolvingFund

/// Tables for people: headings and words in their language, numbers flush right.
struct TableText: Sendable {
  let language: Language
  let headers: Headers

  func text(_ body: Answer.Body) -> String {
    switch body {
    case .item(let record):
      item(record)
    case .change(let record):
      table(shape: record, [record])
    case .listing(let listing):
      context(listing.context) + table(shape: listing.shape, listing.items)
        + nested(listing.context)
    case .nothing:
      ""
    case .document(let text, _):
      text
    }
  }

  /// One line a field, then what is nested as tables of their own.
  private func item(_ record: Record) -> String {
    let flat = record.fields.filter { !$0.value.isNested }
    let headings = flat.map { heading($0.name, [$0.value]) }
    let width = headings.map(\.count).max() ?? 0
    let lines = zip(headings, flat).map { heading, field in
      heading.padded(to: width) + "  " + cell(field.value) + "\n"
    }
    return lines.joined() + nested(record)
  }

  private func nested(_ record: Record) -> String {
    record.fields.map { field in
      let heading = "\n" + heading(field.name, []) + "\n"
      return switch field.value {
      case .records(let records) where records.isEmpty: ""
      case .record(let record): heading + item(record)
      case .records(let records):
        heading + table(shape: records.first ?? Record([:]), records)
          + records.map(sections).joined()
      case .absent, .text, .code, .amount, .count, .flag, .percent, .list: ""
      }
    }.joined()
  }

  /// What is nested in one of several records, under the name that its line begins with.
  private func sections(_ record: Record) -> String {
    let inner = record.fields.filter { field in
      if case .records(let records) = field.value { !records.isEmpty } else { false }
    }
    guard !inner.isEmpty, let name = record.fields.first else { return "" }
    return inner.map { field in
      guard case .records(let records) = field.value, field.place == .table else { return "" }
      return "\n" + cell(name.value) + ": " + heading(field.name, []) + "\n"
        + table(shape: records.first ?? Record([:]), records)
    }.joined()
  }

  private func context(_ record: Record) -> String {
    let facts = record.fields.filter { !$0.value.isNested && $0.value != .absent }.map {
      "\(heading($0.name, [$0.value])): \(cell($0.value))"
    }
    guard !facts.isEmpty, headers == .shown else { return "" }
    return facts.joined(separator: ", ") + "\n\n"
  }

  private func table(shape: Record, _ records: [Record]) -> String {
    guard !records.isEmpty else { return "" }
    let columns = shape.fields.filter { !$0.value.isNested && $0.place == .table }.map { field in
      column(field.name, records.map { $0[field.name] ?? .absent })
    }
    let first = headers == .shown ? 0 : 1
    return (first...records.count).map { row in
      let line = columns.map { $0[row] }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// A heading and its cells, all of one width.
  private func column(_ name: String, _ values: [Value]) -> [String] {
    let texts = [heading(name, values)] + values.map(cell)
    let isNumeric = values.contains(where: \.isNumeric)
    let shown = headers == .shown ? texts : Array(texts.dropFirst())
    let width = shown.map(\.count).max() ?? 0
    return texts.map { isNumeric ? $0.padded(from: width) : $0.padded(to: width) }
  }

  /// A field's heading; its own name where the catalogue has none.
  private func heading(_ field: String, _ values: [Value]) -> String {
    let content: Headings.Content = values.contains(where: \.isNumeric) ? .figure : .name
    return Headings.of(field, holding: content)?[language] ?? field
  }

  private func cell(_ value: Value) -> String {
    switch value {
    case .absent: "-"
    case .text(let text): text
    case .code(_, let words): words[language]
    case .amount(let number): Rupiah(number).figures[language]
    case .count(let number): "\(number)"
    case .flag(let flag): Notes.yesOrNo(flag)[language]
    case .percent(let text): Percent(text: text).words[language]
    case .list(_, let words):
      words.isEmpty ? "-" : words.map { $0[language] }.joined(separator: ", ")
    case .record, .records: ""
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func padded(from width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
