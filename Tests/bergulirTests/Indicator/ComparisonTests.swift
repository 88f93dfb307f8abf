import FundAPI
import RevolvingFund
import Testing

@testable import bergulir

/// A printed figure beside a right one, and the reasons that the rules must find.
private struct Row: Sendable, CustomTestStringConvertible {
  let kind: IndicatorKind
  let printed: String
  var inputs: Ratio?
  var category: PerformanceCategory?
  let ours: Ratio
  var months: Int64 = 12
  var income: Int64 = 152_097
  let reasons: [String]

  var testDescription: String { "\(kind.rawValue) \(printed)" }

  func comparison(others: [(kind: IndicatorKind, ratio: Ratio)] = []) -> Comparison {
    let judged =
      kind == .roi ? Ratio(ours.numerator * 12, ours.denominator * months) : ours
    return Comparison(
      PublishedFigure(
        month: Month(year: 2017, month: Int(months)), kind: kind, printed: printed,
        inputs: inputs, category: category),
      right: RightFigure(
        inputs: ours, judged: judged, percent: judged.percentText(decimals: 2) ?? "",
        category: kind.category(of: judged)),
      income: income, others: others)
  }
}

private let twoOfFour = Ratio(2, 4)
private let late = Ratio(12_330_000, 20_000_000)

@Test(arguments: [
  Row(kind: .lar, printed: "200", inputs: twoOfFour, ours: twoOfFour, reasons: ["RATIO_INVERTED"]),
  Row(kind: .lar, printed: "50", inputs: twoOfFour, ours: twoOfFour, reasons: ["AGREES"]),
  Row(
    kind: .lar, printed: "200", inputs: twoOfFour, ours: Ratio(2, 2),
    reasons: ["RATIO_INVERTED", "OTHER_INPUTS"]),
  Row(kind: .par, printed: "62", inputs: late, ours: late, reasons: ["ROUNDED"]),
  Row(kind: .par, printed: "61.65", inputs: late, ours: late, reasons: ["AGREES"]),
  Row(
    kind: .par, printed: "62", inputs: late, ours: Ratio(12_330_000, 12_330_000),
    reasons: ["OTHER_INPUTS"]),
  Row(kind: .par, printed: "75", inputs: late, ours: late, reasons: ["UNEXPLAINED"]),
  Row(
    kind: .ccr, printed: "99.11", category: .minimum, ours: Ratio(24_721, 24_943),
    reasons: ["AGREES", "CATEGORY_WRONG"]),
  Row(
    kind: .ccr, printed: "101.12", category: .minimum, ours: Ratio(152_097, 150_414),
    reasons: ["AGREES"]),
  Row(
    kind: .roi, printed: "113.04", inputs: Ratio(22_608_076, 20_000_000), category: .satisfactory,
    ours: Ratio(1683, 20_000_000), reasons: ["PROFIT_IS_A_BALANCE", "CATEGORY_WRONG"]),
  Row(
    kind: .roi, printed: "0.0084", inputs: Ratio(1683, 20_000_000),
    ours: Ratio(1683, 20_000_000), reasons: ["AGREES"]),
  Row(
    kind: .roi, printed: "0.0009", ours: Ratio(170, 20_000_000), months: 3,
    reasons: ["NOT_ANNUALISED"]),
  Row(kind: .roi, printed: "5.00", ours: Ratio(0, 0), reasons: ["UNEXPLAINED"]),
])
private func `why a printed figure differs follows from the figures`(row: Row) {
  #expect(row.comparison().reasons.map(\.code) == row.reasons)
}

@Test func `a figure that was copied from another indicator is recognised`() {
  let row = Row(
    kind: .ccr, printed: "113.04", inputs: Ratio(24_721, 24_943), ours: Ratio(24_721, 24_943),
    reasons: [])
  let others: [(kind: IndicatorKind, ratio: Ratio)] = [(.roi, Ratio(22_608_477, 20_000_000))]
  #expect(row.comparison(others: others).reasons == [.figureOf(.roi)])
}

@Test func `a wrong category is told with the range of the right one`() {
  let row = Row(
    kind: .ccr, printed: "99.11", category: .minimum, ours: Ratio(24_721, 24_943), reasons: [])
  let words = row.comparison().reasons.last?.words
  #expect(words?.english == "99.11 % is suspended (below 100 %), not minimum.")
  #expect(words?.indonesian == "99,11 % berarti Penundaan (di bawah 100 %), bukan Minimal.")
}
