/// Records the visit to every member, with what is recommended for each.
///
/// No share recommended means: not recommended. Nothing is recommended unless ward, group and
/// members are eligible (rules.md R-001), and to nobody more than they can repay. The steps of the
/// decision are settled here, by the chain, the amount and the PAR of the day.
///
/// Refused with: `amountNotPositive`, `textTooLong`, `scheduleNotPossible` (a share too small for
/// the term), `appraisalOutOfRange`, `notFound` (application, witness), `dayInFuture`, `dayBefore`
/// (its completeness, or that it was sent back),
/// `roleMissing` (the witness is no member or coordinator of the board), `witnessIsInspector`,
/// `belongsToGroup`, `recusalRequired`,
/// `ksmTooSmall`, `tooFewWomen`, `ksmTooYoung`, `borrowerHasOpenShare`,
/// `borrowerBlocked`, `criterionNotMet`,
/// `shareRepeated`, `shareAboveRequest`, `appraisalMissing`, `shareAboveCapacity`, `queueSkipped`,
/// `wrongApplicationState`.
public struct RecordInspection: Command {
  public let application: ApplicationID
  /// The board's member who came along (rules.md 4.1).
  public let witness: PersonID
  public let recommended: [Share]
  /// One for each recommended member.
  public let appraisals: [MemberAppraisal]
  public let note: String
  public let day: Day

  public init(
    application: ApplicationID, witness: PersonID, recommended: [Share],
    appraisals: [MemberAppraisal], note: String, day: Day
  ) {
    self.application = application
    self.witness = witness
    self.recommended = recommended
    self.appraisals = appraisals
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
    for appraisal in appraisals { content.add("appraisal.\(appraisal.member)", appraisal.text) }
    content.add("note", note)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addEligibility(ofGroupIn: application)
    keys.queuesOf.insert(stream)
    keys.chainsOf.insert(stream)
    keys.persons.insert(witness)
    keys.assignmentsOf.insert(witness)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.application(application)
    var violations = Violations()
    violations.requireLength(note, .note, atMost: 2000)
    violations.requirePast(day, caller)
    let (earliest, milestone) = found.readyForInspection
    violations.require(day, notBefore: earliest, milestone)
    violations.require(
      facts.persons[witness] != nil, .notFound(.person, name: "\(witness.value)"))
    violations.require(
      [.bkmMember, .bkmCoordinator].contains {
        facts.holds($0, person: witness, at: application.upk, on: day)
      }, .roleMissing(.bkmMember, on: day, person: witness.value))
    violations.require(witness != caller.person, .witnessIsInspector)
    if let group = facts.ksms[found.ksm] {
      violations.require([caller.person, witness], outside: group, on: day)
    }
    violations.add(facts.recusalViolations([caller.person, witness], on: found.ksm))
    violations.add(shareViolations(found))
    violations.add(appraisals.flatMap(\.violations))
    if let policy = (facts.policies[application.upk] ?? []).inForce(on: day) {
      let terms = policy.terms(months: found.months)
      let sound = recommended.map(\.amount).filter { $0 > .zero && $0 <= found.amount }
      violations.add(terms.violations(shares: sound))
      violations.add(capacityViolations(found, terms))
    }
    violations.add(facts.inspectionQueueViolations(found))
    if !recommended.isEmpty {
      violations.judge(day, on: facts.judgementDay(day, in: stream)) {
        facts.gateViolations(found.ksm, sharing: recommended, on: $0)
      }
    }
    violations.require(
      found.state == .submitted || found.state == .inInspection,
      .wrongApplicationState(found.state, required: [.submitted, .inInspection]))
    try violations.check()
    return effects(found, facts, for: caller)
  }

  private func effects(_ found: Application, _ facts: Facts, for caller: Caller) -> Effects {
    let judged = facts.judgementDay(day, in: stream)
    let par = facts.authority(of: stream, on: judged)?.live.ratio
    let steps = facts.chain(of: stream, on: day).steps(for: recommended.total(\.amount), par: par)
    let state: ApplicationState = recommended.isEmpty ? .notRecommended : .recommended
    var effects = Effects(head: facts.head(stream), subject: .application(application))
    effects.outcome.add("state", state.rawValue)
    effects.outcome.add("recommended", recommended.total(\.amount))
    effects.add(
      .inspection(
        application,
        Inspection(
          round: (found.inspection?.round ?? 0) + 1, inspector: caller.person, witness: witness,
          on: day, recommended: recommended, appraisals: appraisals, steps: steps, note: note)))
    effects.add(.applicationState(application, state, loan: nil))
    return effects
  }

  /// Recommended members who were not appraised, and shares that they cannot repay.
  private func capacityViolations(_ found: Application, _ terms: LoanTerms) -> [Rejection] {
    let requested = found.requested.reduce(into: [:]) { $0[$1.member] = $1.amount }
    let appraised = appraisals.reduce(into: [:]) { $0[$1.member] = $1 }
    let missing = recommended.map(\.member).filter { appraised[$0] == nil }
    let above = recommended.compactMap { share -> Rejection? in
      guard let capacity = appraised[share.member]?.capacity, share.amount > .zero,
        share.amount <= requested[share.member] ?? .zero,
        let installment = terms.largestInstallment(of: share.amount),
        installment > capacity
      else { return nil }
      return .shareAboveCapacity(
        member: share.member, installment: installment, capacity: capacity)
    }
    return (missing.isEmpty ? [] : [.appraisalMissing(members: missing)]) + above
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

extension Application {
  /// The day before which no visit counts, and what happened then.
  fileprivate var readyForInspection: (Day, Milestone) {
    if let sentBack = returned.last?.on { return (sentBack, .signed) }
    guard let completedOn, completedOn > submittedOn else {
      return (submittedOn, .applicationSubmitted)
    }
    return (completedOn, .applicationCompleted)
  }
}
