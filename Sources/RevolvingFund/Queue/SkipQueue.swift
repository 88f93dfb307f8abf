/// Asks that an application be taken before older ones, with a reason; a second person confirms.
///
/// Refused with: `textMissing` (the reason), `textTooLong`, `notFound`, `alreadyExists`,
/// `dayInFuture`, `dayBefore` (its completeness), `belongsToGroup`, `recusalRequired`,
/// `wrongApplicationState`.
public struct SkipQueue: Command {
  public let application: ApplicationID
  public let reason: String
  public let day: Day

  public init(application: ApplicationID, reason: String, day: Day) {
    self.application = application
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .skipQueue }
  public var stream: UPKID { application.upk }
  public var content: Content {
    var content = Content()
    content.add("application", application.number)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.applications.insert(application)
    keys.relationshipsOfApplications.insert(application)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var found = try facts.application(application)
    var violations = Violations()
    violations.require(reason, .reason, atMost: 2000)
    violations.require(
      found.skip == nil, .alreadyExists(.queueSkip, name: "\(application.number)"))
    violations.requirePast(day, caller)
    violations.add(facts.skipViolations(found, by: caller.person, on: day))
    try violations.check()

    found.skip = QueueSkip(
      reason: reason, requestedBy: caller.person, requestedOn: day, confirmedBy: nil,
      confirmedOn: nil)
    var effects = Effects(head: facts.head(stream), subject: .application(application))
    effects.add(.applicationChanged(found))
    return effects
  }
}

/// Confirms, as a second person, that an application is taken before older ones.
///
/// Refused with: `notFound` (application, skip), `alreadyExists` (it is confirmed), `dayInFuture`,
/// `dayBefore` (the request), `skipNeedsSecondPerson`, `belongsToGroup`, `recusalRequired`,
/// `wrongApplicationState`.
public struct ConfirmSkip: Command {
  public let application: ApplicationID
  public let day: Day

  public init(application: ApplicationID, day: Day) {
    self.application = application
    self.day = day
  }

  public var kind: CommandKind { .confirmSkip }
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
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var found = try facts.application(application)
    guard var skip = found.skip else {
      throw Refusal(.notFound(.queueSkip, name: "\(application.number)"))
    }
    var violations = Violations()
    violations.require(
      skip.confirmedBy == nil, .alreadyExists(.queueSkip, name: "\(application.number)"))
    violations.requirePast(day, caller)
    violations.require(day, notBefore: skip.requestedOn, .skipRequested)
    violations.require(skip.requestedBy != caller.person, .skipNeedsSecondPerson)
    violations.add(facts.skipViolations(found, by: caller.person, on: day))
    try violations.check()

    skip.confirmedBy = caller.person
    skip.confirmedOn = day
    found.skip = skip
    var effects = Effects(head: facts.head(stream), subject: .application(application))
    effects.add(.applicationChanged(found))
    return effects
  }
}

extension Facts {
  /// Nobody puts a group of their own forward, and only what waits in the queue.
  fileprivate func skipViolations(
    _ found: Application, by person: PersonID, on day: Day
  ) -> [Rejection] {
    var violations: [Rejection] = []
    let earliest = found.completedOn ?? found.submittedOn
    if day < earliest {
      violations.append(
        .dayBefore(day, earliest: earliest, milestone: .applicationCompleted))
    }
    violations += ksms[found.ksm]?.belonging([person], on: day) ?? []
    violations += recusalViolations([person], on: found.ksm)
    let waiting: [ApplicationState] = [
      .submitted, .inInspection, .recommended, .inDecision, .waitlisted,
    ]
    if !waiting.contains(found.state(on: day)) {
      violations.append(.wrongApplicationState(found.state(on: day), required: waiting))
    }
    return violations
  }
}
