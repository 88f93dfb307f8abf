import Testing

@testable import RevolvingFund

/// What the reports say of a year that was closed (rules.md 0, ruling 15; 6, P-01 to P-18).
///
/// The close moves income and cost into 31040 and stands on its year's last day. It is no flow:
/// what a report said of a day before it, the report says after it.
struct ClosedYearReportTests {
  private static let end: Day = "2017-12-31"
  private static let days: [Day] = [end, "2018-01-01", "2018-01-31"]

  /// The paper's books with everything closed but the years, and with the years closed.
  private func pair() throws -> (open: Books, closed: Books) {
    var books = try Mentari.books()
    books.today = "2018-12-31"
    let open = books
    for year in 2015...2017 {
      try books.run(
        CloseYear(upk: upk, year: year, day: "2018-01-05"), by: Village.bookkeeper)
    }
    return (open, books)
  }

  private func known(_ books: Books, _ day: Day) -> [Voucher] {
    books.vouchers.filter { $0.bookedOn <= day }
  }

  @Test(arguments: days)
  func `the close of a year changes no statement of its last day nor of the days after`(
    day: Day
  ) throws {
    let (open, closed) = try pair()
    let chart = try #require(open.charts[upk])
    let (before, after) = (open.movements(upTo: day), closed.movements(upTo: day))
    #expect(before != after)
    #expect(
      IncomeStatement(before, chart: chart, asOf: day)
        == IncomeStatement(after, chart: chart, asOf: day))
    #expect(
      TrialBalanceSheet(before, chart: chart, asOf: day)
        == TrialBalanceSheet(after, chart: chart, asOf: day))
    #expect(
      EquityChanges(before, chart: chart, asOf: day)
        == EquityChanges(after, chart: chart, asOf: day))
    #expect(
      CashFlow(known(open, day), movements: before, chart: chart, asOf: day)
        == CashFlow(known(closed, day), movements: after, chart: chart, asOf: day))
    #expect(
      BalanceSheet(open.trial(asOf: day), chart: chart)
        == BalanceSheet(closed.trial(asOf: day), chart: chart))
    #expect(CapitalSheet(open.trial(asOf: day)) == CapitalSheet(closed.trial(asOf: day)))
    let codes = chart.map(\.code)
    #expect(
      BudgetRealisation(nil, trial: open.trial(asOf: day), chart: codes)
        == BudgetRealisation(nil, trial: closed.trial(asOf: day), chart: codes))
    let book = try #require(open.facts.portfolios[upk])
    func reserve(_ movements: [TrialBalance.Movement]) -> ReserveProgress {
      ReserveProgress(book, movements: movements, asOf: day) { _ in .pnpmUrban }
    }
    #expect(reserve(before) == reserve(after))
    func notice(_ movements: [TrialBalance.Movement]) -> NoticeBoard {
      NoticeBoard(day.month, book: book, movements: movements, periods: .empty, closed: nil)
    }
    #expect(notice(before) == notice(after))
    try closed.expectReportsAgree(asOf: day)
  }

  @Test func `a closed year keeps its income and cost, and what explains the two indicators`()
    throws
  {
    let (open, closed) = try pair()
    let chart = try #require(closed.charts[upk])
    let statement = IncomeStatement(
      closed.movements(upTo: Self.end), chart: chart, asOf: Self.end)
    #expect(statement.totalIncome.year == 152_097 && statement.totalCost.year == 150_414)
    #expect(statement.profit == IncomeStatement.Amounts(month: 392, year: 1_683))
    func sheet(_ books: Books) -> IndicatorSheet {
      IndicatorSheet(
        asOf: Self.end, portfolio: .nothing, trial: books.trial(asOf: Self.end),
        operatingSince: "2015-01")
    }
    func explained(_ kind: BookIndicator, _ books: Books) -> IndicatorExplanation {
      IndicatorExplanation(
        kind, sheet(books), trial: books.trial(asOf: Self.end), vouchers: books.vouchers)
    }
    #expect(sheet(closed) == sheet(open))
    for kind in [BookIndicator.ccr, .roi] {
      #expect(explained(kind, closed) == explained(kind, open), "\(kind)")
    }
    #expect(explained(.ccr, closed).inputs == Ratio(152_097, 150_414))
  }

  @Test func `the trial balance of December begins with November and shows no close`() throws {
    let books = try pair().closed
    let sheet = TrialBalanceSheet(
      books.movements(upTo: Self.end), chart: try #require(books.charts[upk]), asOf: Self.end)
    func line(_ account: AccountCode) -> TrialBalanceSheet.Line? {
      sheet.lines.first { $0.account.code == account }
    }
    let interest = try #require(line(.otherIncome))
    #expect(interest.closing == -152_097 && interest.debit == .zero)
    #expect(line(.profitOfYear) == nil)
    #expect(line(.priorProfit)?.closing == -591_750)
    #expect(sheet.totalOpening == .zero && sheet.totalDebit == sheet.totalCredit)
  }

  @Test func `profit stands in 31050 to 31 December and in 31040 from 1 January`() throws {
    let books = try pair().closed
    let chart = try #require(books.charts[upk])
    func equity(_ day: Day) -> [AccountCode: Rupiah] {
      let sheet = BalanceSheet(books.trial(asOf: day), chart: chart)
      return Dictionary(uniqueKeysWithValues: sheet.equity.map { ($0.account.code, $0.balance) })
    }
    let december = equity(Self.end)
    #expect(december[.priorProfit] == 591_750 && december[.profitOfYear] == 1_683)
    let january = equity("2018-01-01")
    #expect(january[.priorProfit] == 593_433 && january[.profitOfYear] == nil)
    let changes = EquityChanges(
      books.movements(upTo: "2018-01-01"), chart: chart, asOf: "2018-01-01")
    let prior = try #require(changes.lines.first { $0.account.code == .priorProfit })
    #expect(prior.opening == 593_433 && prior.added == .zero && prior.closing == 593_433)
    let statement = IncomeStatement(
      books.movements(upTo: "2018-01-01"), chart: chart, asOf: "2018-01-01")
    #expect(statement.income.isEmpty && statement.cost.isEmpty)
  }

  @Test func `a ledger shows the close as the voucher that it is`() throws {
    let books = try pair().closed
    func ledger(_ code: AccountCode, from: Day, until: Day) throws -> AccountLedger {
      let account = try #require(books.charts[upk]?.first { $0.code == code })
      return AccountLedger(
        account,
        vouchers: books.vouchers.filter { from <= $0.bookedOn && $0.bookedOn <= until },
        movements: books.movements(upTo: from.addingDays(-1)), from: from, until: until)
    }
    let interest = try ledger(.otherIncome, from: "2017-01-01", until: Self.end)
    #expect(interest.closing == .zero && interest.entries.last?.voucher.closesYear == true)
    #expect(interest.entries.dropLast().last?.balance == 152_097)
    let prior = try ledger(.priorProfit, from: "2017-12-01", until: "2018-01-31")
    #expect(prior.opening == 591_750 && prior.closing == 593_433)
    #expect(try ledger(.otherIncome, from: "2018-01-01", until: "2018-01-31").opening == .zero)
    #expect(try ledger(.priorProfit, from: "2018-01-01", until: "2018-01-31").opening == 593_433)
  }
}
