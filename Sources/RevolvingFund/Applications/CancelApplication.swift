/// Takes an application back, from any state before the money is paid out (ruling 24).
///
/// What it reserved is free again.
///
/// Refused with: `textMissing` (the reason), `textTooLong`, `notFound`, `dayInFuture`, `dayBefore`
/// (what happened to it last), `wrongApplicationState`.
public struct CancelApplication: Command {
  public let application: ApplicationID
  public let reason: String
  public let day: Day

  public init(application: ApplicationID, reason: String, day: Day) {
    self.application = application
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .cancelApplication }
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
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var found = try facts.application(application)
    var violations = Violations()
    violations.require(reason, .reason, atMost: 2000)
    violations.requirePast(day, caller)
    let (earliest, milestone) = found.lastStep
    violations.require(day, notBefore: earliest, milestone)
    violations.require(
      Application.cancellable.contains(found.state),
      .wrongApplicationState(found.state, required: Application.cancellable))
    try violations.check()

    found.state = .cancelled
    found.cancellation = Cancellation(reason: reason, by: caller.person, on: day)
    return facts.changed(found)
  }
}

/// Why an application was taken back, by whom and when.
public struct Cancellation: Hashable, Sendable {
  public let reason: String
  public let by: PersonID
  public let on: Day

  public init(reason: String, by person: PersonID, on day: Day) {
    self.reason = reason
    by = person
    on = day
  }
}

extension Application {
  /// The states before anything was paid out or refused.
  static let cancellable: [ApplicationState] = [
    .draft, .submitted, .incomplete, .inInspection, .recommended, .notRecommended, .inDecision,
    .approved, .waitlisted, .contracted,
  ]

  /// The day of the latest thing that happened to it, and what that was.
  var lastStep: (day: Day, milestone: Milestone) {
    let made: Milestone = state == .draft ? .applicationDrafted : .applicationSubmitted
    let steps: [(day: Day, milestone: Milestone)?] = [
      (submittedOn, made), completedOn.map { ($0, .applicationCompleted) },
      inspection.map { ($0.on, .inspected) }, returned.last.map { ($0.on, .signed) },
      decidedOn.map { ($0, .signed) }, waitlistedOn.map { ($0, .waitlisted) },
      releasedOn.map { ($0, .decided) }, contract.map { ($0.on, .agreementSigned) },
    ]
    return steps.compactMap(\.self).reduce((submittedOn, made)) {
      $0.day <= $1.day ? $1 : $0
    }
  }
}

extension Facts {
  /// An application that a command is about.
  ///
  /// - Throws: `notFound`.
  func application(_ id: ApplicationID) throws(Refusal) -> Application {
    guard let found = applications[id] else {
      throw Refusal(.notFound(.application, name: "\(id.number)"))
    }
    return found
  }

  /// What a step of an application leaves: its new state, and that in the answer.
  func changed(_ application: Application) -> Effects {
    var effects = Effects(head: head(application.id.upk), subject: .application(application.id))
    effects.outcome.add("state", application.state.rawValue)
    effects.add(.applicationChanged(application))
    return effects
  }
}
