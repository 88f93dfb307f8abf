/// Signs the next step of a decision, or rejects the application with a reason.
///
/// Every approving signature asks whether ward, group and members are eligible. The last one is the
/// decision: the policy and the authority to lend are judged there, the latter once more at
/// disbursement, and the money is reserved until then.
///
/// Refused with: `textMissing` (a rejection without a reason), `textTooLong`,
/// `scheduleNotPossible`, `notFound`, `dayInFuture`, `dayBefore` (the step before),
/// `noPolicyInForce`, `entryTooLate`, `roleMissing`, `sameSigner`, `stepOutOfOrder`,
/// `inspectorMayNotDecide`, `belongsToGroup`, `ksmTooSmall`, `tooFewWomen`, `ksmTooYoung`,
/// `memberNotActive`, `borrowerHasOpenShare`,
/// `borrowerBlocked`, `criterionNotMet`, `startUpsNotServed`,
/// `shareAboveCeiling`, `termOutOfPolicy`, `wrongApplicationState` (alone: then no step waits),
/// `lendingNotAuthorised`, `monthsNotClosed`, `fundsReserved`.
public struct SignApproval: Command {
  public let application: ApplicationID
  public let verdict: Verdict
  public let note: String
  public let day: Day

  public init(application: ApplicationID, verdict: Verdict, note: String, day: Day) {
    self.application = application
    self.verdict = verdict
    self.note = note
    self.day = day
  }

  public var kind: CommandKind { .signApproval }
  public var stream: UPKID { application.upk }
  public var content: Content {
    var content = Content()
    content.add("application", application.number)
    content.add("verdict", verdict.rawValue)
    content.add("note", note)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addEligibility(ofGroupIn: application)
    keys.addReservations(of: application.upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let found = facts.applications[application] else {
      throw Refusal(.notFound(.application, name: "\(application.number)"))
    }
    guard let step = found.nextStep else {
      throw Refusal(
        .wrongApplicationState(found.state, required: [.recommended, .inDecision]))
    }
    var violations = Violations()
    switch verdict {
    case .approve: violations.requireLength(note, .note, atMost: 2000)
    case .reject: violations.require(note, .note, atMost: 2000)
    }
    violations.requirePast(day, caller)
    let (earliest, milestone) = found.stepBefore
    violations.require(
      earliest <= day, .dayBefore(day, earliest: earliest, milestone: milestone))
    violations.add(signerViolations(found, step, caller, facts))
    if let group = facts.ksms[found.ksm] {
      violations.require([caller.person], outside: group, on: day)
    }
    let decides = verdict == .approve && step == ApprovalStep.allCases.last
    let judged = facts.judgementDay(day, in: stream)
    if verdict == .approve {
      violations.add(facts.lateEntryViolations(day, at: stream, caller))
      violations.add(facts.gateViolations(found.ksm, sharing: found.recommended, on: judged))
    }
    if decides {
      violations.add(facts.lendingViolations(found, on: judged))
      violations.add(facts.policyViolations(found, on: day))
      violations.add(
        facts.reservationViolations(
          of: found.recommended.total(\.amount), at: stream, on: judged))
    }
    try violations.check()

    let state: ApplicationState =
      verdict == .reject ? .rejected : decides ? .approved : .inDecision
    var effects = Effects(head: facts.head(stream), subject: .application(application))
    effects.outcome.add("state", state.rawValue)
    effects.outcome.add("step", step.rawValue)
    effects.add(
      .approval(
        application,
        Approval(step: step, signer: caller.person, verdict: verdict, on: day, note: note)))
    effects.add(.applicationState(application, state, loan: nil))
    return effects
  }

  /// Distinct persons, each in the role of the step; two tokens do not make two persons.
  private func signerViolations(
    _ found: Application, _ step: ApprovalStep, _ caller: Caller, _ facts: Facts
  ) -> [Rejection] {
    func holds(_ role: Role) -> Bool {
      facts.holds(role, person: caller.person, at: application.upk, on: day)
    }
    var violations: [Rejection] = []
    if !holds(step.role) {
      let later = ApprovalStep.allCases.first { $0.rawValue > step.rawValue && holds($0.role) }
      violations.append(
        later.map { .stepOutOfOrder(step: $0, expected: step) }
          ?? .roleMissing(step.role, on: day))
    }
    if let earlier = found.approvals.first(where: { $0.signer == caller.person }) {
      violations.append(.sameSigner(step: earlier.step))
    }
    if found.inspection?.inspector == caller.person {
      violations.append(.inspectorMayNotDecide)
    }
    return violations
  }
}

extension Application {
  /// The step that waits for a signature; `nil` when none does.
  public var nextStep: ApprovalStep? {
    guard state == .recommended || state == .inDecision else { return nil }
    return ApprovalStep(rawValue: approvals.count + 1)
  }

  /// The day before which no signature may come, and what happened then.
  fileprivate var stepBefore: (Day, Milestone) {
    if let signed = decidedOn { return (signed, .signed) }
    return (inspection?.on ?? submittedOn, .inspected)
  }
}

extension Facts {
  /// What in a recommendation is outside the policy of the day on which it is decided.
  fileprivate func policyViolations(_ application: Application, on day: Day) -> [Rejection] {
    guard let policy = (policies[application.id.upk] ?? []).inForce(on: day) else {
      return [.noPolicyInForce(on: day)]
    }
    let earlier = portfolios[application.id.upk]?.loans(of: application.ksm) ?? []
    return policy.violations(
      shares: application.recommended, months: application.months,
      isFirstLoan: earlier.isEmpty, stage: application.businessStage,
      deviators: deviators(in: application.ksm, by: day))
  }

  /// Why a group may not be lent to on a day: its members, and the authority to lend.
  func lendingViolations(_ application: Application, on day: Day) -> [Rejection] {
    guard let group = ksms[application.ksm], let book = portfolios[application.id.upk] else {
      return [.notFound(.ksm, name: "\(application.ksm.number)")]
    }
    let own = book.loans(of: group.id)
    let active = Set(group.activeMembers(on: day).map(\.number))
    let violations: [Rejection] = application.recommended.filter { !active.contains($0.member) }
      .map { .memberNotActive(member: $0.member, on: day) }
    let authority = self.authority(of: application.id.upk, on: day)
    let refusal = authority?.refusal(of: BorrowerStanding(loans: own, on: day))
    return violations + (refusal.map { [$0] } ?? [])
  }
}
