import RevolvingFund
import Testing

struct RatioTests {
  @Test(arguments: [
    (Ratio(12_330_000, 20_000_000), "61.65"), (Ratio(2, 4), "50.00"), (Ratio(1, 3), "33.33"),
    (Ratio(2, 3), "66.67"), (Ratio(1, 800), "0.13"), (Ratio(-1, 800), "-0.13"),
    (Ratio(-1, 3), "-33.33"), (Ratio(0, 7), "0.00"), (Ratio(24_721, 24_943), "99.11"),
    (Ratio(Int64.max, 1), "922337203685477580700.00"), (Ratio(Int64.max, Int64.max), "100.00"),
    (Ratio(Int64.min, 1), "-922337203685477580800.00"), (Ratio(1, Int64.max), "0.00"),
  ])
  func `percent text has two decimals, half up on the absolute value`(
    ratio: Ratio, text: String
  ) {
    #expect(ratio.percentText(decimals: 2) == text)
  }

  @Test func `a tiny negative never reads as minus nothing`() {
    #expect(Ratio(-1, 1_000_000).percentText(decimals: 2) == "0.00")
    #expect(Ratio(-1, 100_000_000_000).percentText(decimals: 4, boundaries: [0]) == "0.000000")
  }

  @Test(arguments: [
    (Ratio(9_996, 100_000), "9.996"), (Ratio(1, 10), "10.00"), (Ratio(99_999, 1_000_000), "9.9999"),
    (Ratio(199_999, 1_000_000), "19.9999"), (Ratio(20_001, 100_000), "20.001"),
    (Ratio(9_999_999, 100_000_000), "9.999999"), (Ratio(999_999_999, 10_000_000_000), "10.000000"),
    (Ratio(9_994, 100_000), "9.99"), (Ratio(1, 5), "20.00"),
  ])
  func `a figure gets more decimals, six at most, while it equals a boundary that it is not on`(
    ratio: Ratio, text: String
  ) {
    #expect(ratio.percentText(decimals: 2, boundaries: [10, 20]) == text)
  }

  @Test(arguments: [(0, "62"), (1, "61.7"), (6, "61.650000")])
  func `any number of decimals up to six may be asked for`(decimals: Int, text: String) {
    #expect(Ratio(12_330_000, 20_000_000).percentText(decimals: decimals) == text)
  }

  @Test(arguments: [Ratio(1, 0), Ratio(0, 0), Ratio(5, -3)])
  func `what has nothing to divide by is no number`(ratio: Ratio) {
    #expect(!ratio.isRated)
    #expect(ratio.percentText(decimals: 2) == nil)
  }

  @Test func `fractions are compared exactly at the ends of the number range`() {
    #expect(Ratio(Int64.max, Int64.max).compared(toPercent: 100) == .equal)
    #expect(Ratio(Int64.max - 1, Int64.max).compared(toPercent: 100) == .below)
    #expect(Ratio(Int64.max, Int64.max - 1).compared(toPercent: 100) == .above)
    #expect(Ratio(Int64.min, 1).compared(toPercent: Int64.min) == .below)
  }
}
