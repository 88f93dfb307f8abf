import RevolvingFund
import Testing

struct CategoryTests {
  struct Row: Sendable {
    var kind: IndicatorKind
    var ratio: Ratio
    var category: PerformanceCategory
    var percent: String

    init(_ kind: IndicatorKind, _ ratio: Ratio, _ category: PerformanceCategory, _ percent: String)
    {
      self.kind = kind
      self.ratio = ratio
      self.category = category
      self.percent = percent
    }
  }

  @Test(arguments: [
    Row(.lar, Ratio(2, 4), .suspended, "50.00"),
    Row(.par, Ratio(12_330_000, 20_000_000), .suspended, "61.65"),
    Row(.rr, Ratio(7_670_000, 20_000_000), .suspended, "38.35"),
    Row(.par, Ratio(9_996, 100_000), .satisfactory, "9.996"),
    Row(.par, Ratio(1, 10), .minimum, "10.00"),
    Row(.par, Ratio(199_999, 1_000_000), .minimum, "19.9999"),
    Row(.par, Ratio(1, 5), .suspended, "20.00"),
    Row(.par, Ratio(0, 5), .satisfactory, "0.00"),
    Row(.lar, Ratio(1, 10), .minimum, "10.00"), Row(.lar, Ratio(1, 11), .satisfactory, "9.09"),
    Row(.lar, Ratio(1, 5), .suspended, "20.00"),
    Row(.ccr, Ratio(100, 100), .minimum, "100.00"),
    Row(.ccr, Ratio(125, 100), .minimum, "125.00"),
    Row(.ccr, Ratio(1_250_001, 1_000_000), .satisfactory, "125.0001"),
    Row(.ccr, Ratio(999_999, 1_000_000), .suspended, "99.9999"),
    Row(.rr, Ratio(9, 10), .satisfactory, "90.00"), Row(.rr, Ratio(8, 10), .minimum, "80.00"),
    Row(.rr, Ratio(7_999, 10_000), .suspended, "79.99"),
    Row(.rr, Ratio(79_999, 100_000), .suspended, "79.999"),
    Row(.rr, Ratio(89_999, 100_000), .minimum, "89.999"),
  ])
  func `categories are exact at their boundaries, and the figure shown never hides it`(row: Row) {
    let indicator = Indicator(row.kind, row.ratio)
    #expect(indicator.category == row.category)
    #expect(indicator.percent == row.percent)
  }

  @Test(arguments: IndicatorKind.allCases)
  func `with nothing to divide by an indicator is not rated`(kind: IndicatorKind) {
    let indicator = Indicator(kind, Ratio(5, 0))
    #expect(indicator.category == .notRated)
    #expect(indicator.percent == nil)
    #expect(indicator.annualised == nil)
  }

  @Test(arguments: [
    (0 as Rupiah, 20_000_000 as Rupiah, 12, PerformanceCategory.minimum, "0.0000"),
    (2_000_000, 20_000_000, 12, .minimum, "10.0000"),
    (2_000_001, 20_000_000, 12, .satisfactory, "10.00001"),
    (1_000_000, 20_000_000, 6, .minimum, "10.0000"), (-1, 20_000_000, 12, .suspended, "-0.00001"),
  ])
  func `return on investment is judged for a whole year`(
    profit: Rupiah, capital: Rupiah, months: Int, category: PerformanceCategory, text: String
  ) {
    let roi = Indicator.roi(profit: profit, capital: capital, months: months)
    #expect(roi.category == category)
    #expect(roi.annualised == text)
    #expect(roi.inputs == Ratio(profit.amount, capital.amount))
  }

  @Test(arguments: [0 as Rupiah, -5])
  func `without capital there is no return to rate`(capital: Rupiah) {
    let roi = Indicator.roi(profit: 5, capital: capital, months: 3)
    #expect(roi.category == .notRated)
    #expect(roi.annualised == nil)
  }
}
