/// Reads the cells of a row, and notes what is wrong with them.
///
/// A cell that must be there and is not, or does not hold what it should, is `nil` and a problem.
struct BookCells {
  let kind: BookFileKind
  let row: BookTable.Row
  private(set) var problems: [BookProblem] = []

  init(_ kind: BookFileKind, _ row: BookTable.Row) {
    self.kind = kind
    self.row = row
  }

  /// Whether nothing was wrong so far.
  var isSound: Bool { problems.isEmpty }

  private mutating func read<Value>(
    _ column: String, _ form: BookProblem.CellForm, _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = row.cells[column], !text.isEmpty else {
      note(.cellMissing(column: column))
      return nil
    }
    return optional(column, form, parse)
  }

  private mutating func optional<Value>(
    _ column: String, _ form: BookProblem.CellForm, _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = row.cells[column], !text.isEmpty else { return nil }
    if let value = parse(text) { return value }
    note(.cellWrong(column: column, value: String(text.prefix(60)), form))
    return nil
  }

  /// Notes that a cell holds what it may not.
  mutating func refuse(_ column: String, _ form: BookProblem.CellForm) {
    note(.cellWrong(column: column, value: row.cells[column] ?? "", form))
  }

  private mutating func note(_ reason: BookProblem.Reason) {
    problems.append(BookProblem(kind, line: row.line, reason))
  }

  mutating func text(_ column: String) -> String? {
    read(column, .choice) { $0 }
  }

  mutating func optionalText(_ column: String) -> String? {
    optional(column, .choice) { $0 }
  }

  /// A number that counts something from 1.
  mutating func number(_ column: String) -> Int64? {
    read(column, .number, BookCells.count)
  }

  mutating func optionalNumber(_ column: String) -> Int64? {
    optional(column, .number, BookCells.count)
  }

  mutating func day(_ column: String) -> Day? { read(column, .day) { Day(written: $0) } }

  mutating func optionalDay(_ column: String) -> Day? {
    optional(column, .day) { Day(written: $0) }
  }

  /// An amount that is not below zero; nothing where the cell is empty.
  mutating func amount(_ column: String) -> Rupiah {
    optional(column, .amount) { Rupiah(written: $0) } ?? .zero
  }

  /// An amount that must be there.
  mutating func requiredAmount(_ column: String) -> Rupiah? {
    read(column, .amount) { Rupiah(written: $0) }
  }

  mutating func rate(_ column: String) -> MonthlyRate? {
    read(column, .percent) { MonthlyRate(percent: $0) }
  }

  mutating func account(_ column: String) -> AccountCode? {
    read(column, .account) { text in
      digits(text).flatMap { (10_000...59_999).contains($0) ? AccountCode(Int32($0)) : nil }
    }
  }

  mutating func voucher(_ column: String) -> VoucherNumber? {
    optional(column, .voucher) { VoucherNumber(parsing: $0) }
  }

  mutating func receipt(_ column: String) -> ReceiptNumber? {
    optional(column, .receipt) { ReceiptNumber($0) }
  }

  /// One of the names of an enumeration, or what stands for an empty cell.
  mutating func choice<Value: RawRepresentable<String>>(
    _ column: String, empty: Value
  ) -> Value {
    optional(column, .choice) { Value(rawValue: $0) } ?? empty
  }

  /// One of the names of an enumeration, which must be there.
  mutating func choice<Value: RawRepresentable<String>>(_ column: String) -> Value? {
    read(column, .choice) { Value(rawValue: $0) }
  }

  /// A part of a hundred with at most two decimals, in hundredths, from 1 to 10000.
  mutating func hundredths(_ column: String) -> Int? {
    read(column, .percent) { Percentage(written: $0)?.hundredths }
  }

  /// A small whole number that may be zero, or what stands for an empty cell.
  mutating func small(_ column: String, empty: Int, atMost most: Int) -> Int {
    optional(column, .number) { text in
      digits(text).flatMap { $0 <= most ? $0 : nil }
    } ?? empty
  }

