/// How much more a UPK may spend on incentives in the year, as of a day (rules.md 2.7).
public struct IncentiveRoom: Hashable, Sendable {
  public let income: Rupiah
  /// Operating and other cost of the year, without the provision.
  public let cost: Rupiah
  /// The provision of the year and what of the reserve is not formed yet.
  public let risk: Rupiah
  /// What keeps all cost, risk first, at four fifths of the income (B-42).
  public let underCostCoverage: Rupiah
  /// What keeps operating cost at a quarter of the receipts (B-40).
  public let underOperatingLimit: Rupiah

  /// What both limits leave; never below zero.
  public var affordable: Rupiah {
    max(.zero, min(underCostCoverage, underOperatingLimit))
  }

  /// The room that a trial balance leaves, with a reserve that is not formed yet.
  public init(_ trial: TrialBalance, reserveMissing: Rupiah) {
    let use = FundUse(trial)
    income = use.income
    cost = use.operating + use.otherCost
    risk = trial.yearToDate(.provision) + max(.zero, reserveMissing)
    underCostCoverage = Rupiah(max(0, use.income.amount) * 4 / 5) - risk - cost
    underOperatingLimit = Rupiah(max(0, use.income.amount) / 4) - use.operating
  }
}

extension FundSight {
  /// The room of the day, with the reserve that the policy's scheme asks for.
  public func incentive(_ trial: TrialBalance) -> IncentiveRoom {
    let portfolio = Portfolio(book.loans.positions(asOf: asOf))
    let scheme = policy?.reserveScheme ?? .standard
    // The reserve is a contra-account: formed, it lowers the assets.
    let reserve = LoanLossReserve(
      scheme: scheme, required: scheme.required(portfolio.balances),
      formed: -trial.balance(.loanLossReserve))
    return IncentiveRoom(trial, reserveMissing: reserve.missing)
  }
}
