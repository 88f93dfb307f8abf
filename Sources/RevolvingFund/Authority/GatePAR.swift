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

extension LoanBook {
  /// gatePAR on a day.
  public func gate(on day: Day) -> GatePAR {
    GatePAR(
      asOf: day, portfolio: Portfolio(loans.positions(asOf: day)),
      writtenOff: writtenOff.total { $0.counted(on: day) })
  }

  /// What stands at risk on a day without the loans of a list, over all that gatePAR counts.
  ///
  /// Once it is 20 % the list no longer explains the suspension (rules.md 0, ruling 5). The
  /// successor of a listed loan is the same debt, so it is not outside.
  func gate(on day: Day, outside listed: Set<LoanID>) -> GatePAR {
    let open = Portfolio(loans.positions(asOf: day)).positions
    let listed = listed.union(loans.filter { $0.loan.continues(listed) }.map(\.loan.id))
    let atRisk =
      open.filter { $0.collectability.isAtRisk && !listed.contains($0.loan) }
      .total(\.outstanding)
      + writtenOff.filter { !listed.contains($0.loan) }.total { $0.counted(on: day) }
    let all = open.total(\.outstanding) + writtenOff.total { $0.counted(on: day) }
    return GatePAR(asOf: day, ratio: Ratio(atRisk.amount, all.amount))
  }
}
