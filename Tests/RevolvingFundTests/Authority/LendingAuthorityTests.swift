import RevolvingFund
import Testing

struct LendingAuthorityTests {
  /// Two loans that were never paid, 6,165,000 each, and one of 7,670,000 that is not yet due.
  private func loans(late: Bool) throws -> [LoanHistory] {
    let good = try LoanHistory.repaid(.sample(3, ksm: 3, amount: 7_670_000, on: "2017-12-29"))
    guard late else { return [good] }
    return try [
      LoanHistory.repaid(.sample(1, ksm: 1, amount: 6_165_000, on: "2016-05-10")),
      LoanHistory.repaid(.sample(2, ksm: 2, amount: 6_165_000, on: "2016-05-10")),
      good,
    ]
  }

  private func authority(
    _ loans: [LoanHistory], _ writtenOff: [WriteOff] = [], through: Month? = nil, on day: Day
  ) -> LendingAuthority {
    let book = LoanBook(loans: loans, writtenOff: writtenOff)
    let record = through.map { PeriodRecord.closed(book, through: $0) } ?? .empty
    return LendingAuthority(book: book, periods: record, on: day)
  }

  private func writeOff(_ amount: Rupiah, on day: Day) -> WriteOff {
    .sample(LoanID(upk, 9), amount, on: day)
  }

