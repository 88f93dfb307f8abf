import FundAPI
import RevolvingFund

/// A CSV file of what a meeting collected, checked line by line before anything is sent.
struct SheetFile: Sendable {
  let lines: [Line]

  /// A repayment with the line it stands on.
  struct Line: Sendable {
    let line: Int
    let wire: Bergulir_V1_SheetLine
  }

  /// The most lines of one sheet.
  static let limit = 200

  /// Reads the file; a loan may be written by its number alone.
  ///
  /// - Throws: `Complaint` with every bad line, or with what is wrong with the whole file.
  init(_ file: TextFile, of upk: UPKArgument) throws {
    try self.init(text: try file.read(), path: file.path, of: upk)
  }

  /// Reads the text of a file; the path is for messages only.
  ///
  /// - Throws: `Complaint` as above.
  init(text: String, path: String, of upk: UPKArgument) throws(Complaint) {
    let csv = try CSVFile(text, path: path, columns: ["loan", "amount_idr", "receipt"])
    guard !csv.rows.isEmpty else { throw Complaint(.fileEmpty(path: path)) }
    guard csv.rows.count <= SheetFile.limit else {
      throw Complaint(.tooManyLines(path: path, limit: SheetFile.limit))
    }
    var mistakes: [Mistake] = []
    let lines = csv.rows.map { row in
      Line(line: row.line, wire: SheetFile.draft(row, of: upk, &mistakes))
    }
    guard mistakes.isEmpty else { throw Complaint(mistakes) }
    self.lines = lines
  }

  private static func draft(
    _ row: CSVFile.Row, of upk: UPKArgument, _ mistakes: inout [Mistake]
  ) -> Bergulir_V1_SheetLine {
    func wrong(_ field: String, _ expected: Mistake.FieldKind) {
      mistakes.append(
        .fieldWrong(line: row.line, field: field, value: row[field], expected: expected))
    }
    var draft = Bergulir_V1_SheetLine()
    let text = Int64(row["loan"]).map { "\(upk.name.upk?.description ?? "")/\($0)" } ?? row["loan"]
    if let loan = LoanArgument(argument: text), loan.name.upk == upk.name.upk {
      draft.loan = loan.name.description
    } else {
      wrong("loan", .loan)
    }
    if let money = Money(argument: row["amount_idr"]) {
      draft.amount = money.rupiah.amount
    } else {
      wrong("amount_idr", .amount)
    }
    draft.reference = row["receipt"]
    if !row["account"].isEmpty {
      if let account = CashAccount(argument: row["account"]) {
        draft.account = account.code.number
      } else {
        wrong("account", .account)
      }
    }
    for part in row["members"].split(separator: " ") {
      guard let payment = MemberPaymentArgument(argument: String(part)) else {
        wrong("members", .memberPayments)
        break
      }
      draft.members.append(payment.wire)
    }
    return draft
  }
}
