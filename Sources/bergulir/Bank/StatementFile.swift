import FundAPI
import RevolvingFund

/// A CSV file of a bank's statement, checked line by line before anything is sent.
struct StatementFile: Sendable {
  /// Each with the line it stands on.
  let lines: [Bergulir_V1_StatementLine]

  /// The most lines that one request may hold.
  static let limit = 1000

  static let columns = ["date", "text", "amount_idr", "balance_idr"]

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
    let csv = try CSVFile(text, path: path, columns: StatementFile.columns)
    lines = try csv.read(atMost: StatementFile.limit) { cells in
      var line = Bergulir_V1_StatementLine()
      line.line = Int32(cells.row.line)
      line.date = cells.day("date")
      line.text = cells.row["text"]
      line.amount = cells.amount("amount_idr")
      line.balance = cells.amount("balance_idr")
      return line
    }
  }
}
