/// PAR as the gate reads it: principal written off in the last twelve months still counts.
///
/// Otherwise a UPK could write itself satisfactory (rules.md 0, ruling 3).
public struct GatePAR: Hashable, Sendable {
  public let asOf: Day
  public let ratio: Ratio

  /// A reading that was kept.
  public init(asOf day: Day, ratio: Ratio) {
    asOf = day
    self.ratio = ratio
  }

  /// The reading of a portfolio, and of what was written off and still counts.
  public init(asOf day: Day, portfolio: Portfolio, writtenOff: Rupiah) {
    self.init(
      asOf: day,
      ratio: Ratio(
        (portfolio.atRisk + writtenOff).amount, (portfolio.outstanding + writtenOff).amount))
  }

  public var category: PerformanceCategory { IndicatorKind.par.category(of: ratio) }
}

/// Principal that was written off on a day.
public struct WriteOff: Hashable, Sendable {
  public let loan: LoanID
  public let on: Day
  public let principal: Rupiah

  public init(loan: LoanID, on: Day, principal: Rupiah) {
    self.loan = loan
    self.on = on
    self.principal = principal
  }

  /// Whether it still counts on a day: for twelve months from its own.
  func counts(on day: Day) -> Bool {
    day.addingMonths(-12) < on && on <= day
  }
}

extension LoanBook {
  /// gatePAR on a day.
  public func gate(on day: Day) -> GatePAR {
    GatePAR(
      asOf: day, portfolio: Portfolio(loans.positions(asOf: day)),
      writtenOff: writtenOff.filter { $0.counts(on: day) }.total(\.principal))
  }

  /// What stands at risk on a day without the loans of a list, over all that gatePAR counts.
  ///
  /// Once it is 20 % the list no longer explains the suspension (rules.md 0, ruling 5).
  func gate(on day: Day, outside listed: Set<LoanID>) -> GatePAR {
    let open = Portfolio(loans.positions(asOf: day)).positions
    let gone = writtenOff.filter { $0.counts(on: day) }
    let atRisk =
      open.filter { $0.collectability.isAtRisk && !listed.contains($0.loan) }
      .total(\.outstanding) + gone.filter { !listed.contains($0.loan) }.total(\.principal)
    let all = open.total(\.outstanding) + gone.total(\.principal)
    return GatePAR(asOf: day, ratio: Ratio(atRisk.amount, all.amount))
  }
}
