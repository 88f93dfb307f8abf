import RevolvingFund
import Testing

/// The reserve at a month's close (rules.md 2.8; ruling 2 of its section 0).
struct ReserveEntryTests {
  /// Loans that stand in classes 1 to 5 at a month's end with these balances.
  private func loans(_ balances: [Rupiah], at month: Month) -> LoanBook {
    let paidOut = [0, -2, -5, -8, -11]
    return LoanBook(
      loans: zip(balances, paidOut).enumerated().filter { $1.0 > .zero }.map { index, loan in
        LoanHistory(
          loan: .sample(
            Int64(index + 1), amount: loan.0, on: month.adding(loan.1).first.addingDays(9),
            terms: .usual(36)), payments: [])
      }, writtenOff: [])
  }

  private func books(_ scheme: ReserveScheme) throws -> Books {
    var books = try Village.books()
    books.facts.policies[upk] = [Village.policy.with(reserveScheme: scheme)]
    try books.close(through: "2016-12")
    return books
  }

  private func close(_ month: Month) -> ClosePeriod {
    ClosePeriod(upk: upk, month: month, day: month.adding(1).first)
  }

  @Test func `the training book's three months book its three entries`() throws {
    var books = try books(.pnpmUrban)
    let entries = [
      [Posting(debit: .provision, credit: .loanLossReserve, amount: 2_950_000)],
      [Posting(debit: .provision, credit: .loanLossReserve, amount: 1_600_000)],
      [Posting(debit: .loanLossReserve, credit: .provision, amount: 1_900_000)],
    ]
    for (index, month) in (["2017-01", "2017-02", "2017-03"] as [Month]).enumerated() {
      books.facts.portfolios[upk] = loans(ReserveTests.months[index].balances, at: month)
      let effects = try books.run(close(month), by: Village.bookkeeper)
      #expect(effects.vouchers.map(\.postings) == [entries[index]])
      #expect(effects.vouchers.map(\.bookedOn) == [month.last])
      #expect(effects.outcome["reserve"] == "\(ReserveTests.months[index].entry.amount)")
      let reserve = try #require(books.periods.last?.reserve)
      #expect(reserve.required == ReserveTests.months[index].required)
      #expect(reserve.missing == ReserveTests.months[index].entry)
    }
    #expect(books.trial(asOf: "2017-03-31").balance(.loanLossReserve) == -2_650_000)
  }

  @Test func `CCr and ROI are frozen with the entry of their month`() throws {
    var books = try books(.pnpmUrban)
    books.facts.portfolios[upk] = loans(ReserveTests.months[0].balances, at: "2017-01")
    try books.run(close("2017-01"), by: Village.bookkeeper)
    let january = try #require(books.periods.last)
    #expect(january.indicators.first { $0.kind == .ccr }?.inputs == Ratio(0, 2_950_000))
    #expect(january.indicators.first { $0.kind == .roi }?.inputs == Ratio(-2_950_000, 20_000_000))
    #expect(books.trial(asOf: "2017-01-31").costOfYear == 2_950_000)
  }

  @Test func `a release takes back the year's provision, and the rest is income`() throws {
    var books = try books(.pnpmUrban)
    books.facts.portfolios[upk] = loans([0, 0, 0, 0, 900_000], at: "2017-11")
    for month in Month.span("2017-01", through: "2017-11") {
      try books.run(close(month), by: Village.bookkeeper)
    }
    books.facts.portfolios[upk] = loans([0, 0, 0, 0, 1_000_000], at: "2017-12")
    try books.run(close("2017-12"), by: Village.bookkeeper)
    // The next year begins with no provision: all of a release is income.
    books.facts.portfolios[upk] = loans([0, 0, 0, 0, 700_000], at: "2018-01")
    let january = try books.run(close("2018-01"), by: Village.bookkeeper)
    #expect(
      january.vouchers.flatMap(\.postings) == [
        Posting(debit: .loanLossReserve, credit: .creditIncome, amount: 300_000)
      ])
    // 200,000 are formed again and 500,000 released: what was formed this year goes first.
    books.facts.portfolios[upk] = loans([0, 0, 0, 0, 900_000], at: "2018-02")
    try books.run(close("2018-02"), by: Village.bookkeeper)
    books.facts.portfolios[upk] = loans([0, 0, 0, 0, 400_000], at: "2018-03")
    let march = try books.run(close("2018-03"), by: Village.bookkeeper)
    #expect(
      march.vouchers.flatMap(\.postings) == [
        Posting(debit: .loanLossReserve, credit: .provision, amount: 200_000),
        Posting(debit: .loanLossReserve, credit: .creditIncome, amount: 300_000),
      ])
    #expect(books.trial(asOf: "2018-03-31").yearToDate(.provision) == .zero)
  }

  @Test func `under none nothing is booked, and the close keeps that nothing was required`() throws
  {
    var books = try books(.none)
    books.facts.portfolios[upk] = loans(ReserveTests.months[0].balances, at: "2017-01")
    let effects = try books.run(close("2017-01"), by: Village.bookkeeper)
    #expect(effects.vouchers.isEmpty && effects.outcome["reserve"] == "0")
    #expect(
      books.periods.last?.reserve
        == LoanLossReserve(scheme: .none, required: .zero, formed: .zero))
  }

  @Test func `the scheme of the month's last day counts, and the programme's own without one`()
    throws
  {
    let later = Village.policy(from: "2017-02-01").with(reserveScheme: .pnpmUrban)
    let policies = [Village.policy, later]
    #expect(policies.reserveScheme(on: "2017-01-31") == .none)
    #expect(policies.reserveScheme(on: "2017-02-28") == .pnpmUrban)
    #expect(policies.reserveScheme(on: "2014-02-28") == .pnpmUrban)
  }

  @Test func `Mentari covers next to nothing of its cost by the standard scheme`() throws {
    let books = try Mentari.books()
    let trial = books.trial(asOf: "2017-12-31")
    let portfolio = Portfolio(
      (books.facts.portfolios[upk] ?? .empty).loans.positions(asOf: "2017-12-31")
    ).sums
    let entry = ReserveEntry(scheme: .standard, portfolio: portfolio, trial: trial)
    #expect(entry.reserve.missing == 12_406_700)
    #expect(entry.coverage(of: trial).inputs == Ratio(152_097, 150_414 + 12_406_700))
    #expect(entry.coverage(of: trial).category == .suspended)
    let reading = ReserveReading(scheme: .none, portfolio: portfolio, trial: trial)
    #expect(reading.scheme == .none && reading.standard.required == 12_406_700)
    #expect(reading.standard.formed == 0 && reading.ccr == entry.coverage(of: trial))
    #expect(reading.ccr.percent == "1.21")
  }
}

extension Month {
  /// The months from one to another.
  static func span(_ first: Month, through last: Month) -> [Month] {
    (0...last.distance(from: first)).map { first.adding($0) }
  }
}
