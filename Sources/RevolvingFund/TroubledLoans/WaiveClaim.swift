/// Gives up what is left of the claim on a loan written off (hapus tagih): a decision of its own,
/// later than the write-off (rules.md 2.9, B-56).
///
/// Nothing is booked, since the books lost the loan before. Nobody is held to it any more, so the
/// borrowers' names are free; the group's record stays what it was.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound`, `dayInFuture`, `dayBefore` (the day
/// after the write-off, or the last recovery), `entryTooLate`, `belongsToGroup`,
/// `recusalRequired`, `loanNotWrittenOff`.
public struct WaiveClaim: Command {
  public let loan: LoanID
  /// The number of the board's minutes.
  public let minutes: String
  public let reason: String
  public let day: Day

  public init(loan: LoanID, minutes: String, reason: String, day: Day) {
    self.loan = loan
    self.minutes = minutes
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .waiveClaim }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("minutes", minutes)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(stream)
    keys.instruments = true
    keys.portfolios.insert(stream)
    keys.addGroup(of: loan)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let (found, writeOff) = try facts.writtenOff(loan)
    let dayAfter = writeOff.on.addingDays(1)
    var violations = Violations()
    violations.require(minutes, .minutes)
    violations.require(reason, .reason, atMost: 2000)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: dayAfter, .writtenOff)
    if let last = writeOff.lastMoved, dayAfter <= day {
      violations.require(day, notBefore: last, .recovered)
    }
    violations.add(facts.lateEntryViolations(day, at: stream, caller))
    if let group = facts.ksms[found.ksm] {
      violations.require([caller.person], outside: group, on: day)
    }
    violations.add(facts.recusalViolations([caller.person], on: found.ksm))
    violations.require(found.state == .writtenOff, .loanNotWrittenOff(found.state))
    try violations.check()

    let waived = writeOff.left
    var after = found
    after.state = .claimWaived
    var effects = Effects(head: facts.head(stream), subject: .loan(loan))
    effects.outcome.add("principal", waived.principal)
    effects.outcome.add("service_charge", waived.serviceCharge)
    effects.add(
      .claimWaived(
        loan,
        ClaimWaiver(
          on: day, waived: waived, minutes: minutes, reason: reason,
          decidedBy: caller.person)))
    effects.add(.loanEnded(after))
    return effects
  }
}
