import FundAPI
import RevolvingFund

/// Reads the cells of a row as files of books write them, and notes what is wrong with them.
///
/// What cannot be read is a mistake and an empty value that is never sent.
struct CSVCells {
  let row: CSVFile.Row
  private(set) var mistakes: [Mistake] = []

  init(_ row: CSVFile.Row) {
    self.row = row
  }

  /// Notes that a cell does not hold what it should.
  mutating func refuse(_ column: String, _ expected: Mistake.FieldKind) {
    mistakes.append(
      .fieldWrong(line: row.line, field: column, value: row[column], expected: expected))
  }

  /// As `refuse`, without showing what stands there.
  mutating func refuseSecretly(_ column: String, _ expected: Mistake.FieldKind) {
    mistakes.append(.fieldSecretWrong(line: row.line, field: column, expected: expected))
  }

  mutating func read<Value>(
    _ column: String, _ expected: Mistake.FieldKind, _ parse: (String) -> Value?
  ) -> Value? {
    let value = parse(row[column])
    if value == nil { refuse(column, expected) }
    return value
  }

  /// Whole rupiah, also below zero or too large: the fund's own rule answers those.
  mutating func amount(_ column: String) -> Int64 {
    read(column, .amount) { Rupiah(writtenWithSign: $0)?.amount } ?? 0
  }

  /// A day for the wire.
  mutating func day(_ column: String) -> String {
    read(column, .day) { Day(written: $0)?.description } ?? ""
  }

  /// A text that must be there.
  mutating func text(_ column: String) -> String {
    read(column, .text) { $0.isEmpty ? nil : $0 } ?? ""
  }

  /// A member's number within the group.
  mutating func member(_ column: String) -> Int64 {
    read(column, .member) { text in Int64(text).flatMap { $0 > 0 ? $0 : nil } } ?? 0
  }

  /// A loan of the UPK, by its number alone or in full.
  mutating func loan(_ column: String, of upk: UPKArgument) -> String {
    read(column, .loan) { text in
      let code = upk.name.upk?.description ?? ""
      let loan = LoanArgument(argument: Int64(text).map { "\(code)/\($0)" } ?? text)
      return loan.flatMap { $0.name.upk == upk.name.upk ? $0.name.description : nil }
    } ?? ""
  }

  /// An account by its five digits.
  mutating func account(_ column: String) -> Int32 {
    read(column, .account) { text in
      Int32(text).flatMap { (10_000...99_999).contains($0) ? $0 : nil }
    } ?? 0
  }
}
