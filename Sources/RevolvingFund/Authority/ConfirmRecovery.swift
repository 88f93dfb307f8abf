/// Confirms by minutes of the board that 60 % of the frozen principal came in, so that the UPK is
/// RECOVERED (002 §UPK-7d; rules.md 0, rulings 4 and 5).
///
/// The test is taken at the later of the day and the UPK's latest booked day.
///
/// Refused with: `textMissing`, `textTooLong`, `dayInFuture`, `entryTooLate`,
/// `notSuspended` (alone),
/// `recoveryNotTestable`, `recoveryTooSmall`.
public struct ConfirmRecovery: Command {
  public let upk: UPKID
  /// The number of the minutes.
  public let minutes: String
  public let day: Day

  public init(upk: UPKID, minutes: String, day: Day) {
    self.upk = upk
    self.minutes = minutes
    self.day = day
  }

  public var kind: CommandKind { .confirmRecovery }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("minutes", minutes)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.instruments = true
    keys.portfolios.insert(upk)
    keys.periods.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let record = facts.periods[upk] ?? .empty
    // Minutes may stand for a later day than this one's: the suspension is confirmed once.
    guard let suspension = record.suspension, record.recovery == nil else {
      throw Refusal(.notSuspended(record.recovery == nil ? record.closedCategory : .recovered))
    }
    let judged = facts.judgementDay(day, in: stream)
    let test = RecoveryTest(
      suspension, loans: facts.portfolios[upk]?.loans ?? [], asOf: judged)
    var violations = Violations()
    violations.require(minutes, .minutes)
    violations.requirePast(day, caller)
    violations.add(facts.lateEntryViolations(day, at: upk, caller))
    violations.require(
      test.isAvailable,
      .recoveryNotTestable(
        frozen: test.frozenPrincipal, notYetDue: test.notYetDue.count,
        finalDue: test.notYetDue.map(\.finalDue).max()))
    violations.require(
      test.recovered >= test.target,
      .recoveryTooSmall(
        recovered: test.recovered, target: test.target, frozen: test.frozenPrincipal))
    try violations.check()

    var effects = Effects(
      head: facts.head(stream), subject: .recovery(upk, since: suspension.since))
    effects.outcome.add("recovered", test.recovered)
    effects.outcome.add("frozen", test.frozenPrincipal)
    effects.add(
      .recovery(
        Recovery(
          upk: upk, since: suspension.since, minutes: minutes, from: judged,
          confirmedBy: caller.person)))
    return effects
  }
}

extension PeriodRecord {
  /// The last closed month's own category.
  fileprivate var closedCategory: AuthorityCategory { last?.category ?? .notRated }
}
