import RevolvingFund
import Testing

@testable import FundAPI

@Test(arguments: [
  (Ratio(6165, 10_000), "62"), (Ratio(5, 1000), "1"), (Ratio(4, 1000), "0"), (Ratio(1, 1), "100"),
  (Ratio(996, 10_000), "9"), (Ratio(10, 100), "10"), (Ratio(104, 1000), "10"),
  (Ratio(19_999, 100_000), "19"), (Ratio(20, 100), "20"), (Ratio(0, 0), "–"),
])
func `a column of PAR says whole percents, and no limit that it is below`(
  par: Ratio, says: String
) {
  #expect(RiskPlot.whole(par) == says)
}
