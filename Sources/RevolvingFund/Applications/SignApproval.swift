/// Signs the next step of a decision, rejects the application, or sends it back to inspection, the
/// latter two with a reason.
///
/// Every approving signature asks whether ward, group and members are eligible. The last one is the
/// decision: the policy and the authority to lend are judged there, the latter once more at
/// disbursement, and the money is reserved until then; where there is none, the application may go
/// on the waiting list instead. A signature binds to what it was given under.
///
/// Refused with: `textMissing` (no reason), `textTooLong`,
/// `scheduleNotPossible`, `notFound`, `dayInFuture`, `dayBefore` (the step before),
/// `noPolicyInForce`, `entryTooLate`, `roleMissing`, `sameSigner`, `stepOutOfOrder`,
/// `inspectorMayNotDecide`, `belongsToGroup`, `recusalRequired`, `ksmTooSmall`,
/// `tooFewWomen`, `ksmTooYoung`,
/// `memberNotActive`, `borrowerHasOpenShare`,
/// `borrowerBlocked`, `criterionNotMet`, `startUpsNotServed`,
/// `shareAboveCeiling`, `termOutOfPolicy`, `queueSkipped`, `wrongApplicationState` (alone where no
/// step waits), `signatureVoid`, `lendingNotAuthorised`, `monthsNotClosed`, `fundsReserved`,
/// `judgedLater`.
public struct SignApproval: Command {
  public let application: ApplicationID
  public let verdict: Verdict
  public let note: String
  /// What becomes of an approval for which there is no money.
  public let shortage: FundsShortage
  public let day: Day

  public init(
    application: ApplicationID, verdict: Verdict, note: String, shortage: FundsShortage = .refuse,
    day: Day
  ) {
    self.application = application
    self.verdict = verdict
    self.note = note
    self.shortage = shortage
    self.day = day
  }

  public var kind: CommandKind { .signApproval }
  public var stream: UPKID { application.upk }
  public var content: Content {
    var content = Content()
    content.add("application", application.number)
    content.add("verdict", verdict.rawValue)
    content.add("note", note)
    if shortage == .wait { content.add("shortage", shortage.rawValue) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addEligibility(ofGroupIn: application)
    keys.addReservations(of: application.upk)
    keys.queuesOf.insert(stream)
    keys.delegationsOf.insert(stream)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.application(application)
    guard let step = found.nextStep else {
      throw Refusal(
        .wrongApplicationState(found.state, required: [.recommended, .inDecision]))
    }
    var violations = Violations()
    switch verdict {
    case .approve: violations.requireLength(note, .note, atMost: 2000)
    case .reject, .sendBack: violations.require(note, .note, atMost: 2000)
    }
    violations.requirePast(day, caller)
    let (earliest, milestone) = found.stepBefore
    violations.require(day, notBefore: earliest, milestone)
    let holder = holder(of: step.role, caller, facts)
    violations.add(signerViolations(found, step, caller.person, for: holder, facts))
    if let group = facts.ksms[found.ksm] {
      violations.require([caller.person], outside: group, on: day)
    }
    violations.add(facts.recusalViolations([caller.person], on: found.ksm))
    let decides = verdict == .approve && found.isLastSignature
    let judged = facts.judgementDay(day, in: stream)
    if verdict == .approve {
      violations.require(
        found.state != .notRecommended,
        .wrongApplicationState(found.state, required: [.recommended, .inDecision]))
      violations.add(facts.lateEntryViolations(day, at: stream, caller))
      violations.judge(day, on: judged) {
        facts.gateViolations(found.ksm, sharing: found.recommended, on: $0)
      }
      violations.add(facts.bindingViolations(found, on: day))
      violations.add(facts.decisionQueueViolations(found, at: step))
    }
    var shortages: [Rejection] = []
    if decides {
      violations.judge(day, on: judged) { facts.lendingViolations(found, on: $0) }
      violations.add(facts.policyViolations(found, on: day))
      shortages = facts.shortages(for: found, on: judged)
      if shortage == .refuse {
        violations.judge(day, on: judged) { facts.shortages(for: found, on: $0) }
      }
    }
    try violations.check()

    let approval = Approval(
      round: found.inspection?.round ?? 1, step: step, signer: caller.person,
      onBehalfOf: holder == caller.person ? nil : holder, verdict: verdict, on: day, note: note,
      bound: facts.binding(of: found, on: day) ?? "")
    let decision: ApplicationState = shortages.isEmpty ? .approved : .waitlisted
    return effects(found, approval, decides ? decision : verdict.state, facts)
  }

  private func effects(
    _ found: Application, _ approval: Approval, _ state: ApplicationState, _ facts: Facts
  ) -> Effects {
    var effects = Effects(head: facts.head(stream), subject: .application(application))
    effects.outcome.add("state", state.rawValue)
    effects.outcome.add("step", approval.step.number)
    effects.outcome.add("steps", found.inspection?.steps.count ?? 0)
    var after = found
    after.state = state
    if verdict == .approve { after.approvals.append(approval) }
    effects.outcome.add("next", after.nextStep?.role.rawValue ?? "")
    effects.add(.approval(application, approval))
    if state == .waitlisted {
      after.waitlistedOn = day
      effects.add(.applicationChanged(after))
    } else {
      effects.add(.applicationState(application, state, loan: nil))
    }
    return effects
  }

  /// Who holds the role that signs: the caller, or who left the signature to the caller; the caller
  /// too where neither holds.
  private func holder(of role: Role, _ caller: Caller, _ facts: Facts) -> PersonID {
    guard !facts.holds(role, person: caller.person, at: stream, on: day) else {
      return caller.person
    }
    return facts.holder(of: role, leavingItTo: caller.person, at: stream, on: day)
      ?? caller.person
  }

  /// Distinct persons, each in the role of the step; two tokens do not make two persons, and a
  /// signature left to somebody else is still its holder's.
  private func signerViolations(
    _ found: Application, _ step: ApprovalStep, _ signer: PersonID, for holder: PersonID,
    _ facts: Facts
  ) -> [Rejection] {
    let persons = [signer, holder]
    func holds(_ role: Role) -> Bool {
      persons.contains { facts.holds(role, person: $0, at: stream, on: day) }
        || signer != holder && role == step.role
    }
    var violations: [Rejection] = []
    if !holds(step.role) {
      let later = (found.inspection?.steps ?? []).map(\.step)
        .first { $0.number > step.number && holds($0.role) }
      violations.append(
        later.map { .stepOutOfOrder(step: $0, expected: step) }
          ?? .roleMissing(step.role, on: day))
    }
    let earlier = found.approvals.first {
      persons.contains($0.signer) || $0.onBehalfOf.map(persons.contains) ?? false
    }
    if let earlier { violations.append(.sameSigner(step: earlier.step)) }
    if found.inspection.map({ persons.contains($0.inspector) }) ?? false {
      violations.append(.inspectorMayNotDecide)
    }
    return violations
  }
}

/// What becomes of an approval for which cash and bank hold no money beside what is promised.
public enum FundsShortage: String, Hashable, Sendable, CaseIterable {
  case refuse
  /// It goes on the waiting list.
  case wait
}

extension Verdict {
  /// Where a signature leads that does not decide to lend.
  fileprivate var state: ApplicationState {
    switch self {
    case .approve: .inDecision
    case .reject: .rejected
    case .sendBack: .inInspection
    }
  }
}

extension Application {
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
