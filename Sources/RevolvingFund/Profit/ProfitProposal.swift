/// What may become of a year's profit: as the annual meeting decided, or as is proposed to it
/// (rules.md 2.10; ruling 12).
public struct ProfitProposal: Hashable, Sendable {
  /// Below zero it is a loss, which is carried and never allocated.
  public let profit: Rupiah
  /// What can be allocated: the profit, but never more than 31040 has after the year's close.
  public let available: Rupiah
  /// Empty where nothing can be allocated.
  public let lines: [ProfitAllocation.Line]
  /// Whether the meeting decided it.
  public let isDecided: Bool
}

extension ProfitProposal {
  /// The proposal at a year's end; nobody's proposal is that all of it becomes capital.
  ///
  /// - Throws: `allocationNotWhole`, `purposeRepeated`, `purposeNotAllowed`,
  ///   `profitForCapitalOnly`, `capitalShareTooLow`.
  public init(
    _ trial: TrialBalance, decided: ProfitAllocation?, proposed: [ProfitShare], rule: ProfitRule,
    par: Indicator
  ) throws(Refusal) {
    let whole = ProfitShare(.capital, hundredths: ProfitShare.whole)
    let shares = proposed.isEmpty ? [whole] : proposed
    var violations = Violations()
    violations.add(shares.violations(of: rule, par: par))
    try violations.check()
    profit = trial.profitOfYear
    available = max(.zero, min(profit, trial.stated(.priorProfit) + profit))
    isDecided = decided != nil
    lines = decided?.lines ?? (available > .zero ? shares.lines(of: available) : [])
  }
}

extension [ProfitShare] {
  /// What breaks a rule of the allocation, in the order in which it is told; `par` is that of the
  /// end of the year.
  func violations(of rule: ProfitRule, par: Indicator) -> [Rejection] {
    var found: [Rejection] = []
    let sum = map(\.hundredths).reduce(0, +)
    if sum != ProfitShare.whole || contains(where: { $0.hundredths <= 0 }) {
      found.append(.allocationNotWhole(hundredths: sum))
    }
    var seen: Set<ProfitPurpose> = []
    for share in self {
      if !seen.insert(share.purpose).inserted { found.append(.purposeRepeated(share.purpose)) }
      if !rule.allowed.contains(share.purpose) {
        found.append(.purposeNotAllowed(share.purpose))
      }
    }
    let capital = filter { $0.purpose == .capital }.map(\.hundredths).reduce(0, +)
    if rule.atRisk == .capitalOnly && par.category == .suspended && capital < ProfitShare.whole {
      found.append(
        .profitForCapitalOnly(hundredths: capital, par: par.inputs))
    } else if capital < rule.leastCapital {
      found.append(.capitalShareTooLow(hundredths: capital, least: rule.leastCapital))
    }
    return found
  }
}
