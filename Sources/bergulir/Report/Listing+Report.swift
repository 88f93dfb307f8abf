import FundAPI
import RevolvingFund
import SwiftProtobuf

extension Listing {
  /// A report of the wire: its columns are the fields, and each row's cells their values.
  init(_ report: Bergulir_V1_Report) {
    let facts = report.facts.map { ($0.name, $0.kind, $0.value) }
    self.init(
      report.rows.map { row in
        Record(zip(report.columns, row.cells).map { ($0.name, $0.kind, $1, $0.detail) })
      },
      shape: Record(report.columns.map { ($0.name, $0.kind, "", $0.detail) }),
      context: Record([
        report.area.isEmpty ? "upk" : "area": .filled(report.upk + report.area),
        "as_of": .filled(report.asOf),
      ]).appending(Record(facts.map { ($0.0, $0.1, $0.2, false) })))
  }
}

extension Record {
  /// A record of cells by name, kind and place; the account beside a name says what it is called.
  fileprivate init(_ cells: [(name: String, kind: String, text: String, isDetail: Bool)]) {
    let account = cells.first { $0.kind == ReportKind.account.rawValue }?.text ?? ""
    self.init(
      cells.map { cell in
        Field(
          name: cell.name,
          value: Value(
            cell: cell.text, kind: ReportKind(rawValue: cell.kind) ?? .text, account: account),
          place: cell.isDetail ? .detail : .table)
      })
  }
}

extension Value {
  /// A cell of a report; a kind that a newer daemon knows alone is text.
  fileprivate init(cell text: String, kind: ReportKind, account: String) {
    self =
      switch kind {
      case .text, .day, .name, .account: .filled(text)
      case .percent: .filledPercent(text)
      case .count: Int64(text).map { .count($0) } ?? .absent
      case .amount: Int64(text).map { .amount($0) } ?? .absent
      case .flag: text.isEmpty ? .absent : .flag(text == "true")
      case .accountName: Value(accountName: text, code: account)
      case .term: .code(text, ReportTerm.self)
      case .className: Value(className: text)
      case .loanState: .code(text, LoanState.self)
      case .category: Value(category: text)
      case .scheme: .code(text, ReserveScheme.self)
      case .measure: .code(text, ReportMeasure.self)
      case .control: .code(text, DataControl.self)
      }
  }

  private init(accountName text: String, code: String) {
    let account = Account(AccountCode(Int32(code) ?? 0), text)
    self = text.isEmpty ? .absent : .code(text, account.words)
  }

  private init(className text: String) {
    let term = Collectability.allCases.first { "\($0)" == text }
    self = term.map { .code(text, $0.words) } ?? .filled(text)
  }

  /// A category of an indicator, or of the authority to lend.
  private init(category text: String) {
    let words =
      AuthorityCategory(rawValue: text)?.words ?? PerformanceCategory(rawValue: text)?.words
    self = words.map { .code(text, $0) } ?? .filled(text)
  }
}
