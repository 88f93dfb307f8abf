public import RevolvingFund

extension Bergulir_V1_Share {
  public init(_ share: Share) {
    self.init()
    member = share.member
    amount = share.amount.amount
  }

  /// The share as written; whether it may be is the core's to say.
  public var share: Share { Share(member: member, amount: Rupiah(amount)) }
}

extension Bergulir_V1_Application {
  /// An application as of a day: where it waits, at which place, and whether it is expired.
  public init(
    _ application: Application, age: StageAge?, place: Int, on day: Day, in upk: Code
  ) {
    self.init()
    name = ResourceName.application(upk, application.id.number).description
    ksm = ResourceName.ksm(upk, application.ksm.number).description
    amount = application.amount.amount
    months = Int32(application.months)
    purpose = application.purpose.rawValue
    businessStage = application.businessStage.rawValue
    submittedOn = application.submittedOn.description
    state = application.state(on: day).rawValue
    requested = application.requested.map(Bergulir_V1_Share.init)
    if let found = application.inspection { inspection = Bergulir_V1_Inspection(found) }
    approvals = application.approvals.map(Bergulir_V1_Approval.init)
    returned = application.returned.map(Bergulir_V1_Approval.init)
    missing = application.missing.map(\.rawValue)
    completedOn = application.completedOn?.description ?? ""
    validUntil = application.validUntil?.description ?? ""
    if let age { stage = Bergulir_V1_Stage(age) }
    self.place = Int32(place)
    if let contract = application.contract { agreement = Bergulir_V1_Agreement(contract) }
    if let given = application.skip { skip = Bergulir_V1_Skip(given) }
    cancelReason = application.cancellation?.reason ?? ""
    cancelledOn = application.cancellation?.on.description ?? ""
    waitlistedOn = application.waitlistedOn?.description ?? ""
    loan = application.loan.map { ResourceName.loan(upk, $0.number).description } ?? ""
    waitingFor = application.nextStep?.role.rawValue ?? ""
  }
}

extension Bergulir_V1_Inspection {
  public init(_ inspection: Inspection) {
    self.init()
    inspector = ResourceName.person(inspection.inspector).description
    witness = ResourceName.person(inspection.witness).description
    on = inspection.on.description
    recommended = inspection.recommended.map(Bergulir_V1_Share.init)
    note = inspection.note
    round = Int32(inspection.round)
    appraisals = inspection.appraisals.map(Bergulir_V1_Appraisal.init)
    steps = inspection.steps.map(Bergulir_V1_ApprovalStep.init)
  }
}

extension Bergulir_V1_Approval {
  public init(_ approval: Approval) {
    self.init()
    step = Int32(approval.step.number)
    role = approval.step.role.rawValue
    signer = ResourceName.person(approval.signer).description
    verdict = approval.verdict.rawValue
    on = approval.on.description
    note = approval.note
    onBehalfOf = approval.onBehalfOf.map { ResourceName.person($0).description } ?? ""
  }
}
