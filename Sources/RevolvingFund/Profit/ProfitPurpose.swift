/// What a year's profit may be set aside for (rules.md 2.10).
public enum ProfitPurpose: String, Hashable, Sendable, CaseIterable {
  /// It becomes capital to lend (pemupukan modal).
  case capital
  /// The supervisors' honorarium, which is paid from nothing else (002 §LKM-1c).
  case supervisors
  case socialFund, environment, boardCapacity, unitBonus, other

  /// Where it stands until it is lent or paid.
  public var account: AccountCode {
    switch self {
    case .capital: .capitalOther
    case .supervisors: .supervisorHonour
    case .socialFund, .environment, .boardCapacity, .unitBonus, .other: .allocatedProfit
    }
  }
}

/// What binds the annual community meeting when it allocates a profit (rules.md 2.10; ruling 12).
public struct ProfitRule: Hashable, Sendable {
  /// Purposes that may have a part.
  public let allowed: Set<ProfitPurpose>
  /// The smallest part of capital, in hundredths of a percent.
  public let leastCapital: Int
  public let atRisk: ProfitAtRisk

  /// The manuals name re-lending and the supervisors, and nobody else.
  public init(leastCapital: Int, atRisk: ProfitAtRisk) {
    allowed = [.capital, .supervisors]
    self.leastCapital = leastCapital
    self.atRisk = atRisk
  }

  /// What holds before a province sets its own.
  public static let standard = ProfitRule(leastCapital: 5000, atRisk: .shared)
}

/// What may become of the profit of a year that ended with a PAR of 20 % or more (rules.md 2.10).
public enum ProfitAtRisk: String, Hashable, Sendable, CaseIterable {
  /// The same as of any other.
  case shared
  /// All of it becomes capital.
  case capitalOnly
}
