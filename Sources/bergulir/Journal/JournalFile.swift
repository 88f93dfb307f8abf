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
    try self.init(text: try file.readWindowsToo(), path: file.path)
  }

  /// Reads the text of a file; the path is for messages only.
  ///
  /// - Throws: `Complaint` as above.
  init(text: String, path: String) throws(Complaint) {
    let csv = try CSVFile(text, path: path, columns: JournalFile.columns)
    vouchers = try csv.read(atMost: JournalFile.limit) { cells in
      var draft = Bergulir_V1_VoucherDraft()
      draft.line = Int32(cells.row.line)
      draft.date = cells.day("date")
      draft.description_p = cells.text("description")
      draft.debit = cells.account("debit")
      draft.credit = cells.account("credit")
      draft.reference = cells.row["voucher"]
      draft.amount = cells.amount("amount_idr")
      return draft
    }
  }
}
