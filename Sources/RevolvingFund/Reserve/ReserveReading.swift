/// CCr as it would be with the reserve that the programme's own scheme asks for (rules.md 2.7, 2.8;
/// ruling 2).
///
/// It stands beside the CCr of the books, so that a UPK which forms no reserve hides no cost by it.
/// All that is missing at the month's end counts as cost of the year, also what earlier years left
/// out: it is the entry that the books would need to follow the scheme from then on.
public struct ReserveReading: Hashable, Sendable {
  /// The scheme of the policy in force at the month's end.
  public let scheme: ReserveScheme
  /// What the programme's own scheme asks for, and what 12010 holds.
  public let standard: LoanLossReserve
  public let ccr: Indicator

  /// The reading of the loans and the books of the same day.
  public init(scheme: ReserveScheme, portfolio: PortfolioSums, trial: TrialBalance) {
    let entry = ReserveEntry(scheme: .standard, portfolio: portfolio, trial: trial)
    self.scheme = scheme
    standard = entry.reserve
    ccr = entry.coverage(of: trial)
  }
}