  /// `1/178.300 2/3/50.000`: a member and an amount, with the payer between where it is another.
  mutating func payments(_ column: String) -> [MemberPayment] {
    optional(column, .payments) { text in
      let parts = text.split(separator: " ").map(MemberPayment.init(written:))
      let found = parts.compactMap(\.self)
      return found.count == parts.count ? found : nil
    } ?? []
  }

  mutating func region(_ column: String) -> RegionCode? {
    read(column, .region) { RegionCode($0) }
  }

  mutating func code(_ column: String) -> Code? { read(column, .code) { Code($0) } }

  mutating func month(_ column: String) -> Month? { read(column, .month) { Month(parsing: $0) } }

  /// `true` or `false`, or `ya` or `tidak`; nothing means no.
  mutating func flag(_ column: String) -> Bool {
    optional(column, .flag) { ["true": true, "ya": true, "false": false, "tidak": false][$0] }
      ?? false
  }

  /// A NIK where there is one; a wrong one is not repeated in the problem.
  mutating func nik(_ column: String) -> NIK? {
    guard let text = row.cells[column], !text.isEmpty else { return nil }
    if let nik = NIK(text) { return nik }
    note(.cellWrong(column: column, value: "", .nik))
    return nil
  }

  mutating func gender(_ column: String) -> Gender? {
    read(column, .choice) { Gender(written: $0) }
  }

  private static func count(_ text: String) -> Int64? {
    digits(text).flatMap { $0 >= 1 && $0 <= 1_000_000_000 ? Int64($0) : nil }
  }
}

extension MonthlyRate {
  /// Reads a percentage with at most four decimals: `1,5`, `1.5` or `1,5%`.
  init?(percent text: String) {
    let number = text.hasSuffix("%") ? trimmed(String(text.dropLast())) : text
    let parts = number.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard (1...2).contains(parts.count), parts[0].count <= 2, let whole = digits(parts[0]) else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(millionths: Int64(whole) * 10_000)
      return
    }
    guard parts[1].count <= 4, let part = digits(parts[1]) else { return nil }
    let scale = [1, 1_000, 100, 10, 1][parts[1].count]
    self.init(millionths: Int64(whole) * 10_000 + Int64(part * scale))
  }

  /// As `init(percent:)` reads it with a decimal point where there are decimals.
  var percent: String {
    let part = millionths % 10_000
    guard part > 0 else { return "\(millionths / 10_000)" }
    var decimals = padded(Int(part), 4)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(millionths / 10_000).\(decimals)"
  }
}

/// A part of a hundred, in hundredths.
struct Percentage {
  let hundredths: Int

  init(hundredths: Int) {
    self.hundredths = hundredths
  }

  /// Reads `50`, `33,33`, `33.3` or `50%`; `nil` for nothing, and for more than the whole.
  init?(written text: String) {
    let number = text.hasSuffix("%") ? trimmed(String(text.dropLast())) : text
    let parts = number.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard (1...2).contains(parts.count), parts[0].count <= 3, let whole = digits(parts[0]) else {
      return nil
    }
    var part = 0
    if parts.count == 2 {
      guard parts[1].count <= 2, let decimals = digits(parts[1]) else { return nil }
      part = parts[1].count == 1 ? decimals * 10 : decimals
    }
    guard (1...10_000).contains(whole * 100 + part) else { return nil }
    hundredths = whole * 100 + part
  }

  /// As `init(written:)` reads it.
  var written: String {
    let part = hundredths % 100
    return part == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(padded(part, 2))"
  }
}

extension MemberPayment {
  /// Reads `2/50000`, or `2/3/50000` where member 3 paid it for member 2.
  init?(written text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let amount = Rupiah(written: String(parts.last ?? "")),
      amount > .zero, let member = digits(parts[0]), let payer = digits(parts[parts.count - 2])
    else { return nil }
    self.init(member: Int64(member), payer: Int64(payer), amount: amount)
  }

  /// As `init(written:)` reads it.
  var written: String {
    member == payer
      ? "\(member)/\(amount.amount)" : "\(member)/\(payer)/\(amount.amount)"
  }
}
