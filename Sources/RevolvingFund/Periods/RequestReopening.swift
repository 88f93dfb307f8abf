/// Asks that the last closed month be opened again; another person has to confirm it.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound` (no month is closed), `alreadyExists`
/// (asked for before), `dayInFuture`, `periodNotLast`, `reopeningTooLate`, `yearClosed`.
public struct RequestReopening: Command {
  public let upk: UPKID
  public let month: Month
  public let reason: String
  public let day: Day

  public init(upk: UPKID, month: Month, reason: String, day: Day) {
    self.upk = upk
    self.month = month
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .requestReopening }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("month", month.description)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addReopening(of: upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let period = try facts.reopenable(month, of: upk)
    var violations = Violations()
    violations.require(reason, .reason, atMost: 2000)
    violations.require(
      facts.reopenings[upk]?.pending(month, version: period.version) == nil,
      .alreadyExists(.reopening, name: "\(month)"))
    violations.requirePast(day, caller)
    violations.add(facts.reopeningViolations(month, of: upk, on: day))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .period(upk, month))
    effects.add(
      .reopeningRequested(
        Reopening(
          upk: upk, month: month, version: period.version, reason: reason,
          requested: Reopening.Signature(person: caller.person, on: day), confirmed: nil)))
    effects.outcome.add("version", period.version)
    return effects
  }
}

extension Keys {
  mutating func addReopening(of upk: UPKID) {
    periods.insert(upk)
    reopenings.insert(upk)
    yearsOf.insert(upk)
  }
}

extension Facts {
  /// The closed month that is to be opened; the last one.
  ///
  /// - Throws: `notFound` where no month is closed, `periodNotLast`.
  func reopenable(_ month: Month, of upk: UPKID) throws(Refusal) -> ClosedPeriod {
    guard let last = periods[upk]?.last else {
      throw Refusal(.notFound(.period, name: "\(month)"))
    }
    guard last.month == month else { throw Refusal(.periodNotLast(month, last: last.month)) }
    return last
  }

  /// What stands against the opening of a month on a day: it is too late, or its year is closed.
  func reopeningViolations(_ month: Month, of upk: UPKID, on day: Day) -> [Rejection] {
    let latest = Reopening.lastDay(for: month)
    var found: [Rejection] = []
    if latest < day { found.append(.reopeningTooLate(day, latest: latest)) }
    if (closedYears[upk] ?? []).contains(where: { $0.year == month.year }) {
      found.append(.yearClosed(month.year))
    }
    return found
  }
}
