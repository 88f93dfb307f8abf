import RevolvingFund
import Testing

struct ReserveTests {
  static let months: [(balances: [Rupiah], required: Rupiah, entry: Rupiah)] = [
    ([50_000_000, 10_000_000, 3_000_000, 2_000_000, 500_000], 2_950_000, 2_950_000),
    ([100_000_000, 5_000_000, 2_000_000, 3_000_000, 1_500_000], 4_550_000, 1_600_000),
    ([80_000_000, 1_000_000, 2_000_000, 2_000_000, 500_000], 2_650_000, -1_900_000),
  ]

  private func byClass(_ balances: [Rupiah]) -> [Collectability: Rupiah] {
    Dictionary(uniqueKeysWithValues: zip(Collectability.allCases, balances))
  }

  @Test func `three months of the training book give its reserves and its entries`() {
    var formed = Rupiah.zero
    for month in ReserveTests.months {
      let required = ReserveScheme.pnpmUrban.required(byClass(month.balances))
      #expect(required == month.required)
      let reserve = LoanLossReserve(scheme: .pnpmUrban, required: required, formed: formed)
      #expect(reserve.missing == month.entry)
      formed += reserve.missing
    }
  }

  @Test func `after a write-off of 500,000 no entry is needed`() {
    let required = ReserveScheme.pnpmUrban.required(
      byClass([80_000_000, 1_000_000, 2_000_000, 2_000_000, 0]))
    #expect(required == 2_150_000)
    let reserve = LoanLossReserve(
      scheme: .pnpmUrban, required: required, formed: 2_650_000 - 500_000)
    #expect(reserve.missing == .zero)
  }

  @Test func `each class is rounded half up by itself`() {
    #expect(ReserveScheme.pnpmUrban.required(byClass([50, 10, 0, 0, 0])) == 2)
    #expect(ReserveScheme.pnpmUrban.required(byClass([49, 9, 0, 0, 0])) == 0)
    #expect(ReserveScheme.ruralBank.required(byClass([100, 0, 0, 0, 0])) == 1)
  }

  @Test(arguments: [
    (ReserveScheme.none, [0, 0, 0, 0, 0] as [Int64]), (.pnpmUrban, [10, 50, 150, 500, 1000]),
    (.pnpmRural, [10, 100, 250, 500, 1000]), (.ruralBank, [5, 30, 100, 500, 1000]),
  ])
  func `schemes set aside their percentages`(scheme: ReserveScheme, thousandths: [Int64]) {
    #expect(Collectability.allCases.map(scheme.thousandths) == thousandths)
  }

  @Test func `Mentari's two lost loans ask for 12,406,700 and no reserve was formed`() {
    let required = ReserveScheme.pnpmUrban.required([.current: 7_670_000, .loss: 12_330_000])
    #expect(required == 12_406_700)
    #expect(ReserveScheme.none.required([.loss: 12_330_000]) == .zero)
  }
}
