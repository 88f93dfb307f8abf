import RevolvingFund
import Testing

extension Books {
  /// What a read of the forecast is given.
  fileprivate func sight(on day: Day) throws -> FundSight {
    var facts = facts
    var keys = Keys()
    keys.addForecast(of: upk, on: day)
    for key in keys.movements {
      facts.movements[key] = vouchers.filter { $0.bookedOn <= day }.flatMap { voucher in
        voucher.postings.flatMap { posting in
          let month = voucher.bookedOn.month
          return [
            TrialBalance.Movement(
              account: posting.debit, month: month, debit: posting.amount, credit: .zero),
            TrialBalance.Movement(
              account: posting.credit, month: month, debit: .zero, credit: posting.amount),
          ]
        }
      }
    }
    facts.fundMoney[upk] = vouchers.reduce(into: DailyBalance()) { money, voucher in
      for posting in voucher.postings {
        if [.cash, .bank].contains(posting.debit) {
          money.add(posting.amount, on: voucher.bookedOn)
        }
        if [.cash, .bank].contains(posting.credit) {
          money.add(-posting.amount, on: voucher.bookedOn)
        }
      }
    }
    facts.reservations[upk] = facts.applications.values.filter { $0.state == .approved }.map {
      Reservation(
        application: $0.id, amount: $0.recommended.total(\.amount),
        decidedOn: $0.decidedOn ?? $0.submittedOn)
    }
    return try #require(FundSight(facts, of: upk, on: day))
  }

  fileprivate func forecast(on day: Day, months: Int = 3) throws -> CashForecast {
    let sight = try sight(on: day)
    return CashForecast(
      TrialBalance(asOf: day, movements: sight.movements), book: sight.book,
      reservations: sight.reservations, months: months)
  }

  fileprivate func alerts(on day: Day) throws -> [FundAlert] {
    FundAlert.alerts(try sight(on: day))
  }
}

struct CashForecastTests {
  @Test func `expected installments stand in their months, and promises are taken off`() throws {
    var books = try Village.books()
    try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    _ = try books.approve(try books.addGroup("B"), each: 400_000, on: "2016-01-20")
    let forecast = try books.forecast(on: "2016-01-31", months: 5)
    #expect(forecast.cash == .zero && forecast.bank == 17_500_000)
    #expect(forecast.reserved == 2_000_000 && forecast.available == 15_500_000)
    #expect(
      forecast.months.map(\.month) == ["2016-02", "2016-03", "2016-04", "2016-05", "2016-06"])
    #expect(forecast.months.map(\.expected) == [662_500, 662_500, 662_500, 662_500, 0])
    #expect(forecast.months.map(\.principal) == [625_000, 625_000, 625_000, 625_000, 0])
    #expect(
      forecast.months.map(\.available)
        == [16_162_500, 16_825_000, 17_487_500, 18_150_000, 18_150_000])
    #expect(forecast.overdue == .zero && forecast.overdueAtRisk == .zero)
  }

  @Test func `the first month is what is left of it`() throws {
    var books = try Village.books()
    try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    #expect(try books.forecast(on: "2016-02-09").months.map(\.expected).first == 662_500)
    let due = try books.forecast(on: "2016-02-10")
    #expect(due.months.map(\.month).first == "2016-02")
    #expect(due.months.map(\.expected) == [0, 662_500, 662_500])
    #expect(due.overdue == 662_500)
  }

  @Test func `what a loan of class three owes is not counted on`() throws {
    var books = try Village.books()
    try books.lend(try books.addGroup("A"), each: 500_000, months: 6, on: "2016-01-10")
    let late = try books.forecast(on: "2016-05-09")
    #expect(late.overdue > .zero && late.overdueAtRisk == .zero)
    #expect(late.months.map(\.expected).first == late.months[0].principal + 37_500)
    let atRisk = try books.forecast(on: "2016-05-10")
    #expect(atRisk.overdue == .zero)
    #expect(atRisk.overdueAtRisk == late.overdue + late.months[0].expected)
    #expect(atRisk.months.map(\.expected) == [0, 0, 0])
    #expect(atRisk.months.map { $0.atRisk > .zero } == [false, true, true])
    #expect(atRisk.months.map(\.available) == [17_500_000, 17_500_000, 17_500_000])
  }

  @Test func `an approval that has expired promises nothing`() throws {
    var books = try Village.books()
    _ = try books.approve(try books.addGroup("B"), each: 400_000, on: "2016-01-20")
    #expect(try books.forecast(on: "2016-01-19").reserved == .zero)
    #expect(try books.forecast(on: "2016-03-20").reserved == 2_000_000)
    #expect(try books.forecast(on: "2016-03-21").reserved == .zero)
  }
}

