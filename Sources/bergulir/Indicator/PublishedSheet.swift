import FundAPI
import RevolvingFund

/// What somebody else published of a UPK's indicators, month by month.
struct PublishedSheet: Hashable, Sendable {
  let figures: [PublishedFigure]

  /// Reads a CSV file: `month`, and of the columns of each indicator those that were published.
  ///
  /// - Throws: `Complaint` with every bad field.
  init(text: String, path: String) throws(Complaint) {
    let csv = try CSVFile(text, path: path, columns: ["month"])
    var mistakes: [Mistake] = []
    let figures = csv.rows.flatMap { row in
      PublishedFigure.columns.compactMap { PublishedFigure(row, $0, &mistakes) }
    }
    guard mistakes.isEmpty else { throw Complaint(mistakes) }
    self.figures = figures
  }
}

/// One printed figure with the inputs that were printed beside it.
struct PublishedFigure: Hashable, Sendable {
  let month: Month
  let kind: IndicatorKind
  /// Percent as printed, such as `62` or `101.12`.
  let printed: String
  /// What the paper says it divided, where it does.
  let inputs: Ratio?
  let category: PerformanceCategory?

  init(
    month: Month, kind: IndicatorKind, printed: String, inputs: Ratio?,
    category: PerformanceCategory?
  ) {
    self.month = month
    self.kind = kind
    self.printed = printed
    self.inputs = inputs
    self.category = category
  }

  /// Which columns of a file hold an indicator.
  struct Columns: Hashable, Sendable {
    let kind: IndicatorKind
    let numerator: String
    let denominator: String
    let printed: String
    let category: String
  }

  static let columns = [
    Columns(
      kind: .lar, numerator: "ksm_late_3_months", denominator: "ksm_borrowing",
      printed: "lar_printed", category: "lar_category_printed"),
    Columns(
      kind: .par, numerator: "late_balance_idr", denominator: "loan_balance_idr",
      printed: "par_printed", category: "par_category_printed"),
    Columns(
      kind: .ccr, numerator: "income_ytd_idr", denominator: "cost_ytd_idr",
      printed: "ccr_printed", category: "ccr_category_printed"),
    Columns(
      kind: .roi, numerator: "profit_printed_idr", denominator: "capital_printed_idr",
      printed: "roi_printed", category: "roi_category_printed"),
    Columns(
      kind: .rr, numerator: "rr_numerator_idr", denominator: "rr_denominator_idr",
      printed: "rr_printed", category: "rr_category_printed"),
  ]

  /// An indicator's figure of one line; `nil` where none was printed or a field is wrong.
  init?(_ row: CSVFile.Row, _ columns: Columns, _ mistakes: inout [Mistake]) {
    let before = mistakes.count
    func wrong(_ field: String, _ expected: Mistake.FieldKind) {
      mistakes.append(
        .fieldWrong(line: row.line, field: field, value: row[field], expected: expected))
    }
    func amount(_ field: String) -> Int64? {
      guard !row[field].isEmpty else { return nil }
      let amount = Rupiah(writtenWithSign: row[field])?.amount
      if amount == nil { wrong(field, .amount) }
      return amount
    }
    let month = Month(parsing: row["month"])
    if month == nil, columns.kind == .lar { wrong("month", .month) }
    let printed = row[columns.printed].replacing(",", with: ".")
    guard !printed.isEmpty else { return nil }
    if !PublishedFigure.isPercent(printed) { wrong(columns.printed, .percent) }
    let parts = (amount(columns.numerator), amount(columns.denominator))
    guard let month, mistakes.count == before else { return nil }

    self.init(
      month: month, kind: columns.kind, printed: printed,
      inputs: parts.0.flatMap { top in parts.1.map { Ratio(top, $0) } },
      category: PerformanceCategory(printed: row[columns.category]))
  }

  private static func isPercent(_ text: String) -> Bool {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy(isDigits)
  }

  /// How many decimals were printed.
  var decimals: Int {
    printed.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
  }
}

extension PerformanceCategory {
  /// A category as papers print it; `nil` where none is.
  fileprivate init?(printed text: String) {
    switch text.lowercased() {
    case "memuaskan": self = .satisfactory
    case "minimal": self = .minimum
    case "penundaan": self = .suspended
    default: return nil
    }
  }
}
