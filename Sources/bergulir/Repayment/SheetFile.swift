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
    try self.init(text: try file.readWindowsToo(), path: file.path, of: upk)
  }

  /// Reads the text of a file; the path is for messages only.
  ///
  /// - Throws: `Complaint` as above.
  init(text: String, path: String, of upk: UPKArgument) throws(Complaint) {
    let csv = try CSVFile(text, path: path, columns: ["loan", "amount_idr", "receipt"])
    lines = try csv.read(atMost: SheetFile.limit) { cells in
      Line(line: cells.row.line, wire: SheetFile.draft(&cells, of: upk))
    }
  }

  private static func draft(
    _ cells: inout CSVCells, of upk: UPKArgument
  ) -> Bergulir_V1_SheetLine {
    var draft = Bergulir_V1_SheetLine()
    draft.loan = cells.loan("loan", of: upk)
    draft.amount = cells.amount("amount_idr")
    draft.reference = cells.row["receipt"]
    if !cells.row["account"].isEmpty {
      let account = cells.read("account", .account) { CashAccount(argument: $0) }
      draft.account = account?.code.number ?? 0
    }
    draft.members =
      cells.read("members", .memberPayments) { text in
        let parts = text.split(separator: " ")
        let payments = parts.compactMap { MemberPaymentArgument(argument: String($0))?.wire }
        return payments.count == parts.count ? payments : nil
      } ?? []
    return draft
  }
}
