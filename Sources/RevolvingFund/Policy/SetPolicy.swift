/// Puts a new version of a board's lending policy in force from a day on.
///
/// Refused with: `textMissing`, `textTooLong`, `policyOutOfBounds`, `roundUnitNotAllowed`,
/// `dayInFuture`, `dayBefore` (the version before it, or, once there is one, the day after the
/// latest booked one: no decision that was made may change its ground).
public struct SetPolicy: Command {
  /// The policy as asked for; its version number is given here.
  public let policy: LendingPolicy
  public let day: Day

  public init(policy: LendingPolicy, day: Day) {
    self.policy = policy
    self.day = day
  }

  public var kind: CommandKind { .setPolicy }
  public var stream: UPKID { policy.upk }
  public var content: Content {
    var content = Content()
    content.add("valid_from", policy.validFrom)
    content.add("first_loan_ceiling", policy.firstLoanCeiling)
    content.add("later_loan_ceiling", policy.laterLoanCeiling)
    content.add("shortest_term", policy.shortestTerm)
    content.add("longest_term", policy.longestTerm)
    content.add("rate_millionths", policy.rate.millionths)
    content.add("method", policy.method.rawValue)
    content.add("round_unit", policy.roundUnit)
    content.add("early_settlement", policy.earlySettlement.rawValue)
    content.add("reserve_scheme", policy.reserveScheme.rawValue)
    content.add("minutes", policy.minutes)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.policiesOf.insert(policy.upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(policy.minutes, .minutes)
    violations.add(PolicyBounds.standard.violations(in: policy))
    violations.requirePast(day, caller)
    if let latest = (facts.policies[policy.upk] ?? []).map(\.validFrom).max() {
      violations.require(
        latest < policy.validFrom,
        .dayBefore(policy.validFrom, earliest: latest.addingDays(1), milestone: .policyBegan))
      let booked = facts.head(stream).latestDay
      violations.require(
        booked < policy.validFrom,
        .dayBefore(policy.validFrom, earliest: booked.addingDays(1), milestone: .decided))
    }
    try violations.check()

    var version: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      version = numbering.take(.policy)
      return .policy(policy.upk, version: version)
    }
    effects.add(.policy(policy.numbered(version)))
    return effects
  }
}

extension LendingPolicy {
  fileprivate func numbered(_ version: Int64) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: version, validFrom: validFrom, firstLoanCeiling: firstLoanCeiling,
      laterLoanCeiling: laterLoanCeiling, shortestTerm: shortestTerm, longestTerm: longestTerm,
      rate: rate, method: method, roundUnit: roundUnit, earlySettlement: earlySettlement,
      reserveScheme: reserveScheme, minutes: minutes)
  }
}
