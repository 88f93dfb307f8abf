import Testing

@testable import RevolvingFund

/// What the reports say of the UPK of the paper at the end of 2017 (rules.md 8).
struct MentariReportTests {
  static let day: Day = "2017-12-31"
  let books: Books

  init() throws {
    books = try Mentari.books()
  }

  private var loans: [LoanHistory] {
    get throws { try #require(books.facts.portfolios[upk]).loans }
  }

  private var movements: [TrialBalance.Movement] { books.movements(upTo: Self.day) }

  private var chart: [Account] {
    get throws { try #require(books.charts[upk]) }
  }

  @Test func `LPP has two late loans, two new ones, and two that ended before`() throws {
    let progress = LoanProgress(try loans, asOf: Self.day)
    #expect(
      progress.lines.map(\.figures.outstanding) == [6_165_000, 6_165_000, 3_835_000, 3_835_000])
    #expect(progress.lines.map(\.state) == [.active, .active, .active, .active])
    let late = progress.lines[0].figures
    #expect(late.amount == 8_220_000)
    #expect(late.target == PaidTotals(principal: 8_220_000, serviceCharge: 493_200))
    #expect(late.toDate == PaidTotals(principal: 2_055_000, serviceCharge: 123_300))
    #expect(late.inMonth == .nothing)
    #expect(late.overdue == PaidTotals(principal: 6_165_000, serviceCharge: 369_900))
    #expect(late.achieved.percentText(decimals: 2) == "25.00")
    #expect(progress.lines[2].figures.achieved.isRated == false)
    #expect(progress.earlier.loans == 2 && progress.earlier.amount == 7_670_000)
    #expect(progress.earlier.outstanding == .zero)
    #expect(progress.total.outstanding == 20_000_000)
    #expect(progress.total.toDate.serviceCharge == 591_750)
  }

  @Test func `a loan stands in the report of the month in which it ended, and not after`() throws {
    let april = LoanProgress(try loans, asOf: "2016-04-30")
    #expect(april.lines.map(\.state) == [.paidOff, .paidOff])
    #expect(april.lines[0].figures.inMonth.principal == 1_278_340)
    #expect(april.earlier == .nothing)
    let may = LoanProgress(try loans, asOf: "2016-05-31")
    #expect(may.lines.count == 2 && may.earlier.loans == 2)
  }

  @Test func `income and cost are those of table 3, of the year and month by month`() throws {
    var before: (income: Rupiah, cost: Rupiah) = (.zero, .zero)
    for (index, row) in PublishedTables.months.enumerated() {
      let end = Month(year: 2017, month: index + 1).last
      let statement = IncomeStatement(
        books.movements(upTo: end), chart: try chart, asOf: end)
      #expect(statement.totalIncome.year == row.income && statement.totalCost.year == row.cost)
      #expect(statement.totalIncome.month == row.income - before.income)
      #expect(statement.totalCost.month == row.cost - before.cost)
      before = (row.income, row.cost)
    }
    let last = IncomeStatement(movements, chart: try chart, asOf: Self.day)
    #expect(last.profit == IncomeStatement.Amounts(month: 392, year: 1_683))
    #expect(last.income.map(\.account.code) == [.otherIncome])
    #expect(last.cost.map(\.account.code) == [.bankFees, .bankTax])
  }

  @Test func `money came from interest, and went into fees, tax and two loans`() throws {
    let flow = CashFlow(books.vouchers, movements: movements, chart: try chart, asOf: Self.day)
    #expect(flow.lines.map(\.section) == [.lending, .operating, .operating, .operating])
    #expect(flow.lines[0].year == CashFlow.Flow(received: .zero, paid: 7_670_000))
    #expect(flow.year.opening == 8_261_750 && flow.year.closing == 593_433)
    #expect(flow.year.flow == CashFlow.Flow(received: 152_097, paid: 7_820_414))
    #expect(flow.month.opening + 392 - 7_670_000 == flow.month.closing)
  }

  @Test func `equity grew by the year's profit, beside what earlier years left`() throws {
    let changes = EquityChanges(movements, chart: try chart, asOf: Self.day)
    #expect(changes.lines.map(\.account.code) == [.capitalBLM, .priorProfit, .profitOfYear])
    #expect(changes.lines.map(\.opening) == [20_000_000, 591_750, 0])
    #expect(changes.lines.map(\.closing) == [20_000_000, 591_750, 1_683])
    #expect(changes.totalClosing == 20_593_433)
  }

  @Test func `every account begins the year with what the last one left`() throws {
    let sheet = TrialBalanceSheet(
      books.movements(upTo: "2017-01-31"), chart: try chart, asOf: "2017-01-31")
    let lines: [AccountCode: TrialBalanceSheet.Line] = sheet.lines.reduce(into: [:]) {
      $0[$1.account.code] = $1
    }
    #expect(lines[.priorProfit]?.opening == -591_750)
    #expect(lines[.serviceCharge] == nil)
    #expect(lines[.bank]?.debit == 12_989 && lines[.bank]?.credit == 12_597)
    #expect(sheet.totalOpening == .zero)
  }

  @Test func `a ledger runs from what the account held to what it holds`() throws {
    let accounts = try chart
    let bank = try #require(accounts.first { $0.code == .bank })
    let ledger = AccountLedger(
      bank, vouchers: books.vouchers.filter { $0.bookedOn.month == "2017-12" },
      movements: books.movements(upTo: "2017-11-30"), from: "2017-12-01", until: Self.day)
    #expect(ledger.opening == 8_263_041 && ledger.closing == 593_433)
    #expect(ledger.entries.map(\.debit).total() == 12_989)
    #expect(ledger.totalCredit == 7_682_597)
    #expect(ledger.entries.last?.balance == ledger.closing)
  }

  @Test func `a card says what was due, what came, and what is left`() throws {
    let loan = LoanID(upk, 3)
    let book = try #require(books.facts.portfolios[upk])
    let history = try #require(book[loan])
    let card = try #require(
      LoanCard(history, repayments: books.facts.repayments[loan] ?? [], asOf: Self.day))
    #expect(
      card.entries.map(\.on) == [
        "2016-05-10", "2016-06-10", "2016-06-10", "2016-07-10", "2016-08-10", "2016-09-10",
      ])
    #expect(
      card.entries.map(\.balance) == [
        8_220_000, 8_220_000, 6_165_000, 6_165_000, 6_165_000, 6_165_000,
      ])
    #expect(card.totalDue == PaidTotals(principal: 8_220_000, serviceCharge: 493_200))
    let before = try #require(
      LoanCard(history, repayments: books.facts.repayments[loan] ?? [], asOf: "2016-06-09"))
    #expect(before.entries.map(\.kind) == [.disbursement])
    #expect(LoanCard(history, repayments: [], asOf: "2016-05-09") == nil)
  }

  @Test func `what is behind an indicator sums to it`() throws {
    let portfolio = Portfolio(try loans.positions(asOf: Self.day))
    let par = IndicatorExplanation(.par, portfolio, asOf: Self.day)
    #expect(par.items.map(\.numerator) == [6_165_000, 6_165_000, 0, 0])
    let lar = IndicatorExplanation(.lar, portfolio, asOf: Self.day)
    #expect(lar.items.map(\.numerator) == [1, 1, 0, 0])
    let trial = books.trial(asOf: Self.day)
    let sheet = IndicatorSheet(
      asOf: Self.day, portfolio: portfolio.sums, trial: trial, operatingSince: "2010-01")
    let ccr = IndicatorExplanation(.ccr, sheet, trial: trial, vouchers: books.vouchers)
    #expect(ccr.items.count == 36)
    #expect(ccr.numerator == 152_097 && ccr.denominator == 150_414)
    let roi = IndicatorExplanation(.roi, sheet, trial: trial, vouchers: books.vouchers)
    #expect(roi.numerator == 1_683 && roi.denominator == 20_000_000)
    #expect(roi.items.last?.subject == .account(.capitalBLM))
  }

  @Test func `no reserve is formed, and the default scheme says what is missing`() throws {
    let book = try #require(books.facts.portfolios[upk])
    let reserve = ReserveProgress(book, movements: movements, asOf: Self.day) { _ in .none }
    #expect(reserve.months.count == 12)
    let last = try #require(reserve.months.last)
    #expect(last.required == .zero && last.formed == .zero && last.missing == .zero)
    #expect(last.missingByDefault == 12_406_700)
  }

  @Test func `the page of the UPK counts groups, members and loans once`() throws {
    let book = try #require(books.facts.portfolios[upk])
    let authority = LendingAuthority(
      book: book, periods: try #require(books.facts.periods[upk]), on: "2018-01-01")
    let status = QuickStatus(
      book, authority: authority, operatingSince: "2010-01", cash: CashFlowByDay([]),
      limits: CashLimits(policies: [], bounds: []), asOf: Self.day)
    #expect(status.category == .suspended && status.closedThrough == "2017-12")
    #expect(status.monthsNotClosed == 0)
    #expect(status.groupsServed == 4 && status.groupsBorrowing == 4)
    #expect(status.membersServed == 30 && status.membersBorrowing == 30)
    #expect(status.disbursed == QuickStatus.Counted(count: 6, amount: 31_780_000))
    #expect(status.disbursedThisYear == QuickStatus.Counted(count: 2, amount: 7_670_000))
    #expect(status.outstanding == QuickStatus.Counted(count: 4, amount: 20_000_000))
    #expect(status.atRisk == QuickStatus.Counted(count: 2, amount: 12_330_000))
    #expect(status.par.percent == "61.65" && status.repaidThisYear == .zero)
  }

  @Test(arguments: ["2016-01-12", "2016-05-31", "2016-12-31", "2017-02-14", day] as [Day])
  func `all reports agree with the books`(day: Day) throws {
    try books.expectReportsAgree(asOf: day)
  }

  @Test func `books that disagree with the loans are found`() throws {
    let book = try #require(books.facts.portfolios[upk])
    let wrong = TrialBalance.Movement(
      account: .loans, month: "2017-12", debit: 1, credit: .zero)
    let quality = DataQuality(
      book, movements: movements + [wrong], chart: try chart, savings: .empty,
      reserveMissing: 5, monthsNotClosed: 2,
      keptCash: [CashExcess(on: "2017-12-30", amount: 1, limit: 5)], asOf: Self.day)
    #expect(
      quality.broken.map(\.control) == [
        .loansAgree, .sheetBalances, .reserveFormed, .monthsClosed, .cashDeposited,
      ])
    #expect(quality.broken[0].expected == 20_000_001 && quality.broken[0].found == 20_000_000)
  }
}
