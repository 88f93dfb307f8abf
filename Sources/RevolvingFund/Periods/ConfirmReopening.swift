/// Opens the last closed month again, as another person asked.
///
/// Vouchers go into the month until it is closed again, as its next version; what the first close
/// froze stays beside it.
///
/// Refused with: `notFound` (no month is closed; nobody asked for it), `dayInFuture`,
/// `dayBefore` (the request), `periodNotLast`, `reopeningTooLate`, `yearClosed`,
/// `confirmerIsRequester`.
public struct ConfirmReopening: Command {
  public let upk: UPKID
  public let month: Month
  public let day: Day

  public init(upk: UPKID, month: Month, day: Day) {
    self.upk = upk
    self.month = month
    self.day = day
  }

  public var kind: CommandKind { .confirmReopening }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("month", month.description)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addReopening(of: upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let period = try facts.reopenable(month, of: upk)
    guard let asked = facts.reopenings[upk]?.pending(month, version: period.version) else {
      throw Refusal(.notFound(.reopening, name: "\(month)"))
    }
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.require(
      asked.requested.on <= day,
      .dayBefore(day, earliest: asked.requested.on, milestone: .reopeningRequested))
    violations.add(facts.reopeningViolations(month, of: upk, on: day))
    violations.require(asked.requested.person != caller.person, .confirmerIsRequester)
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .period(upk, month))
    effects.reopen(
      Reopening(
        upk: upk, month: month, version: period.version, reason: asked.reason,
        requested: asked.requested,
        confirmed: Reopening.Signature(person: caller.person, on: day)))
    effects.outcome.add("version", period.version + 1)
    return effects
  }
}
