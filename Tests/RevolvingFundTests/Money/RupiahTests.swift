import RevolvingFund
import Testing

struct RupiahTests {
  @Test func `nine million amounts of the largest kind still fit in a sum`() {
    let (_, overflow) = Rupiah.limit.amount.multipliedReportingOverflow(by: 9_000_000)
    #expect(!overflow)
  }

  @Test func `totals add what they are told to`() {
    let shares = [Share(member: 1, amount: 767_000), Share(member: 2, amount: 3_068_000)]
    #expect(shares.total(\.amount) == 3_835_000)
    #expect([Rupiah]().total() == .zero)
    #expect([2 as Rupiah, -5].total() == -3)
  }

  @Test(arguments: [
    (5_000_000 as Rupiah, 15_000 as Int64, 75_000 as Rupiah), (33, 15_000, 0), (34, 15_000, 1),
    (100, 15_000, 2), (99, 15_000, 1), (1, 500_000, 1), (1, 499_999, 0),
    (999_999_999_999, 30_000, 30_000_000_000), (0, 15_000, 0), (5_000_000, 0, 0),
  ])
  func `a month's charge is rounded half up to whole rupiah`(
    amount: Rupiah, rate: Int64, expected: Rupiah
  ) {
    #expect(MonthlyRate(millionths: rate).charge(on: amount) == expected)
  }

  @Test func `a charge on the largest number is exact`() {
    let rate = MonthlyRate(millionths: 1_000_000)
    #expect(rate.charge(on: Rupiah(Int64.max)) == Rupiah(Int64.max))
  }
}