struct FundAlertTests {
  @Test func `money that could be lent on every day since the third month-end is idle`() throws {
    let books = try Village.books()
    #expect(try books.alerts(on: "2015-08-31").map(\.kind) == [])
    #expect(
      try books.alerts(on: "2015-09-15") == [.idleCash(20_000_000, since: "2015-06-01")])
    // The day from which on does not move with the day that is asked.
    #expect(
      try books.alerts(on: "2015-11-15") == [.idleCash(20_000_000, since: "2015-06-01")])
  }

  @Test func `a quarter of the capital is not idle, a rupiah more is`() throws {
    var books = try Village.books()
    for name in ["A", "B", "C"] {
      try books.lend(
        try books.addGroup(name, members: 5), each: 1_000_000, months: 12, on: "2016-01-10")
    }
    #expect(try books.forecast(on: "2016-01-31").available == 5_000_000)
    #expect(try books.alerts(on: "2016-05-31") == [])
    try books.repay(LoanID(upk, 1), 100, on: "2016-02-10")
    #expect(try books.alerts(on: "2016-05-31") == [.idleCash(5_000_100, since: "2016-02-10")])
  }

  @Test func `money that was lent between two month-ends was not idle`() throws {
    var books = try Village.books()
    let loan = try books.lend(
      try books.addGroup("A", members: 5), each: 1_000_000, months: 12, on: "2016-02-05")
    let other = try books.lend(
      try books.addGroup("B", members: 5), each: 1_000_000, months: 12, on: "2016-02-05")
    let third = try books.lend(
      try books.addGroup("C", members: 5), each: 1_000_000, months: 12, on: "2016-02-05")
    for loan in [loan, other, third] { try books.repay(loan, 5_075_000, on: "2016-02-20") }
    // At every month-end all of it was there again.
    #expect(!(try books.alerts(on: "2016-04-30").map(\.kind).contains(.idleCash)))
    let found = try books.alerts(on: "2016-05-01")
    #expect(found.contains(.idleCash(20_225_000, since: "2016-02-20")))
  }

  @Test func `a fund is dormant when no charge comes in, or nothing is lent, for half a year`()
    throws
  {
    var books = try Village.books()
    let loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    #expect(!(try books.alerts(on: "2016-07-09").contains(.noServiceCharge(since: "2016-01-10"))))
    let silent = try books.alerts(on: "2016-07-10")
    #expect(silent.contains(.noServiceCharge(since: "2016-01-10")))
    #expect(!silent.map(\.kind).contains(.noLending), "class 4, so the UPK may not lend anew")
    try books.repay(loan, 2_537_500, on: "2016-02-10")
    let paid = try books.alerts(on: "2016-07-10")
    #expect(!paid.map(\.kind).contains(.noServiceCharge))
    #expect(paid.contains(.noLending(since: "2016-01-10")))
    #expect(!(try books.alerts(on: "2016-07-09").map(\.kind).contains(.noLending)))
  }
}

struct IncentiveRoomTests {
  private func room(
    income: Int64, operating: Int64, provision: Int64 = 0, missing: Rupiah = .zero
  ) -> IncentiveRoom {
    func movement(_ account: AccountCode, _ net: Int64) -> TrialBalance.Movement {
      TrialBalance.Movement(
        account: account, month: "2016-05", debit: Rupiah(max(0, net)),
        credit: Rupiah(max(0, -net)))
    }
    return IncentiveRoom(
      TrialBalance(
        asOf: "2016-05-31",
        movements: [
          movement(.serviceCharge, -income), movement(AccountCode(51010), operating),
          movement(.provision, provision),
        ]), reserveMissing: missing)
  }

  @Test func `the stricter of the two limits decides, and risk comes first`() {
    #expect(room(income: 1_000, operating: 200).affordable == 50)
    #expect(room(income: 1_000, operating: 250).affordable == .zero)
    #expect(room(income: 1_000, operating: 300).affordable == .zero)
    #expect(room(income: 1_000, operating: 200, provision: 580).affordable == 20)
    #expect(room(income: 1_000, operating: 200, provision: 500, missing: 90).affordable == 10)
    #expect(room(income: 1_000, operating: 200, provision: 500, missing: -90).affordable == 50)
    #expect(room(income: 0, operating: 0).affordable == .zero)
    #expect(room(income: 7, operating: 0).underOperatingLimit == 1)
    #expect(room(income: 7, operating: 0).underCostCoverage == 5)
  }
}

struct ReferralTests {
  @Test func `a member at the ceiling or after four loans is recommended elsewhere`() throws {
    var books = try Village.books()
    let often = try books.addGroup("A")
    for month in ["2016-01", "2016-02", "2016-03"] as [Month] {
      let loan = try books.lend(often, each: 100_000, months: 3, on: month.first)
      try books.repay(loan, 507_500, on: month.first.addingDays(5))
    }
    let book = try #require(books.facts.portfolios[upk])
    #expect(book.referrals(asOf: "2016-03-31", ceiling: 5_000_000) == [])
    #expect(book.referrals(asOf: "2016-03-31", ceiling: 100_000).map(\.member) == [1, 2, 3, 4, 5])
    #expect(book.referrals(asOf: "2016-03-31", ceiling: nil) == [])
    try books.lend(often, each: 100_000, months: 3, on: "2016-04-01")
    let later = try #require(books.facts.portfolios[upk])
    #expect(later.referrals(asOf: "2016-03-31", ceiling: nil) == [])
    let found = later.referrals(asOf: "2016-04-01", ceiling: nil)
    #expect(found.map(\.member) == [1, 2, 3, 4, 5] && Set(found.map(\.loans)) == [4])
    #expect(Set(found.map(\.largestShare)) == [100_000] && Set(found.map(\.worst)) == [.current])
  }
}
