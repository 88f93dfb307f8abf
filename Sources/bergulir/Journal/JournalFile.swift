import FundAPI
import RevolvingFund

/// A CSV file of vouchers, checked line by line before anything is sent.
struct JournalFile: Sendable {
  /// Each with the line it stands on.
  let vouchers: [Bergulir_V1_VoucherDraft]

  /// The most vouchers that one request may post.
  static let limit = 1000

  static let columns = ["date", "voucher", "description", "debit", "credit", "amount_idr"]

  /// Reads the file.
  ///
  /// - Throws: `Complaint` with every bad line, or with what is wrong with the whole file.
  init(_ file: TextFile) throws {
    try self.init(text: try file.read(), path: file.path)
  }

  /// Reads the text of a file; the path is for messages only.
  ///
  /// - Throws: `Complaint` as above.
  init(text: String, path: String) throws(Complaint) {
    let csv = try CSVFile(text, path: path, columns: JournalFile.columns)
    guard !csv.rows.isEmpty else { throw Complaint(.fileEmpty(path: path)) }
    guard csv.rows.count <= JournalFile.limit else {
      throw Complaint(.tooManyLines(path: path, limit: JournalFile.limit))
    }
    var mistakes: [Mistake] = []
    let drafts = csv.rows.map { JournalFile.draft($0, &mistakes) }
    guard mistakes.isEmpty else { throw Complaint(mistakes) }
    vouchers = drafts
  }

  private static func draft(
    _ row: CSVFile.Row, _ mistakes: inout [Mistake]
  ) -> Bergulir_V1_VoucherDraft {
    func wrong(_ field: String, _ expected: Mistake.FieldKind) {
      mistakes.append(
        .fieldWrong(line: row.line, field: field, value: row[field], expected: expected))
    }
    func account(_ field: String) -> Int32 {
      if let number = Int32(row[field]), (10_000...99_999).contains(number) { return number }
      wrong(field, .account)
      return 0
    }
    if Day(parsing: row["date"]) == nil { wrong("date", .day) }
    if row["description"].isEmpty { wrong("description", .text) }
    var draft = Bergulir_V1_VoucherDraft()
    draft.line = Int32(row.line)
    draft.date = row["date"]
    draft.description_p = row["description"]
    draft.debit = account("debit")
    draft.credit = account("credit")
    draft.reference = row["voucher"]
    if let money = Money(argument: row["amount_idr"]) {
      draft.amount = money.rupiah.amount
    } else {
      wrong("amount_idr", .amount)
    }
    return draft
  }
}
