/// Within what a board may set its policy, from a day on; the province's to say (rules.md 2.2).
///
/// A new version binds policies that are set from its first day on, never those that are there. Its
/// limit of cash and its rule for profits hold for every UPK from that day on.
public struct PolicyBounds: Hashable, Sendable {
  /// 0 for what holds before a province sets its own.
  public internal(set) var version: Int64
  public let validFrom: Day
  public let ceiling: ClosedRange<Int64>
  public let term: ClosedRange<Int64>
  public let rateMillionths: ClosedRange<Int64>
  public let roundUnits: [Int64]
  public let savingsAccounts: [SavingsAccountRule]
  /// Within what loans to those who will start may be; `nil` where no board may give them.
  public let startUps: StartUpBounds?
  public let lateFee: ClosedRange<Int64>
  public let savingsThousandths: ClosedRange<Int64>
  /// The most cash that any UPK may have in hand over night; `nil` where the province sets no limit
  /// (rules.md 0, ruling 27c).
  public let cashLimit: Rupiah?
  /// What binds the annual meetings when they allocate a profit (rules.md 2.10).
  public let profit: ProfitRule
  /// Why these bounds are so.
  public let reason: String

  /// Within what a board may set its terms for those who will start a business.
  public struct StartUpBounds: Hashable, Sendable {
    public let ceiling: ClosedRange<Int64>
    public let term: ClosedRange<Int64>

    public init(ceiling: ClosedRange<Int64>, term: ClosedRange<Int64>) {
      self.ceiling = ceiling
      self.term = term
    }
  }

  public init(
    version: Int64, validFrom: Day, ceiling: ClosedRange<Int64>, term: ClosedRange<Int64>,
    rateMillionths: ClosedRange<Int64>, roundUnits: [Int64],
    savingsAccounts: [SavingsAccountRule], startUps: StartUpBounds?,
    lateFee: ClosedRange<Int64> = 0...50_000, savingsThousandths: ClosedRange<Int64> = 0...100,
    cashLimit: Rupiah? = nil, profit: ProfitRule = .standard, reason: String
  ) {
    self.version = version
    self.validFrom = validFrom
    self.ceiling = ceiling
    self.term = term
    self.rateMillionths = rateMillionths
    self.roundUnits = roundUnits
    self.savingsAccounts = savingsAccounts
    self.startUps = startUps
    self.lateFee = lateFee
    self.savingsThousandths = savingsThousandths
    self.cashLimit = cashLimit
    self.profit = profit
    self.reason = reason
  }

  /// A deviation lowers the next ceiling or leaves it, down to nothing; for every province.
  static let deviation: ClosedRange<Int64> = 0...1000

  /// The bounds before a province sets its own: the values found in practice, B-11 to B-19.
  public static let standard = PolicyBounds(
    version: 0, validFrom: Day(epochDays: 0), ceiling: 1...5_000_000, term: 1...24,
    rateMillionths: 0...30_000, roundUnits: [1, 100, 500, 1000],
    savingsAccounts: SavingsAccountRule.allCases,
    startUps: StartUpBounds(ceiling: 1...5_000_000, term: 1...24), reason: "")
}

extension Sequence<PolicyBounds> {
  /// The version in force on a day: the one that began last, or the standard one.
  public func inForce(on day: Day) -> PolicyBounds {
    filter { $0.validFrom <= day }
      .max { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) } ?? .standard
  }
}

extension PolicyBounds {
  /// What in a policy is out of bounds, field by field in the order of the fields.
  public func violations(in policy: LendingPolicy) -> [Rejection] {
    var found: [Rejection] = []
    func check(_ field: PolicyField, _ value: Int64, _ bounds: ClosedRange<Int64>) {
      guard !bounds.contains(value) else { return }
      found.append(
        .policyOutOfBounds(
          field: field, value: value, least: bounds.lowerBound, most: bounds.upperBound))
    }
    check(.firstLoanCeiling, policy.firstLoanCeiling.amount, ceiling)
    check(
      .laterLoanCeiling, policy.laterLoanCeiling.amount,
      ceiling.from(policy.firstLoanCeiling.amount))
    check(.shortestTerm, Int64(policy.shortestTerm), term)
    check(.longestTerm, Int64(policy.longestTerm), term.from(Int64(policy.shortestTerm)))
    check(.rate, policy.rate.millionths, rateMillionths)
    if !roundUnits.contains(policy.roundUnit) {
      found.append(.roundUnitNotAllowed(unit: policy.roundUnit, allowed: roundUnits))
    }
    if !savingsAccounts.contains(policy.savingsAccount) {
      found.append(
        .savingsAccountNotAllowed(policy.savingsAccount, allowed: savingsAccounts))
    }
    check(.deviation, Int64(policy.deviationThousandths), PolicyBounds.deviation)
    if let asked = policy.startUps {
      if let startUps {
        check(.startUpCeiling, asked.ceiling.amount, startUps.ceiling)
        check(
          .startUpLongestTerm, Int64(asked.longestTerm),
          startUps.term.from(Int64(policy.shortestTerm)))
      } else {
        found.append(.startUpsNotAllowed(bounds: version))
      }
    }
    check(.lateFee, policy.lateFee.amount, lateFee)
    check(.savingsThousandths, Int64(policy.savingsThousandths), savingsThousandths)
    if let limit = policy.cashLimit {
      check(.cashLimit, limit.amount, 0...(cashLimit ?? .limit).amount)
    }
    return found
  }

  /// What in these bounds is beyond what is possible: `boundOutOfLimits`, field by field.
  ///
  /// A loan runs for 1 to 60 months, no charge is above its principal, and no part above the whole.
  var violations: [Rejection] {
    var found: [Rejection] = []
    func check(_ field: PolicyField, _ bound: ClosedRange<Int64>, _ limits: ClosedRange<Int64>) {
      let ends = Set([bound.lowerBound, bound.upperBound]).sorted()
      for value in ends where !limits.contains(value) {
        found.append(
          .boundOutOfLimits(
            field: field, value: value, least: limits.lowerBound, most: limits.upperBound))
      }
    }
    let amounts = 1...Rupiah.limit.amount
    let months: ClosedRange<Int64> = 1...60
    check(.firstLoanCeiling, ceiling, amounts)
    check(.longestTerm, term, months)
    check(.rate, rateMillionths, 0...1_000_000)
    for unit in roundUnits { check(.roundUnit, unit...unit, 1...1_000_000) }
    if let startUps {
      check(.startUpCeiling, startUps.ceiling, amounts)
      check(.startUpLongestTerm, startUps.term, months)
    }
    check(.lateFee, lateFee, 0...Rupiah.limit.amount)
    check(.savingsThousandths, savingsThousandths, 0...1000)
    if let limit = cashLimit?.amount { check(.cashLimit, limit...limit, 0...Rupiah.limit.amount) }
    let capital = Int64(profit.leastCapital)
    check(.leastCapital, capital...capital, 0...Int64(ProfitShare.whole))
    return found
  }
}

/// The fields of a policy that have bounds.
public enum PolicyField: String, Hashable, Sendable, CaseIterable {
  case firstLoanCeiling, laterLoanCeiling, shortestTerm, longestTerm, rate, roundUnit
  case startUpCeiling, startUpLongestTerm, deviation, lateFee, savingsThousandths
  case cashLimit, leastCapital
}

extension ClosedRange<Int64> {
  /// The part from a value on that is to be reached at least; of a value outside, from the end that
  /// is nearer to it.
  fileprivate func from(_ value: Int64) -> ClosedRange<Int64> {
    Swift.max(lowerBound, Swift.min(value, upperBound))...upperBound
  }
}
