internal import RevolvingFund
internal import SwiftProtobuf

/// How the cells of a report's column are written.
public enum ReportKind: String, Hashable, Sendable, CaseIterable {
  case text, day, name, flag, percent, count, amount, account
  case accountName = "account_name"
  case term
  case className = "class_name"
  case loanState = "loan_state"
  case category, scheme, measure, control
}

/// A cell before it is text; nothing to say is an empty one.
enum ReportCell: Hashable, Sendable {
  case none
  case text(String)
  case day(Day?)
  case name(ResourceName)
  case flag(Bool)
  case percent(String?)
  case count(Int64)
  case amount(Rupiah)
  case account(AccountCode)
  case accountName(Account)
  case term(ReportTerm)
  case className(Collectability)
  case loanState(LoanState)
  case category(String)
  case scheme(ReserveScheme)
  case measure(ReportMeasure)
  case control(DataControl)

  var text: String {
    switch self {
    case .none: ""
    case .text(let text), .category(let text): text
    case .day(let day): day?.description ?? ""
    case .name(let name): name.description
    case .flag(let flag): "\(flag)"
    case .percent(let text): text ?? ""
    case .count(let count): "\(count)"
    case .amount(let amount): "\(amount.amount)"
    case .account(let code): "\(code.number)"
    case .accountName(let account): account.name
    case .term(let term): term.rawValue
    case .className(let found): "\(found)"
    case .loanState(let state): state.rawValue
    case .scheme(let scheme): scheme.rawValue
    case .measure(let measure): measure.rawValue
    case .control(let control): control.rawValue
    }
  }

  /// The kind of a column that it may stand in; `nil` for one that fits everywhere.
  var kind: ReportKind? {
    switch self {
    case .none: nil
    case .text: .text
    case .day: .day
    case .name: .name
    case .flag: .flag
    case .percent: .percent
    case .count: .count
    case .amount: .amount
    case .account: .account
    case .accountName: .accountName
    case .term: .term
    case .className: .className
    case .loanState: .loanState
    case .category: .category
    case .scheme: .scheme
    case .measure: .measure
    case .control: .control
    }
  }
}

/// A column of a report.
struct ReportField: Hashable, Sendable {
  let name: String
  let kind: ReportKind
  let isDetail: Bool

  static func shown(_ name: String, _ kind: ReportKind) -> ReportField {
    ReportField(name: name, kind: kind, isDetail: false)
  }

  static func detail(_ name: String, _ kind: ReportKind) -> ReportField {
    ReportField(name: name, kind: kind, isDetail: true)
  }
}

extension Bergulir_V1_Report {
  /// A report on a UPK as a table.
  init(
    _ name: String, of upk: Code, asOf day: Day, _ fields: [ReportField],
    _ rows: [[ReportCell]], facts: [(String, ReportCell)] = []
  ) {
    self.init(name, asOf: day, fields, rows, facts: facts)
    self.upk = ResourceName.upk(upk).description
  }

  /// A report as a table, on what is still to be said.
  init(
    _ name: String, asOf day: Day, _ fields: [ReportField], _ rows: [[ReportCell]],
    facts: [(String, ReportCell)] = []
  ) {
    self.init()
    report = name
    asOf = day.description
    columns = fields.map { field in
      .with {
        $0.name = field.name
        $0.kind = field.kind.rawValue
        $0.detail = field.isDetail
      }
    }
    self.rows = rows.map { cells in
      precondition(
        cells.count == fields.count
          && zip(cells, fields).allSatisfy { cell, field in (cell.kind ?? field.kind) == field.kind
          },
        "a row of \(name) fits its columns")
      return .with { $0.cells = cells.map(\.text) }
    }
    self.facts = facts.map { name, cell in
      .with {
        $0.name = name
        $0.kind = (cell.kind ?? .text).rawValue
        $0.value = cell.text
      }
    }
  }
}
