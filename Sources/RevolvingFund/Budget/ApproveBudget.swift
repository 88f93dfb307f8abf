/// Puts a proposed budget in force, by the board's coordinator.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound`, `alreadyExists` (approved before),
/// `dayInFuture`, `dayBefore` (the proposal), `proposerMayNotDecide`, `operatingAboveLimit`,
/// `coverageTooLow`.
public struct ApproveBudget: Command {
  public let upk: UPKID
  public let number: Int64
  /// The number of the board's minutes.
  public let minutes: String
  public let day: Day

  public init(upk: UPKID, number: Int64, minutes: String, day: Day) {
    self.upk = upk
    self.number = number
    self.minutes = minutes
    self.day = day
  }

  public var kind: CommandKind { .approveBudget }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("budget", number)
    content.add("minutes", minutes)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.budgetsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let budget = facts.budgets[upk]?.first(where: { $0.number == number }) else {
      throw Refusal(.notFound(.budget, name: "\(number)"))
    }
    var violations = Violations()
    violations.require(minutes, .minutes)
    violations.require(
      budget.approval == nil, .alreadyExists(.budgetApproval, name: "\(number)"))
    violations.requirePast(day, caller)
    violations.require(
      budget.proposedOn <= day,
      .dayBefore(day, earliest: budget.proposedOn, milestone: .budgetProposed))
    violations.require(budget.proposedBy != caller.person, .proposerMayNotDecide)
    violations.add(budget.violations)
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .budget(upk, number: number))
    effects.add(
      .budgetApproved(
        upk, number: number,
        Budget.Approval(on: day, by: caller.person, minutes: minutes)))
    return effects
  }
}
