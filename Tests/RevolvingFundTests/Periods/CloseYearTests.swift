import RevolvingFund
import Testing

struct CloseYearTests {
  private func close(_ year: Int, on day: Day) -> CloseYear {
    CloseYear(upk: upk, year: year, day: day)
  }

  private func closed(_ books: inout Books) throws {
    for year in 2015...2017 {
      try books.run(close(year, on: "2018-01-05"), by: Village.bookkeeper)
    }
  }

  @Test func `a year's result goes over into 31040, and no figure of its months moves`() throws {
    var books = try Mentari.books()
    let before = books.trial(asOf: "2017-12-31")
    let sheet = BalanceSheet(before, chart: try #require(books.charts[upk]))
    try closed(&books)
    let after = books.trial(asOf: "2017-12-31")
    #expect(after.incomeOfYear == 152_097 && after.costOfYear == 150_414)
    #expect(after.profitOfYear == before.profitOfYear)
    for account in ChartOfAccounts.standard.map(\.code) {
      #expect(after.stated(account) == before.stated(account), "\(account.number)")
    }
    #expect(BalanceSheet(after, chart: try #require(books.charts[upk])) == sheet)
    #expect(FundUse(after) == FundUse(before))
    #expect(after.balance(.serviceCharge) == .zero && after.balance(.bankFees) == .zero)
    #expect(after.balance(.profitOfYear) == .zero)
    #expect(after.balance(.priorProfit) == 593_433)
    let january = books.trial(asOf: "2018-01-31")
    #expect(january.stated(.priorProfit) == 593_433 && january.unclosedPriorProfit == .zero)
  }

  @Test func `the close is one voucher of 31 December, and knows that it is one`() throws {
    var books = try Mentari.books()
    try closed(&books)
    let vouchers = books.vouchers.filter(\.closesYear)
    #expect(vouchers.map(\.bookedOn) == ["2016-12-31", "2017-12-31"])
    #expect(vouchers.map(\.number.kind) == [.transfer, .transfer])
    #expect(
      vouchers.last?.postings == [
        Posting(debit: .otherIncome, credit: .profitOfYear, amount: 152_097),
        Posting(debit: .profitOfYear, credit: .bankFees, amount: 120_000),
        Posting(debit: .profitOfYear, credit: .bankTax, amount: 30_414),
        Posting(debit: .profitOfYear, credit: .priorProfit, amount: 1_683),
      ])
    let years = try #require(books.facts.closedYears[upk])
    #expect(years.map(\.profit) == [0, 591_750, 1_683])
  }

  @Test func `a loss takes from 31040`() throws {
    var books = try Village.books()
    try books.run(
      PostJournal(
        upk: upk,
        lines: [
          PostJournal.Line(
            number: 1, day: "2015-12-31", description: "fee", debit: .bankFees, credit: .bank,
            amount: 700, reference: nil)
        ]), by: Village.bookkeeper)
    try books.close(through: "2015-12")
    let effects = try books.run(close(2015, on: "2016-01-02"), by: Village.bookkeeper)
    #expect(effects.outcome["income"] == "0" && effects.outcome["cost"] == "700")
    #expect(
      effects.vouchers.flatMap(\.postings) == [
        Posting(debit: .profitOfYear, credit: .bankFees, amount: 700),
        Posting(debit: .priorProfit, credit: .profitOfYear, amount: 700),
      ])
  }

  @Test func `years are closed in order, each after its December`() throws {
    var books = try Village.books()
    func refusal(_ year: Int, on day: Day) -> [Rejection] {
      books.refusal(close(year, on: day), by: Village.bookkeeper)
    }
    #expect(refusal(2015, on: "2016-01-01") == [.yearNotOver(2015, closedThrough: nil)])
    try books.close(through: "2016-11")
    #expect(
      refusal(2016, on: "2017-01-01") == [
        .yearNotOver(2016, closedThrough: "2016-11"), .yearOutOfOrder(2016, expected: 2015),
      ])
    #expect(refusal(2015, on: "2021-01-01") == [.dayInFuture("2021-01-01", today: "2020-12-31")])
    try books.run(close(2015, on: "2016-12-01"), by: Village.bookkeeper)
    #expect(refusal(2015, on: "2017-01-01") == [.yearOutOfOrder(2015, expected: 2016)])
    books.facts.upks[upk] = nil
    #expect(refusal(2016, on: "2017-01-01") == [.notFound(.upk, name: "1")])
  }
}
