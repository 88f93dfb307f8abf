import RevolvingFund
import Testing

struct LendingAuthorityTests {
  /// Two loans that were never paid, 6,165,000 each, and one of 7,670,000 that is not yet due.
  private func portfolio(late: Bool) throws -> [LoanHistory] {
    let good = try LoanHistory.repaid(.sample(3, ksm: 3, amount: 7_670_000, on: "2017-12-29"))
    guard late else { return [good] }
    return try [
      LoanHistory.repaid(.sample(1, ksm: 1, amount: 6_165_000, on: "2016-05-10")),
      LoanHistory.repaid(.sample(2, ksm: 2, amount: 6_165_000, on: "2016-05-10")),
      good,
    ]
  }

  @Test func `writing the late loans off does not make a UPK satisfactory`() throws {
    let writeOff = WriteOff(on: "2017-12-30", principal: 12_330_000)
    let authority = LendingAuthority(
      loans: try portfolio(late: false), writtenOff: [writeOff], on: "2017-12-31")
    #expect(
      Portfolio(try portfolio(late: false).positions(asOf: "2017-12-31")).par.category
        == .satisfactory)
    #expect(authority.live.ratio == Ratio(12_330_000, 20_000_000))
    #expect(authority.category == .suspended)
  }

  @Test(arguments: [
    ("2017-12-29" as Day, false), ("2017-12-30", true), ("2018-12-29", true), ("2018-12-30", false),
  ])
  func `a write-off counts from its day for twelve months`(day: Day, counts: Bool) throws {
    let authority = LendingAuthority(
      loans: try portfolio(late: false),
      writtenOff: [WriteOff(on: "2017-12-30", principal: 12_330_000)], on: day)
    let isWorse = authority.live.ratio.denominator > 7_670_000
    #expect(isWorse == counts)
  }

  @Test func `with no loans at all anybody may be the first, and nothing is rated`() {
    let authority = LendingAuthority(loans: [], writtenOff: [], on: "2017-12-31")
    #expect(authority.category == .notRated)
    #expect(authority.suspension == nil)
    #expect(authority.admits(.new))
    #expect(authority.deciding.ratio == Ratio(0, 0))
  }

  @Test func `with write-offs alone a UPK is suspended with nothing on its list`() {
    let authority = LendingAuthority(
      loans: [], writtenOff: [WriteOff(on: "2017-12-01", principal: 5)], on: "2017-12-31")
    #expect(authority.category == .suspended)
    #expect(authority.suspension?.frozen == [])
    #expect(authority.suspension?.recoveryTarget == .zero)
  }

  @Test(arguments: ["1900-01-01" as Day, "1900-02-01", "2999-12-31"])
  func `any day of the calendar has an answer`(day: Day) throws {
    let authority = LendingAuthority(
      loans: try portfolio(late: true), writtenOff: [], on: day)
    #expect(authority.asOf == day)
  }

  @Test(arguments: [
    (0 as Rupiah, PerformanceCategory.satisfactory), (999, .satisfactory), (1_000, .minimum),
    (1_999, .minimum), (2_000, .suspended), (9_999, .suspended),
  ])
  func `each category admits the standings of its row`(
    late: Rupiah, category: PerformanceCategory
  ) throws {
    // One loan of 10,000 in all, the late part of it a loan of its own, over both month-ends.
    var loans = [
      try LoanHistory.repaid(.sample(1, amount: 10_000 - late, on: "2016-09-30", terms: .usual(1)))
    ]
    if late > .zero {
      loans.append(
        try LoanHistory.repaid(
          .sample(2, ksm: 2, amount: late, on: "2016-01-10", terms: .usual(1))))
    }
    let authority = LendingAuthority(loans: loans, writtenOff: [], on: "2016-10-31")
    #expect(authority.category == category)
    #expect(authority.admits(.returningCurrent))
    #expect(!authority.admits(.returningNotCurrent))
    #expect(authority.admits(.new) == (category != .suspended))
    #expect((authority.suspension != nil) == (category == .suspended))
  }

  @Test func `the stricter of month-end and live decides, whichever it is`() throws {
    let loan = Loan.sample(amount: 1_000_000, on: "2016-01-10")
    let unpaid = try LoanHistory.repaid(loan)
    // Three months late on 10 May: only the live reading knows.
    let live = LendingAuthority(loans: [unpaid], writtenOff: [], on: "2016-05-20")
    #expect(live.monthEnd.category == .satisfactory)
    #expect(live.live.category == .suspended)
    #expect(live.category == .suspended)
    #expect(live.deciding.asOf == "2016-05-20")
    #expect(live.suspension?.since == "2016-05-20")
    // Cured in June: the month-end of May still holds until the next.
    let cured = try LoanHistory.repaid(loan, [("2016-06-05", 500_000)])
    let after = LendingAuthority(loans: [cured], writtenOff: [], on: "2016-06-06")
    #expect(after.live.category == .satisfactory)
    #expect(after.category == .suspended)
    #expect(after.deciding.asOf == "2016-05-31")
    #expect(after.suspension?.since == "2016-05-31")
    #expect(after.suspension?.recovered == 400_000)
    let free = LendingAuthority(loans: [cured], writtenOff: [], on: "2016-07-01")
    #expect(free.category == .satisfactory)
  }

  @Test func `asked on a good month-end, a suspension still began with the bad one before`() throws
  {
    let cured = try LoanHistory.repaid(
      .sample(amount: 1_000_000, on: "2016-01-10"), [("2016-07-15", 600_000)])
    let authority = LendingAuthority(loans: [cured], writtenOff: [], on: "2016-07-31")
    #expect(authority.live.category == .satisfactory)
    #expect(authority.category == .suspended)
    #expect(authority.suspension?.since == "2016-05-31")
  }

  @Test func `recovery counts principal after the freeze, up to what was frozen`() throws {
    let history = try LoanHistory.repaid(
      .sample(amount: 1_000_000, on: "2016-01-10"),
      [("2016-05-31", 115_000), ("2016-07-01", 115_000), ("2016-07-31", 800_000)])
    let suspension = Suspension(since: "2016-06-30", loans: [history], asOf: "2016-07-30")
    #expect(suspension.frozen.map(\.overduePrincipal) == [400_000])
    #expect(suspension.recovered == 100_000)
    #expect(suspension.recoveryTarget == 240_000)
    let later = Suspension(since: "2016-06-30", loans: [history], asOf: "2016-07-31")
    #expect(later.recovered == 400_000)
  }

  @Test(arguments: [
    (0 as Rupiah, 0 as Rupiah), (1, 1), (3, 2), (5, 3), (6, 4), (12_330_000, 7_398_000),
  ])
  func `the target is three fifths, rounded up`(frozen: Rupiah, target: Rupiah) {
    let loan = frozen > .zero ? [Suspension.sample(frozen)] : []
    let suspension = Suspension(since: "2017-06-30", loans: loan, asOf: "2017-06-30")
    #expect(suspension.frozenPrincipal == frozen)
    #expect(suspension.recoveryTarget == target)
  }
}

extension Suspension {
  /// A loan of one installment, long overdue.
  fileprivate static func sample(_ amount: Rupiah) -> LoanHistory {
    LoanHistory(
      loan: .sample(amount: amount, on: "2016-01-10", terms: .usual(1)), payments: [])
  }
}
