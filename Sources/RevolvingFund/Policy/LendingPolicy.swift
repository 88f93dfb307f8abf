/// A board's lending rules (aturan dasar) from a day on (rules.md 1.2 R-009, 2.2).
///
/// Open loans keep the policy they were decided under.
public struct LendingPolicy: Hashable, Sendable {
  public let upk: UPKID
  public internal(set) var version: Int64
  public let validFrom: Day
  /// Which groups and members may borrow, or the article that says so.
  public let borrowerCriteria: String
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
  /// How the members answer for each other (tanggung renteng), or the article that says so.
  public let jointLiability: String
  public let savingsAccount: SavingsAccountRule
  /// On what terms the board lends to those who will start a business; `nil` where it does not.
  public let startUps: StartUpRule?
  /// What is left of the ceiling for a member who spent an earlier loan on something else, in
  /// thousandths (rules.md R-068).
  public let deviationThousandths: Int
  /// Owed once for each installment that is not paid in full by its due day (B-23).
  public let lateFee: Rupiah
  /// What a group saves with each installment, in thousandths of it (B-22).
  public let savingsThousandths: Int
  /// The most cash that may be in hand over night; `nil` where the board sets no limit of its own
  /// (rules.md 0, ruling 27c).
  public let cashLimit: Rupiah?
  /// Why these parameters are so; see `needsReason`.
  public let reason: String
  /// The minutes of the community's approval, such as `BA-03/2015`.
  public let minutes: String

  public init(
    upk: UPKID, version: Int64, validFrom: Day, borrowerCriteria: String,
    firstLoanCeiling: Rupiah, laterLoanCeiling: Rupiah, shortestTerm: Int, longestTerm: Int,
    rate: MonthlyRate, method: ChargeMethod, roundUnit: Int64, earlySettlement: EarlySettlement,
    reserveScheme: ReserveScheme, jointLiability: String, savingsAccount: SavingsAccountRule,
    startUps: StartUpRule?, deviationThousandths: Int = 500, lateFee: Rupiah = .zero,
    savingsThousandths: Int = 0, cashLimit: Rupiah? = nil,
    reason: String, minutes: String
  ) {
    self.upk = upk
    self.version = version
    self.validFrom = validFrom
    self.borrowerCriteria = borrowerCriteria
    self.firstLoanCeiling = firstLoanCeiling
    self.laterLoanCeiling = laterLoanCeiling
    self.shortestTerm = shortestTerm
    self.longestTerm = longestTerm
    self.rate = rate
    self.method = method
    self.roundUnit = roundUnit
    self.earlySettlement = earlySettlement
    self.reserveScheme = reserveScheme
    self.jointLiability = jointLiability
    self.savingsAccount = savingsAccount
    self.startUps = startUps
    self.deviationThousandths = deviationThousandths
    self.lateFee = lateFee
    self.savingsThousandths = savingsThousandths
    self.cashLimit = cashLimit
    self.reason = reason
    self.minutes = minutes
  }

  /// The terms of a loan of this many months.
  public func terms(months: Int) -> LoanTerms {
    LoanTerms(
      months: months, rate: rate, method: method, roundUnit: roundUnit,
      earlySettlement: earlySettlement, lateFee: lateFee,
      savingsThousandths: savingsThousandths)
  }

  /// The most that one member may borrow.
  public func ceiling(isFirstLoan: Bool, stage: BusinessStage) -> Rupiah {
    let ceiling = isFirstLoan ? firstLoanCeiling : laterLoanCeiling
    guard stage == .startUp, let startUps else { return ceiling }
    return min(ceiling, startUps.ceiling)
  }

  /// A ceiling for a member who spent an earlier loan on something else, the fraction dropped.
  func lowered(_ ceiling: Rupiah) -> Rupiah {
    Rupiah(Int64(Int128(ceiling.amount) * Int128(deviationThousandths) / 1000))
  }

  /// The most months that a loan may run.
  public func longestTerm(stage: BusinessStage) -> Int {
    guard stage == .startUp, let startUps else { return longestTerm }
    return min(longestTerm, startUps.longestTerm)
  }

  /// What in the shares and the term of a loan is outside this policy.
  ///
  /// The ceiling is lower for deviators, members who spent an earlier loan on something else.
  ///
  /// In this order: `startUpsNotServed`, `shareAboveCeiling`, `termOutOfPolicy`,
  /// `scheduleNotPossible`.
  func violations(
    shares: [Share], months: Int, isFirstLoan: Bool, stage: BusinessStage,
    deviators: Set<Int64>
  ) -> [Rejection] {
    var found: [Rejection] = []
    if stage == .startUp && startUps == nil { found.append(.startUpsNotServed(policy: version)) }
    let ceiling = ceiling(isFirstLoan: isFirstLoan, stage: stage)
    found += shares.compactMap { share in
      let hasDeviated = deviators.contains(share.member)
      let own = hasDeviated ? lowered(ceiling) : ceiling
      return share.amount > own
        ? .shareAboveCeiling(
          member: share.member, amount: share.amount, ceiling: own,
          loweredFrom: hasDeviated ? ceiling : nil) : nil
    }
    let longest = longestTerm(stage: stage)
    guard shortestTerm <= months, months <= longest else {
      found.append(.termOutOfPolicy(months: months, shortest: shortestTerm, longest: longest))
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
