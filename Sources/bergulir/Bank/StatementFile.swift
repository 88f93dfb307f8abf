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
    try self.init(text: try file.read(), path: file.path)
  }

  /// Reads the text of a file; the path is for messages only.
  ///
  /// - Throws: `Complaint` as above.
  init(text: String, path: String) throws(Complaint) {
    let csv = try CSVFile(text, path: path, columns: StatementFile.columns)
    guard !csv.rows.isEmpty else { throw Complaint(.fileEmpty(path: path)) }
    guard csv.rows.count <= StatementFile.limit else {
      throw Complaint(.tooManyLines(path: path, limit: StatementFile.limit))
    }
    var mistakes: [Mistake] = []
    let read = csv.rows.map { StatementFile.line($0, &mistakes) }
    guard mistakes.isEmpty else { throw Complaint(mistakes) }
    lines = read
  }

  private static func line(
    _ row: CSVFile.Row, _ mistakes: inout [Mistake]
  ) -> Bergulir_V1_StatementLine {
    func wrong(_ field: String, _ expected: Mistake.FieldKind) {
      mistakes.append(
        .fieldWrong(line: row.line, field: field, value: row[field], expected: expected))
    }
    func amount(_ field: String) -> Int64 {
      if let money = Money(argument: row[field]) { return money.rupiah.amount }
      wrong(field, .amount)
      return 0
    }
    if Day(parsing: row["date"]) == nil { wrong("date", .day) }
    var line = Bergulir_V1_StatementLine()
    line.line = Int32(row.line)
    line.date = row["date"]
    line.text = row["text"]
    line.amount = amount("amount_idr")
    line.balance = amount("balance_idr")
    return line
  }
}
