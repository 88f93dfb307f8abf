/// Puts an approved application on the waiting list for lack of funds: its money is free for
/// others until its turn.
///
/// While cash and bank hold its money beside what is promised to others nothing is lacking, unless
/// older applications wait for money.
///
/// Refused with: `notFound`, `dayInFuture`, `dayBefore` (the decision), `recusalRequired`,
/// `wrongApplicationState`, `approvalExpired`, `fundsSuffice`.
public struct WaitlistApplication: Command {
  public let application: ApplicationID
  public let day: Day

  public init(application: ApplicationID, day: Day) {
    self.application = application
    self.day = day
  }

  public var kind: CommandKind { .waitlistApplication }
  public var stream: UPKID { application.upk }
  public var content: Content {
    var content = Content()
    content.add("application", application.number)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.applications.insert(application)
    keys.relationshipsOfApplications.insert(application)
    keys.queuesOf.insert(stream)
    keys.addReservations(of: stream)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var found = try facts.application(application)
    var violations = Violations()
    violations.requirePast(day, caller)
    let (earliest, milestone) = found.lastStep
    violations.require(day, notBefore: earliest, milestone)
    violations.add(facts.recusalViolations([caller.person], on: found.ksm))
    violations.require(
      found.state == .approved, .wrongApplicationState(found.state, required: [.approved]))
    let judged = facts.judgementDay(day, in: stream)
    violations.add(found.expiryViolations(on: judged, enteredFor: day))
    let isFirst = facts.waitlistViolations(found, on: judged).isEmpty
    let available = facts.available(for: found.id, on: judged)
    let asked = found.recommended.total(\.amount)
    violations.require(
      !isFirst || available < asked, .fundsSuffice(available: available, asked: asked))
    try violations.check()

    found.state = .waitlisted
    found.waitlistedOn = day
    return facts.changed(found)
  }
}

/// Takes the first application off the waiting list: its money is there now and reserved for it.
///
/// Its approval is good for sixty days from then.
///
/// Refused with: `notFound`, `dayInFuture`, `dayBefore` (the waiting), `recusalRequired`,
/// `queueSkipped`, `wrongApplicationState`, `approvalExpired`, `fundsReserved`.
public struct ReleaseApplication: Command {
  public let application: ApplicationID
  public let day: Day

  public init(application: ApplicationID, day: Day) {
    self.application = application
    self.day = day
  }

  public var kind: CommandKind { .releaseApplication }
  public var stream: UPKID { application.upk }
  public var content: Content {
    var content = Content()
    content.add("application", application.number)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.applications.insert(application)
    keys.relationshipsOfApplications.insert(application)
    keys.queuesOf.insert(stream)
    keys.addReservations(of: stream)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var found = try facts.application(application)
    guard found.state == .waitlisted, let since = found.waitlistedOn else {
      throw Refusal(.wrongApplicationState(found.state, required: [.waitlisted]))
    }
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.require(day, notBefore: since, .waitlisted)
    violations.add(facts.recusalViolations([caller.person], on: found.ksm))
    let judged = facts.judgementDay(day, in: stream)
    violations.judge(day, on: judged) { facts.shortages(for: found, on: $0) }
    violations.add(found.expiryViolations(on: judged, enteredFor: day))
    try violations.check()

    found.state = .approved
    found.releasedOn = day
    return facts.changed(found)
  }
}
