internal import Libpq

/// A statement that inserts one row for each element of its parameters, and so can be a COPY.
struct CopyTarget {
  let table: String
  private let columns: [String]
  /// Columns that the statement makes lists of.
  private let lists: [String: CopyColumn.Form]

  /// Takes table and columns from the statement, whose parameters stand in their order.
  private init(_ statement: Statement, lists: [String: CopyColumn.Form] = [:]) {
    let words = statement.sql.split(whereSeparator: \.isWhitespace)
    guard words.prefix(2) == ["insert", "into"], words.count > 2,
      let first = statement.sql.firstIndex(of: "("), let last = statement.sql.firstIndex(of: ")")
    else { preconditionFailure("\(statement.name) inserts nothing that names its columns") }
    table = String(words[2])
    columns = statement.sql[first..<last].dropFirst().split(separator: ",").map { name in
      String(name.drop(while: \.isWhitespace).prefix { !$0.isWhitespace })
    }
    self.lists = lists
  }

  /// The parameters as columns of the table.
  func columns(_ parameters: [Parameter]) -> [CopyColumn] {
    zip(columns, parameters).map { CopyColumn($0, $1, form: lists[$0] ?? .asGiven) }
  }

  private static let numbers = CopyColumn.Form.list(of: .int8, separator: UInt8(ascii: ","))

  /// What has many rows in the life of a UPK, by the statement's name; the rest is not worth it.
  static let byStatement: [String: CopyTarget] = [
    entry(EventStatements.insert, ["vouchers": .list(of: .text, separator: UInt8(ascii: " "))]),
    entry(JournalWrites.insertVouchers), entry(JournalWrites.insertPostings),
    entry(PersonStatements.insert), entry(TrainingStatements.insert),
    entry(KSMStatements.insert), entry(KSMStatements.insertMember),
    entry(
      AttestationStatements.insert,
      ["items": .list(of: .text, separator: UInt8(ascii: ","))]),
    entry(ApplicationWrites.insertShares), entry(ApplicationWrites.insertSteps),
    entry(
      ApplicationWrites.insertAppraisals,
      ["scores": .list(of: .int4, separator: UInt8(ascii: ","))]),
    entry(LoanWrites.insert, ["member_paid": numbers]), entry(LoanWrites.insertShares),
    entry(LoanWrites.insertInstallments), entry(DisbursementWrites.insertReceipts),
    entry(
      RepaymentWrites.insert, ["members": numbers, "payers": numbers, "amounts": numbers]),
    entry(PeriodWrites.insertIndicators),
  ].reduce(into: [:]) { $0[$1.name] = $1.target }

  private static func entry(
    _ statement: Statement, _ lists: [String: CopyColumn.Form] = [:]
  ) -> (name: String, target: CopyTarget) {
    (statement.name, CopyTarget(statement, lists: lists))
  }
}
