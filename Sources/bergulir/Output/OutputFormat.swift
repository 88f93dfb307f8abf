import ArgumentParser
import FundAPI

/// How answers are written to standard output.
enum OutputFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case table, json, jsonl, csv
}

/// Whether tables and CSV begin with their headings.
enum Headers: Hashable, Sendable {
  case shown, hidden
}

/// An answer as text.
struct Printer: Sendable {
  let format: OutputFormat
  let language: Language
  let headers: Headers

  /// What goes to standard output; empty when there is nothing.
  func text(_ answer: Answer) -> String {
    guard format == .csv, let rows = answer.rows else { return text(answer.body) }
    return text(Answer.Body.listing(rows))
  }

  func text(_ body: Answer.Body) -> String {
    switch format {
    case .table: TableText(language: language, headers: headers).text(body)
    case .json: JSONText.text(body)
    case .jsonl: JSONText.lines(body)
    case .csv: CSVText(headers: headers).text(body)
    }
  }
}
