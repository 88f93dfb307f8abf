/// Keeps the form of an application that is not handed in yet, or types an earlier draft anew
/// (rules.md 4.1).
///
/// A draft holds nobody to anything: it has no place in the queue, and whether the group may borrow
/// is asked when it is submitted. It is good for 90 days from the day on which it was made first.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `notFound` (the group; the draft, also
/// where it is another group's), `dayInFuture`, `dayBefore` (the first draft), `sharesMissing`,
/// `shareRepeated`, `sharesDoNotSum`, `termOutOfPolicy` (what no policy allows),
/// `wrongApplicationState`.
public struct DraftApplication: Command {
  /// What would be submitted.
  public let form: SubmitApplication
  /// The draft that it stands in for; a new one otherwise.
  public let replaced: ApplicationID?

  public init(form: SubmitApplication, replacing replaced: ApplicationID?) {
    self.form = form
    self.replaced = replaced
  }

  public var kind: CommandKind { .draftApplication }
  public var stream: UPKID { form.stream }
  public var day: Day { form.day }
  public var content: Content {
    var content = form.content
    if let replaced { content.add("draft", replaced.number) }
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.ksms.insert(form.ksm)
    if let replaced { keys.applications.insert(replaced) }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.requireShares(form.shares, summingTo: form.amount)
    violations.require(
      Application.terms.contains(form.months),
      .termOutOfPolicy(
        months: form.months, shortest: Application.terms.lowerBound,
        longest: Application.terms.upperBound))
    if facts.ksms[form.ksm] == nil {
      violations.add([.notFound(.ksm, name: "\(form.ksm.number)")])
    }
    guard let replaced else {
      try violations.check()
      return made(facts)
    }
    let before = facts.applications[replaced]
    if let before, before.ksm == form.ksm {
      violations.require(draft: before, stillOneOn: day, facts)
    } else {
      violations.add([.notFound(.application, name: "\(replaced.number)")])
    }
    try violations.check()
    var effects = Effects(head: facts.head(stream), subject: .application(replaced))
    let draft = draft(replaced, madeOn: before?.submittedOn ?? day)
    effects.tell(draft)
    effects.add(.applicationFiled(draft))
    return effects
  }

  private func made(_ facts: Facts) -> Effects {
    var id = ApplicationID(stream, 0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = ApplicationID(stream, numbering.take(.application))
      return .application(id)
    }
    let draft = draft(id, madeOn: day)
    effects.tell(draft)
    effects.add(.application(draft))
    return effects
  }

  private func draft(_ id: ApplicationID, madeOn day: Day) -> Application {
    var draft = Application(
      id: id, ksm: form.ksm, purpose: form.purpose, businessStage: form.businessStage,
      months: form.months, requested: form.shares, submittedOn: day, state: .draft,
      inspection: nil, approvals: [], loan: nil)
    draft.wasHandedIn = false
    draft.missing = ApplicationPaper.missing(beside: form.papers)
    return draft
  }
}

/// Hands in a draft as it is, with all that is asked of an application.
///
/// Its place in the queue is that of the day on which it is submitted.
///
/// Refused with: `notFound`, `dayBefore` (the draft), `wrongApplicationState`, and only then as
/// `SubmitApplication`.
public struct SubmitDraft: Command {
  public let draft: ApplicationID
  /// The group of the draft, which no new typing changes.
  public let ksm: KSMID
  public let day: Day

  public init(draft: ApplicationID, ksm: KSMID, day: Day) {
    self.draft = draft
    self.ksm = ksm
    self.day = day
  }

  public var kind: CommandKind { .submitDraft }
  public var stream: UPKID { draft.upk }
  public var content: Content {
    var content = Content()
    content.add("application", draft.number)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    SubmitApplication.needs(ksm, &keys)
    keys.applications.insert(draft)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.application(draft)
    guard found.ksm == ksm else {
      throw Refusal(.notFound(.application, name: "\(draft.number)"))
    }
    var violations = Violations()
    violations.require(draft: found, stillOneOn: day, facts)
    // What was handed in is judged no more: beside itself it would be a second application.
    try violations.check()
    let form = SubmitApplication(found, on: day)
    _ = try form.decide(facts, for: caller)

    let submitted = form.application(draft)
    var effects = Effects(head: facts.head(stream), subject: .application(draft))
    effects.tell(submitted)
    effects.add(.applicationFiled(submitted))
    return effects
  }
}

extension SubmitApplication {
  /// What a draft asks for, handed in on a day.
  fileprivate init(_ draft: Application, on day: Day) {
    self.init(
      ksm: draft.ksm, amount: draft.amount, shares: draft.requested, months: draft.months,
      purpose: draft.purpose, businessStage: draft.businessStage,
      papers: Set(ApplicationPaper.allCases).subtracting(draft.missing), day: day)
  }
}

extension Violations {
  /// A draft that nobody handed in, took back or let expire, and a day on which it was there.
  fileprivate mutating func require(draft: Application, stillOneOn day: Day, _ facts: Facts) {
    let state = draft.state(on: facts.judgementDay(day, in: draft.id.upk))
    if state == .draft { require(day, notBefore: draft.submittedOn, .applicationDrafted) }
    require(state == .draft, .wrongApplicationState(state, required: [.draft]))
  }
}
