/// Money received unnamed and given to a group later, or taken from it again (rules.md 5.3: a
/// receipt that was not yet identified).
///
/// It moves nothing between accounts: all of it is on 21030 before and after.
public struct SuspenseAssignment: Hashable, Sendable {
  /// Its place among those of the UPK.
  public let number: Int64
  public let ksm: KSMID
  /// Above zero for what a group is given, below for what is taken from it again.
  public let amount: Rupiah
  public let on: Day
  public let by: PersonID
  /// Why it is the group's, or why it is not.
  public let reason: String
  /// The number of the one that it takes back; `nil` for one that gives.
  public let takesBack: Int64?

  public init(
    number: Int64, ksm: KSMID, amount: Rupiah, on day: Day, by person: PersonID, reason: String,
    takesBack: Int64?
  ) {
    self.number = number
    self.ksm = ksm
    self.amount = amount
    on = day
    by = person
    self.reason = reason
    self.takesBack = takesBack
  }
}

/// Gives a group what was received on 21030 without a name.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing`, `textTooLong` (the reason),
/// `notFound` (the group), `dayInFuture`, `unnamedExceeded`.
public struct AssignSuspense: Command {
  public let ksm: KSMID
  public let amount: Rupiah
  public let reason: String
  public let day: Day

  public init(ksm: KSMID, amount: Rupiah, reason: String, day: Day) {
    self.ksm = ksm
    self.amount = amount
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .assignSuspense }
  public var stream: UPKID { ksm.upk }
  public var content: Content {
    var content = Content()
    content.add("ksm", ksm.number)
    content.add("amount", amount)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.ksms.insert(ksm)
    keys.suspenseOf.insert(ksm)
    keys.unnamedSuspenseOf.insert(stream)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard facts.ksms[ksm] != nil else { throw Refusal(.notFound(.ksm, name: "\(ksm.number)")) }
    var violations = Violations()
    violations.require(amount, .amount)
    violations.require(reason, .reason, atMost: 500)
    violations.requirePast(day, caller)
    let unnamed = facts.unnamedAvailable(in: stream, on: day)
    violations.require(
      amount <= unnamed, .unnamedExceeded(line: nil, available: unnamed, asked: amount))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .ksm(ksm))
    let assignment = SuspenseAssignment(
      number: effects.draw(.suspenseAssignment), ksm: ksm, amount: amount, on: day,
      by: caller.person, reason: reason, takesBack: nil)
    effects.outcome.add("assignment", assignment.number)
    effects.outcome.add("unnamed", unnamed - amount)
    effects.outcome.add("balance", facts.suspenseAvailable(ksm, on: day) + amount)
    effects.add(.suspenseAssigned(assignment))
    return effects
  }
}

/// Takes from a group again what was given to it by mistake: it is unnamed as before.
///
/// Refused with: `textMissing`, `textTooLong` (the reason), `notFound` (what was given, also where
/// it was taken back before), `dayInFuture`, `dayBefore` (what was given), `suspenseExceeded`.
public struct UnassignSuspense: Command {
  public let upk: UPKID
  public let number: Int64
  /// The group that it was given to.
  public let ksm: KSMID
  public let reason: String
  public let day: Day

  public init(upk: UPKID, number: Int64, ksm: KSMID, reason: String, day: Day) {
    self.upk = upk
    self.number = number
    self.ksm = ksm
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .unassignSuspense }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("assignment", number)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.suspenseOf.insert(ksm)
    keys.unnamedSuspenseOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let all = facts.suspenseAssignments[upk] ?? []
    guard let given = all.first(where: { $0.number == number && $0.takesBack == nil }),
      given.ksm == ksm, !all.contains(where: { $0.takesBack == number })
    else { throw Refusal(.notFound(.suspenseAssignment, name: "\(number)")) }
    var violations = Violations()
    violations.require(reason, .reason, atMost: 500)
    violations.requirePast(day, caller)
    violations.require(
      given.on <= day, .dayBefore(day, earliest: given.on, milestone: .suspenseAssigned))
    let held = facts.suspenseAvailable(ksm, on: day)
    violations.require(
      given.amount <= held,
      .suspenseExceeded(ksm: ksm.number, available: held, asked: given.amount))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .ksm(ksm))
    let back = SuspenseAssignment(
      number: effects.draw(.suspenseAssignment), ksm: ksm, amount: -given.amount, on: day,
      by: caller.person, reason: reason, takesBack: number)
    effects.outcome.add("assignment", back.number)
    effects.outcome.add("unnamed", facts.unnamedAvailable(in: upk, on: day) + given.amount)
    effects.outcome.add("balance", held - given.amount)
    effects.add(.suspenseAssigned(back))
    return effects
  }
}

extension Facts {
  /// What is on 21030 of a UPK without a group on a day, and on every later one.
  func unnamedAvailable(in upk: UPKID, on day: Day) -> Rupiah {
    max(.zero, unnamedSuspense[upk]?.lowest(from: day) ?? .zero)
  }
}
