/// What the annual meeting of residents (RWT) is told of a UPK's year (rules.md 6, P-16).
///
/// It counts and sums, and names nobody.
public struct AnnualPack: Hashable, Sendable {
  public let year: Int
  /// Whether the year was closed, so that its figures stay as they are.
  public let isClosed: Bool
  /// December as the notice board shows it; its twelve readings are the year's.
  public let board: NoticeBoard
  public let balance: BalanceSheet
  public let income: IncomeStatement
  public let flow: CashFlow
  public let equity: EquityChanges
  public let lending: AnnualLending
  /// Of the twelve month-ends.
  public let indicators: [IndicatorSheet]
  public let reserve: ReserveReading
  public let realisation: BudgetRealisation
  public let use: FundUse
  public let proposal: ProfitProposal
  public let oversight: AnnualOversight
}

extension AnnualPack {
  /// The pack of a year that has ended, with what is proposed to be made of its profit.
  ///
  /// - Throws: `allocationNotWhole`, `purposeRepeated`, `purposeNotAllowed`,
  ///   `profitForCapitalOnly`, `capitalShareTooLow`.
  public init(_ year: Int, _ record: AnnualRecord, proposed: [ProfitShare]) throws(Refusal) {
    let december = Month(year: year, month: 12)
    let day = december.last
    let trial = TrialBalance(asOf: day, movements: record.movements)
    self.year = year
    isClosed = record.closedYears.contains { $0.year == year }
    proposal = try ProfitProposal(
      trial, decided: record.allocations.first { $0.year == year }, proposed: proposed,
      rule: record.profitRule, par: Portfolio(record.book.loans.positions(asOf: day)).par)
    board = NoticeBoard(
      december, book: record.book, movements: record.movements, periods: record.periods,
      closed: record.december)
    balance = BalanceSheet(trial, chart: record.chart)
    income = IncomeStatement(record.movements, chart: record.chart, asOf: day)
    flow = CashFlow(
      record.vouchers, movements: record.movements, chart: record.chart, asOf: day)
    equity = EquityChanges(record.movements, chart: record.chart, asOf: day)
    lending = AnnualLending(record.book, year: year)
    indicators = (1...12).map { number in
      let end = Month(year: year, month: number).last
      return IndicatorSheet(
        asOf: end, portfolio: Portfolio(record.book.loans.positions(asOf: end)).sums,
        trial: TrialBalance(asOf: end, movements: record.movements),
        operatingSince: record.upk.operatingSince)
    }
    reserve = ReserveReading(
      scheme: record.policies.reserveScheme(on: day),
      portfolio: Portfolio(record.book.loans.positions(asOf: day)).sums, trial: trial)
    realisation = BudgetRealisation(
      record.budgets.inForce(year: year, on: day), trial: trial, chart: record.chart.map(\.code))
    use = FundUse(trial)
    oversight = record.oversight
  }
}

/// What went out to groups in a year, what was due from them, and what came back (LPP).
public struct AnnualLending: Hashable, Sendable {
  public let loans: Int
  public let lent: Rupiah
  /// What fell due in the year.
  public let due: PaidTotals
  /// What was paid in the year, whenever it was due.
  public let paid: PaidTotals
  /// What was due and unpaid at the year's end.
  public let overdue: PaidTotals
  public let opening: Rupiah
  public let closing: Rupiah

  /// Principal that left the loans in another way: restructured, written off or taken back.
  public var removed: Rupiah { opening + lent - paid.principal - closing }
}

extension AnnualLending {
  init(_ book: LoanBook, year: Int) {
    let now = LoanProgress(book.loans, asOf: Month(year: year, month: 12).last).total
    let before = LoanProgress(book.loans, asOf: Month(year: year - 1, month: 12).last).total
    loans = now.loans - before.loans
    lent = now.amount - before.amount
    due = now.target - before.target
    paid = now.toDate - before.toDate
    overdue = now.overdue
    opening = before.outstanding
    closing = now.outstanding
  }
}
