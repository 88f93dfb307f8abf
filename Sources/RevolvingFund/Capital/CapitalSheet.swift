/// Where a fund's money came from, where it is, and what its income was spent on, as of a day.
public struct CapitalSheet: Hashable, Sendable {
  public let asOf: Day
  public let p2kp: Rupiah
  public let blm: Rupiah
  /// From the regional budget, other sources and profit that became capital.
  public let other: Rupiah
  /// The principal that groups owe.
  public let lent: Rupiah
  public let cash: Rupiah
  public let bank: Rupiah
  /// What the UPK owes its savers, and the two accounts that cover it.
  public let savings: Rupiah
  public let savingsCash: Rupiah
  public let savingsBank: Rupiah
  /// From 1 January to the day.
  public let use: FundUse

  public var total: Rupiah { p2kp + blm + other }

  /// Whether the savers' money is all there (002 §UPK-7e).
  public var isCovered: Bool { savings <= savingsCash + savingsBank }

  public init(_ trial: TrialBalance) {
    asOf = trial.asOf
    p2kp = trial.balance(.capitalP2KP)
    blm = trial.balance(.capitalBLM)
    other = trial.balance(.capitalOther)
    lent = trial.balance(.loans)
    cash = trial.balance(.cash)
    bank = trial.balance(.bank)
    savings = trial.balance(.savings)
    savingsCash = trial.balance(.savingsCash)
    savingsBank = trial.balance(.savingsBank)
    use = FundUse(trial)
  }
}
