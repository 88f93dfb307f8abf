/// Records the visit to every member, with what is recommended for each.
///
/// No share recommended means: not recommended. Nothing is recommended unless ward, group and
/// members are eligible (rules.md R-001).
///
/// Refused with: `amountNotPositive`, `textTooLong`, `scheduleNotPossible` (a share too small for
/// the term), `notFound` (application, witness), `dayInFuture`, `dayBefore` (its submission),
/// `roleMissing` (the witness is no member or coordinator of the board), `witnessIsInspector`,
/// `belongsToGroup`,
/// `ksmTooSmall`, `tooFewWomen`, `ksmTooYoung`, `borrowerHasOpenShare`,
/// `borrowerBlocked`, `criterionNotMet`,
/// `shareRepeated`, `shareAboveRequest`, `wrongApplicationState`.
public struct RecordInspection: Command {
  public let application: ApplicationID
  /// The board's member who came along (rules.md 4.1).
  public let witness: PersonID
  public let recommended: [Share]
  public let note: String
  public let day: Day

  public init(
    application: ApplicationID, witness: PersonID, recommended: [Share], note: String, day: Day
  ) {
    self.application = application
    self.witness = witness
    self.recommended = recommended
    self.note = note
    self.day = day
  }

  public var kind: CommandKind { .recordInspection }
  public var stream: UPKID { application.upk }
  public var content: Content {
    var content = Content()
    content.add("application", application.number)
    content.add("witness", witness.value)
    content.add(recommended)
    content.add("note", note)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addEligibility(ofGroupIn: application)
    keys.persons.insert(witness)
    keys.assignmentsOf.insert(witness)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let found = facts.applications[application] else {
      throw Refusal(.notFound(.application, name: "\(application.number)"))
    }
    var violations = Violations()
    violations.requireLength(note, .note, atMost: 2000)
    violations.requirePast(day, caller)
    violations.require(
      found.submittedOn <= day,
      .dayBefore(day, earliest: found.submittedOn, milestone: .applicationSubmitted))
    violations.require(
      facts.persons[witness] != nil, .notFound(.person, name: "\(witness.value)"))
    violations.require(
      [.bkmMember, .bkmCoordinator].contains {
        facts.holds($0, person: witness, at: application.upk, on: day)
      }, .roleMissing(.bkmMember, on: day))
    violations.require(witness != caller.person, .witnessIsInspector)
    if let group = facts.ksms[found.ksm] {
      violations.require([caller.person, witness], outside: group, on: day)
    }
    violations.add(shareViolations(found))
    if let policy = (facts.policies[application.upk] ?? []).inForce(on: day) {
      let sound = recommended.map(\.amount).filter { $0 > .zero && $0 <= found.amount }
      violations.add(policy.terms(months: found.months).violations(shares: sound))
    }
    if !recommended.isEmpty {
      violations.add(
        facts.gateViolations(
          found.ksm, sharing: recommended, on: facts.judgementDay(day, in: stream)))
    }
    violations.require(
      found.state == .submitted,
      .wrongApplicationState(found.state, required: [.submitted]))
    try violations.check()

    let state: ApplicationState = recommended.isEmpty ? .notRecommended : .recommended
    var effects = Effects(head: facts.head(stream), subject: .application(application))
    effects.outcome.add("state", state.rawValue)
    effects.outcome.add("recommended", recommended.total(\.amount))
    effects.add(
      .inspection(
        application,
        Inspection(
          inspector: caller.person, witness: witness, on: day, recommended: recommended,
          note: note)))
    effects.add(.applicationState(application, state, loan: nil))
    return effects
  }

  private func shareViolations(_ found: Application) -> [Rejection] {
    let requested = found.requested.reduce(into: [:]) { $0[$1.member] = $1.amount }
    var seen: Set<Int64> = []
    return recommended.flatMap { share -> [Rejection] in
      let most = requested[share.member] ?? .zero
      var violations: [Rejection] = []
      if share.amount <= .zero {
        violations.append(
          .amountNotPositive(field: .share(member: share.member), share.amount))
      }
      if !seen.insert(share.member).inserted {
        violations.append(.shareRepeated(member: share.member))
      }
      if share.amount > most {
        violations.append(
          .shareAboveRequest(member: share.member, amount: share.amount, requested: most))
      }
      return violations
    }
  }
}
