/// The five indicators of a UPK, from its loans and its books.
public struct IndicatorSheet: Hashable, Sendable {
  /// The day of LAR, PAR and RR.
  public let asOf: Day
  /// The month-end of CCr and ROI, which exist for month-ends only (rules.md 0, ruling 15).
  public let flowsAsOf: Day
  public let lar: Indicator
  public let par: Indicator
  public let ccr: Indicator
  public let roi: Indicator
  public let rr: Indicator
  /// Service charge over cost without bank fees and tax: shows a fund that lives on bank interest.
  public let operationalCCr: Indicator

  public init(
    asOf day: Day, portfolio: PortfolioSums, trial: TrialBalance, operatingSince: Month
  ) {
    asOf = day
    flowsAsOf = trial.asOf
    lar = portfolio.lar
    par = portfolio.par
    rr = portfolio.rr
    ccr = IndicatorSheet.coverage(trial.incomeOfYear, trial.costOfYear)
    operationalCCr = IndicatorSheet.coverage(
      trial.yearToDate(.serviceCharge),
      trial.costOfYear - trial.yearToDate(.bankFees) - trial.yearToDate(.bankTax))
    roi = Indicator.roi(
      profit: trial.profitOfYear, capital: trial.capital,
      months: IndicatorSheet.elapsedMonths(at: trial.asOf, operatingSince: operatingSince))
    assert(
      trial.costOfYear <= .zero || trial.capital <= .zero
        || (ccr.judged.compared(toPercent: 100) == .below) == (trial.profitOfYear < .zero),
      "CCr is below 100 exactly when the year runs at a loss")
  }

  public var all: [Indicator] { [lar, par, ccr, roi, rr] }

  /// The last month-end at or before a day.
  public static func lastMonthEnd(_ day: Day) -> Day {
    day == day.month.last ? day : day.month.adding(-1).last
  }

  private static func coverage(_ income: Rupiah, _ cost: Rupiah) -> Indicator {
    Indicator(.ccr, Ratio(income.amount, max(0, cost.amount)))
  }

  /// Months of the year so far, counted from the first operating month in the first year.
  private static func elapsedMonths(at day: Day, operatingSince: Month) -> Int {
    let isFirstYear = operatingSince.year == day.year
    return max(1, day.month.month - (isFirstYear ? operatingSince.month - 1 : 0))
  }
}