  @Test func `writing the late loans off does not make a UPK satisfactory`() throws {
    let authority = authority(
      try loans(late: false), [writeOff(12_330_000, on: "2017-12-30")], on: "2017-12-31")
    #expect(
      Portfolio(try loans(late: false).positions(asOf: "2017-12-31")).par.category
        == .satisfactory)
    #expect(authority.live.ratio == Ratio(12_330_000, 20_000_000))
    #expect(authority.category == .suspended)
  }

  @Test(arguments: [
    ("2017-12-29" as Day, false), ("2017-12-30", true), ("2018-12-29", true), ("2018-12-30", false),
  ])
  func `a write-off counts from its day for twelve months`(day: Day, counts: Bool) throws {
    let authority = authority(
      try loans(late: false), [writeOff(12_330_000, on: "2017-12-30")], on: day)
    #expect((authority.live.ratio.denominator > 7_670_000) == counts)
  }

  @Test func `with no loans at all anybody may be the first, and nothing is rated`() {
    for through in [nil, "2017-11" as Month] {
      let authority = authority([], through: through, on: "2017-12-31")
      #expect(authority.category == .notRated)
      #expect(authority.ground == (through == nil ? .newUPK : .lastClose))
      #expect(authority.recovery == nil)
      #expect(authority.admits(.new) && authority.admits(.returningCurrent))
      #expect(authority.admitsTopUp)
      #expect(authority.deciding.ratio == Ratio(0, 0))
    }
  }

  @Test func `with write-offs alone a UPK is suspended with nothing on its list`() throws {
    let authority = authority(
      [], [writeOff(5, on: "2017-11-01")], through: "2017-11", on: "2017-12-31")
    #expect(authority.category == .suspended)
    let recovery = try #require(authority.recovery)
    #expect(recovery.suspension.loans == [])
    #expect(recovery.target == .zero)
    #expect(!recovery.isAvailable && !recovery.isPassed)
  }

  @Test(arguments: ["1900-01-01" as Day, "1900-02-01", "2999-12-31"])
  func `any day of the calendar has an answer`(day: Day) throws {
    #expect(authority(try loans(late: true), on: day).asOf == day)
  }

  @Test(arguments: [
    (0 as Rupiah, AuthorityCategory.satisfactory, "0.00"), (9_996, .satisfactory, "9.996"),
    (9_999, .satisfactory, "9.999"), (10_000, .minimum, "10.00"), (19_999, .minimum, "19.999"),
    (20_000, .suspended, "20.00"), (99_999, .suspended, "99.999"),
  ])
  func `the boundaries hold at a close, and each category admits its own`(
    late: Rupiah, category: AuthorityCategory, percent: String
  ) throws {
    // One fund of 100,000, the late part of it a loan of its own.
    var loans = [
      try LoanHistory.repaid(
        .sample(1, amount: 100_000 - late, on: "2016-09-30", terms: .usual(1)))
    ]
    if late > .zero {
      loans.append(
        try LoanHistory.repaid(
          .sample(2, ksm: 2, amount: late, on: "2016-01-10", terms: .usual(1))))
    }
    let authority = authority(loans, through: "2016-10", on: "2016-11-01")
    #expect(authority.lastClosed?.category == category)
    #expect(authority.category == category)
    #expect(authority.ground == .lastClose)
    #expect(
      authority.deciding.ratio.percentText(decimals: 2, boundaries: [10, 20, 100]) == percent)
    #expect(authority.admits(.returningCurrent))
    #expect(!authority.admits(.returningNotCurrent))
    #expect(authority.admits(.new) == (category != .suspended))
    #expect(authority.admitsTopUp == (category == .satisfactory))
    #expect((authority.recovery != nil) == (category == .suspended))
  }

  @Test func `19.9999 % is not yet a suspension`() throws {
    let book = LoanBook(
      loans: try [
        LoanHistory.repaid(.sample(1, amount: 800_001, on: "2016-09-30", terms: .usual(1))),
        LoanHistory.repaid(.sample(2, ksm: 2, amount: 199_999, on: "2016-01-10", terms: .usual(1))),
      ], writtenOff: [])
    let gate = book.gate(on: "2016-10-31")
    #expect(gate.ratio.percentText(decimals: 4) == "19.9999")
    #expect(PeriodRecord.closed(book, through: "2016-10").last?.category == .minimum)
  }

  @Test func `the stricter of the last close and the day decides, whichever it is`() throws {
    let loan = Loan.sample(amount: 1_000_000, on: "2016-01-10")
    // Three months late on 10 May: only the live reading knows, and no list is frozen yet.
    let live = authority([try LoanHistory.repaid(loan)], through: "2016-04", on: "2016-05-20")
    #expect(live.lastClosedCategory == .satisfactory)
    #expect(live.live.category == .suspended)
    #expect(live.category == .suspended && live.ground == .live)
    #expect(live.deciding.asOf == "2016-05-20")
    #expect(live.recovery == nil)
    #expect(live.admitsTopUp)
    // Cured in June: the close of May still holds until the next.
    let cured = [try LoanHistory.repaid(loan, [("2016-06-05", 500_000)])]
    let after = authority(cured, through: "2016-05", on: "2016-06-06")
    #expect(after.live.category == .satisfactory)
    #expect(after.category == .suspended && after.ground == .lastClose)
    #expect(after.deciding.asOf == "2016-05-31")
    #expect(after.recovery?.recovered == 400_000)
    #expect(!after.admitsTopUp)
    let free = authority(cured, through: "2016-06", on: "2016-07-01")
    #expect(free.category == .satisfactory)
    #expect(free.recovery == nil)
  }

  @Test(arguments: [
    ("2016-02-29" as Day, nil as Month?, false), ("2016-03-01", nil, true),
    ("2016-03-01", "2016-01", false), ("2016-03-31", "2016-01", false),
    ("2016-04-01", "2016-01", true), ("2016-04-30", "2016-02", false),
    ("2016-05-01", "2016-02", true),
  ])
  func `a close that is more than two months ago suspends, for its own reason`(
    day: Day, through: Month?, isMissed: Bool
  ) throws {
    let loans = [try LoanHistory.repaid(.sample(on: "2016-01-10", terms: .usual(12)))]
    let authority = authority(loans, through: through, on: day)
    #expect((authority.ground == .monthsNotClosed) == isMissed)
    #expect(authority.admits(.new) == !isMissed)
    #expect(authority.admits(.returningCurrent))
    #expect(authority.admitsTopUp == !isMissed)
    #expect(authority.closedThrough == through ?? "2015-12")
  }

  @Test func `a new UPK is not rated until the first close after its first disbursement`() throws {
    let loans = [try LoanHistory.repaid(.sample(on: "2016-01-10"))]
    let before = authority(loans, on: "2016-02-01")
    #expect(before.category == .notRated && before.ground == .newUPK)
    #expect(before.live.category == .satisfactory)
    #expect(authority(loans, through: "2016-01", on: "2016-02-01").category == .satisfactory)
  }
}
