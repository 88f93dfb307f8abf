/// A board's lending rules (aturan dasar) from a day on (rules.md 1.2 R-009, 2.2).
///
/// Open loans keep the policy they were decided under.
public struct LendingPolicy: Hashable, Sendable {
  public let upk: UPKID
  public let version: Int64
  public let validFrom: Day
  /// The most that one member may borrow the first time, and later.
  public let firstLoanCeiling: Rupiah
  public let laterLoanCeiling: Rupiah
  public let shortestTerm: Int
  public let longestTerm: Int
  public let rate: MonthlyRate
  public let method: ChargeMethod
  public let roundUnit: Int64
  public let earlySettlement: EarlySettlement
  public let reserveScheme: ReserveScheme
  /// The minutes of the community's approval, such as `BA-03/2015`.
  public let minutes: String

  public init(
    upk: UPKID, version: Int64, validFrom: Day, firstLoanCeiling: Rupiah,
    laterLoanCeiling: Rupiah, shortestTerm: Int, longestTerm: Int, rate: MonthlyRate,
    method: ChargeMethod, roundUnit: Int64, earlySettlement: EarlySettlement,
    reserveScheme: ReserveScheme, minutes: String
  ) {
    self.upk = upk
    self.version = version
    self.validFrom = validFrom
    self.firstLoanCeiling = firstLoanCeiling
    self.laterLoanCeiling = laterLoanCeiling
    self.shortestTerm = shortestTerm
    self.longestTerm = longestTerm
    self.rate = rate
    self.method = method
    self.roundUnit = roundUnit
    self.earlySettlement = earlySettlement
    self.reserveScheme = reserveScheme
    self.minutes = minutes
  }

  /// The terms of a loan of this many months.
  public func terms(months: Int) -> LoanTerms {
    LoanTerms(
      months: months, rate: rate, method: method, roundUnit: roundUnit,
      earlySettlement: earlySettlement)
  }

  /// The most that one member may borrow.
  public func ceiling(isFirstLoan: Bool) -> Rupiah {
    isFirstLoan ? firstLoanCeiling : laterLoanCeiling
  }

  /// What in the shares and the term of a loan is outside this policy.
  ///
  /// In this order: `shareAboveCeiling`, `termOutOfPolicy`, `scheduleNotPossible`.
  func violations(shares: [Share], months: Int, isFirstLoan: Bool) -> [Rejection] {
    let ceiling = ceiling(isFirstLoan: isFirstLoan)
    var found: [Rejection] = shares.filter { $0.amount > ceiling }.map {
      .shareAboveCeiling(member: $0.member, amount: $0.amount, ceiling: ceiling)
    }
    guard shortestTerm <= months, months <= longestTerm else {
      found.append(
        .termOutOfPolicy(months: months, shortest: shortestTerm, longest: longestTerm))
      return found
    }
    let sound = shares.map(\.amount).filter { $0 > .zero && $0 <= ceiling }
    return found + terms(months: months).violations(shares: sound)
  }
}

extension Sequence<LendingPolicy> {
  /// The version in force on a day: the one that began last.
  public func inForce(on day: Day) -> LendingPolicy? {
    filter { $0.validFrom <= day }.max { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) }
  }
}
