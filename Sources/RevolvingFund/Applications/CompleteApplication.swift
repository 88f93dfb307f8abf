/// Hands in papers that an application lacked; with the last of them it takes its place in the
/// queue.
///
/// Refused with: `papersNotGiven`, `notFound`, `dayInFuture`, `dayBefore` (its submission),
/// `wrongApplicationState`.
public struct CompleteApplication: Command {
  public let application: ApplicationID
  public let papers: Set<ApplicationPaper>
  public let day: Day

  public init(application: ApplicationID, papers: Set<ApplicationPaper>, day: Day) {
    self.application = application
    self.papers = papers
    self.day = day
  }

  public var kind: CommandKind { .completeApplication }
  public var stream: UPKID { application.upk }
  public var content: Content {
    var content = Content()
    content.add("application", application.number)
    content.add(papers)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.applications.insert(application)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var found = try facts.application(application)
    var violations = Violations()
    violations.require(!papers.isEmpty, .papersNotGiven)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.submittedOn, .applicationSubmitted)
    violations.judge(day, on: facts.judgementDay(day, in: stream)) { judged in
      let state = found.state(on: judged)
      return state == .incomplete ? [] : [.wrongApplicationState(state, required: [.incomplete])]
    }
    try violations.check()

    found.missing.removeAll(where: papers.contains)
    if found.missing.isEmpty {
      found.state = .submitted
      found.completedOn = day
    }
    var effects = facts.changed(found)
    effects.outcome.add("missing", list(found.missing.map(\.rawValue)))
    return effects
  }
}

extension Content {
  /// The papers in their order; nothing where there are none.
  mutating func add(_ papers: Set<ApplicationPaper>) {
    guard !papers.isEmpty else { return }
    add("papers", list(ApplicationPaper.allCases.filter(papers.contains).map(\.rawValue)))
  }
}
