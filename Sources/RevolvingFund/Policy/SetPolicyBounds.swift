/// Puts a new version of the province's bounds in force from a day on.
///
/// Refused with: `textMissing`, `textTooLong`, `boundOutOfLimits`, `dayInFuture`, `dayBefore` (the
/// version before it, or, once there is one, the day after the province's latest booked one).
public struct SetPolicyBounds: Command {
  /// The bounds as asked for; their version number is given here.
  public let bounds: PolicyBounds
  public let day: Day

  public init(bounds: PolicyBounds, day: Day) {
    self.bounds = bounds
    self.day = day
  }

  public var kind: CommandKind { .setPolicyBounds }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("valid_from", bounds.validFrom)
    content.add("ceiling", bounds.ceiling)
    content.add("term", bounds.term)
    content.add("rate_millionths", bounds.rateMillionths)
    content.add("round_units", list(bounds.roundUnits.map { "\($0)" }))
    content.add("savings_accounts", list(bounds.savingsAccounts.map(\.rawValue)))
    if let startUps = bounds.startUps {
      content.add("start_up_ceiling", startUps.ceiling)
      content.add("start_up_term", startUps.term)
    }
    if bounds.lateFee != PolicyBounds.standard.lateFee {
      content.add("late_fee", bounds.lateFee)
    }
    if bounds.savingsThousandths != PolicyBounds.standard.savingsThousandths {
      content.add("savings_thousandths", bounds.savingsThousandths)
    }
    if let limit = bounds.cashLimit { content.add("cash_limit", limit) }
    if bounds.profit.leastCapital != ProfitRule.standard.leastCapital {
      content.add("least_capital", bounds.profit.leastCapital)
    }
    if bounds.profit.atRisk != ProfitRule.standard.atRisk {
      content.add("profit_at_risk", bounds.profit.atRisk.rawValue)
    }
    content.add("reason", bounds.reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.policyBounds = true
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(bounds.reason, .reason, atMost: 2000)
    violations.add(bounds.violations)
    violations.requirePast(day, caller)
    violations.require(
      beginsOn: bounds.validFrom, after: facts.policyBounds.map(\.validFrom), .boundsBegan,
      facts.head(stream))
    try violations.check()

    var version: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      version = numbering.take(.policyBounds)
      return .policyBounds(version: version)
    }
    var numbered = bounds
    numbered.version = version
    effects.add(.policyBounds(numbered))
    return effects
  }
}

extension Content {
  fileprivate mutating func add(_ name: String, _ bounds: ClosedRange<Int64>) {
    add(name, "\(bounds.lowerBound)..\(bounds.upperBound)")
  }
}
