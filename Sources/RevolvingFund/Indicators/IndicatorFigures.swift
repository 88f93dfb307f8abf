/// What a UPK's indicators on a day are reckoned from.
public struct IndicatorFigures: Hashable, Sendable {
  public let asOf: Day
  public let operatingSince: Month
  /// Open loans at the end of the day.
  public let portfolio: PortfolioSums
  /// Open loans at the last month-end, which is the day of `trial`.
  public let portfolioOfMonthEnd: PortfolioSums
  public let trial: TrialBalance
  public let writtenOff: [WriteOff]
  /// The scheme of the policy in force at the month-end.
  public let scheme: ReserveScheme

  /// The figures of loans that were summed; movements are needed up to the last month-end, and
  /// later ones do no harm.
  public init(
    of upk: UPK, asOf day: Day, portfolio: PortfolioSums, portfolioOfMonthEnd: PortfolioSums,
    movements: [TrialBalance.Movement], writtenOff: [WriteOff], policies: [LendingPolicy]
  ) {
    let end = IndicatorSheet.lastMonthEnd(day)
    asOf = day
    operatingSince = upk.operatingSince
    self.portfolio = portfolio
    self.portfolioOfMonthEnd = portfolioOfMonthEnd
    trial = TrialBalance(asOf: end, movements: movements)
    self.writtenOff = writtenOff
    scheme = policies.reserveScheme(on: end)
  }

  /// The figures of loans that were read whole.
  public init(
    of upk: UPK, asOf day: Day, _ book: LoanBook, movements: [TrialBalance.Movement],
    policies: [LendingPolicy]
  ) {
    let end = IndicatorSheet.lastMonthEnd(day)
    let portfolio = Portfolio(book.loans.positions(asOf: day)).sums
    self.init(
      of: upk, asOf: day, portfolio: portfolio,
      portfolioOfMonthEnd: day == end
        ? portfolio : Portfolio(book.loans.positions(asOf: end)).sums,
      movements: movements, writtenOff: book.writtenOff, policies: policies)
  }

  /// Loans on the day itself, income and cost on the last month-end (rules.md 0, ruling 15).
  public var sheet: IndicatorSheet {
    IndicatorSheet(
      asOf: asOf, portfolio: portfolio, trial: trial, operatingSince: operatingSince)
  }

  public var quality: PortfolioQuality {
    PortfolioQuality(portfolio, writtenOff: writtenOff, asOf: asOf)
  }

  /// CCr of the last month-end with the programme's own reserve.
  public var reserve: ReserveReading {
    ReserveReading(scheme: scheme, portfolio: portfolioOfMonthEnd, trial: trial)
  }
}
