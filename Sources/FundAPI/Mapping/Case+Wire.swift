public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Case {
  /// A case as of its day, without its steps.
  public init(_ found: CollectionCase, in upk: Code) {
    self.init()
    name = ResourceName.loan(upk, found.loan.number).description
    ksm = ResourceName.ksm(upk, found.history.loan.ksm.number).description
    asOf = found.asOf.description
    openedOn = found.episode.openedOn.description
    closedOn = found.episode.endedOn?.description ?? ""
    ending = found.episode.ending?.rawValue ?? ""
    outstanding = found.position.outstanding.amount
    overduePrincipal = found.position.overduePrincipal.amount
    overdueServiceCharge = found.position.overdueServiceCharge.amount
    oldestUnpaidDue = found.isOpen ? found.position.oldestUnpaidDue?.description ?? "" : ""
    daysLate = Int32(clamping: found.daysLate)
    collectability = Int32(found.position.collectability.rawValue)
    rung = Int32(found.rung?.number ?? 0)
    actionsDue = found.actionsDue.map(\.rawValue)
    addressee = found.rung?.addressee?.rawValue ?? ""
    nextRung = Int32(found.next?.rung.number ?? 0)
    nextRungOn = found.next?.on.description ?? ""
    unanswered = Int32(clamping: found.unanswered.count)
    lastStepOn = found.steps.map(\.on).max()?.description ?? ""
    promiseOutcome =
      found.steps.last { $0.promise != nil }.flatMap(found.outcome(of:))?.rawValue ?? ""
  }

  /// A case with every step.
  public init(whole found: CollectionCase, in upk: Code) {
    self.init(found, in: upk)
    steps = found.steps.map { step in
      Bergulir_V1_CaseStep(step, outcome: found.outcome(of: step), asOf: found.asOf, in: upk)
    }
  }
}

extension Bergulir_V1_CaseStep {
  /// A step as it was known on a day.
  public init(_ step: CaseStep, outcome: PromiseOutcome?, asOf day: Day, in upk: Code) {
    self.init()
    name = ResourceName.caseStep(upk, step.id.number).description
    loan = ResourceName.loan(upk, step.loan.number).description
    action = step.action.rawValue
    on = step.on.description
    by = ResourceName.person(step.by).description
    note = step.note
    evidence = step.evidence
    if let promise = step.promise {
      promised = promise.amount.amount
      promisedBy = promise.by.description
    }
    self.outcome = outcome?.rawValue ?? ""
    office = Escalate.Office(step.action)?.rawValue ?? ""
    answerDue = step.answerDue?.description ?? ""
    overdue = step.isOverdue(on: day)
    guard let answer = step.answer else { return }
    answeredOn = answer.on.description
    answeredBy = ResourceName.person(answer.by).description
    self.answer = answer.text
    answerEvidence = answer.evidence
  }
}

extension Bergulir_V1_MemberArrears {
  /// A member who is late; the name comes from the sealed data.
  public init(_ found: MemberArrears, in upk: Code, fullName: String) {
    self.init()
    member = ResourceName.member(upk, ksm: found.ksm.number, found.member).description
    self.fullName = fullName
    loan = ResourceName.loan(upk, found.loan.number).description
    ksm = ResourceName.ksm(upk, found.ksm.number).description
    asOf = found.asOf.description
    short = found.short.amount
    overduePrincipal = found.overduePrincipal.amount
    overdueServiceCharge = found.overdueServiceCharge.amount
    oldestUnpaidDue = found.oldestUnpaidDue.description
    daysLate = Int32(clamping: found.daysLate)
    monthsLate = Int32(clamping: found.monthsLate)
    collectability = Int32(found.collectability.rawValue)
    owedToOthers = found.owedToOthers.amount
  }
}

extension Bergulir_V1_DueInstallment {
  public init(_ due: DueInstallment, in upk: Code) {
    self.init()
    loan = ResourceName.loan(upk, due.loan.number).description
    ksm = ResourceName.ksm(upk, due.ksm.number).description
    number = Int32(due.installment.number)
    self.due = due.installment.due.description
    principal = due.installment.principal.amount
    serviceCharge = due.installment.serviceCharge.amount
    total = due.installment.total.amount
  }
}

extension Bergulir_V1_RecordCaseStepRequest {
  /// What the group promised; `nil` where it promised nothing.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid` for a promise without its day.
  public func promise() throws(Fault) -> Promise? {
    guard promised != 0 || !promisedBy.isEmpty else { return nil }
    return Promise(
      amount: Rupiah(promised), by: try Field("promised_by", promisedBy).day())
  }
}
