/// Puts a new version of a board's lending policy in force from a day on.
///
/// Refused with: `textMissing`, `textTooLong`, `policyOutOfBounds`, `roundUnitNotAllowed`,
/// `savingsAccountNotAllowed`, `startUpsNotAllowed`, `dayInFuture`, `dayBefore` (the version before
/// it, or, once there is one, the day after the latest booked one: no decision that was made may
/// change its ground).
///
/// The bounds are those of its first day, or of the day on which rules are judged if that is later.
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
    content.add("borrower_criteria", policy.borrowerCriteria)
    content.add("first_loan_ceiling", policy.firstLoanCeiling)
    content.add("later_loan_ceiling", policy.laterLoanCeiling)
    content.add("shortest_term", policy.shortestTerm)
    content.add("longest_term", policy.longestTerm)
    content.add("rate_millionths", policy.rate.millionths)
    content.add("method", policy.method.rawValue)
    content.add("round_unit", policy.roundUnit)
    content.add("early_settlement", policy.earlySettlement.rawValue)
    content.add("reserve_scheme", policy.reserveScheme.rawValue)
    content.add("joint_liability", policy.jointLiability)
    content.add("savings_account", policy.savingsAccount.rawValue)
    if let startUps = policy.startUps {
      content.add("start_up_ceiling", startUps.ceiling)
      content.add("start_up_longest_term", startUps.longestTerm)
    }
    // Left out of the usual case, as before there was another: requests from then still repeat.
    if policy.deviationThousandths != 500 {
      content.add("deviation_thousandths", policy.deviationThousandths)
    }
    if policy.lateFee != .zero { content.add("late_fee", policy.lateFee) }
    if policy.savingsThousandths != 0 {
      content.add("savings_thousandths", policy.savingsThousandths)
    }
    if let limit = policy.cashLimit { content.add("cash_limit", limit) }
    content.add("reason", policy.reason)
    content.add("minutes", policy.minutes)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.policiesOf.insert(policy.upk)
    keys.policyBounds = true
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(policy.borrowerCriteria, .borrowerCriteria, atMost: 2000)
    violations.require(policy.jointLiability, .jointLiability, atMost: 2000)
    if policy.needsReason {
      violations.require(policy.reason, .reason, atMost: 2000)
    } else {
      violations.requireLength(policy.reason, .reason, atMost: 2000)
    }
    violations.require(policy.minutes, .minutes)
    let bounds = facts.policyBounds.inForce(
      on: max(policy.validFrom, facts.judgementDay(day, in: stream)))
    violations.add(bounds.violations(in: policy))
    violations.requirePast(day, caller)
    violations.require(
      beginsOn: policy.validFrom, after: (facts.policies[policy.upk] ?? []).map(\.validFrom),
      .policyBegan, facts.head(stream))
    try violations.check()

    var version: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      version = numbering.take(.policy)
      return .policy(policy.upk, version: version)
    }
    var numbered = policy
    numbered.version = version
    effects.add(.policy(numbered))
    return effects
  }
}

extension Violations {
  /// A version begins after the one before it and, unless it is the first, after the latest booked
  /// day: no decision that was made may change its ground.
  mutating func require(
    beginsOn day: Day, after earlier: [Day], _ milestone: Milestone, _ head: Head
  ) {
    guard let latest = earlier.max() else { return }
    require(
      latest < day, .dayBefore(day, earliest: latest.addingDays(1), milestone: milestone))
    let booked = head.latestDay
    require(
      booked < day, .dayBefore(day, earliest: booked.addingDays(1), milestone: .decided))
  }
}
