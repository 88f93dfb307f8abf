public import RevolvingFund

extension Bergulir_V1_Stage {
  public init(_ age: StageAge) {
    self.init()
    stage = age.stage.rawValue
    since = age.since.description
    days = age.days
    limit = Int32(age.limit ?? 0)
    isOver = age.isOver
    role = (age.step?.role ?? age.stage.roles?.first)?.rawValue ?? ""
  }
}

extension Bergulir_V1_Agreement {
  public init(_ agreement: LoanAgreement) {
    self.init()
    reference = agreement.reference
    on = agreement.on.description
    setOffConsent = agreement.setOffConsent
  }
}

extension Bergulir_V1_Skip {
  public init(_ skip: QueueSkip) {
    self.init()
    reason = skip.reason
    requestedBy = ResourceName.person(skip.requestedBy).description
    requestedOn = skip.requestedOn.description
    confirmedBy = skip.confirmedBy.map { ResourceName.person($0).description } ?? ""
    confirmedOn = skip.confirmedOn?.description ?? ""
  }
}

extension Bergulir_V1_Appraisal {
  public init(_ appraisal: MemberAppraisal) {
    self.init()
    member = appraisal.member
    scores = appraisal.scores.map(Int32.init)
    income = appraisal.income.amount
    livingCost = appraisal.livingCost.amount
    otherInstallments = appraisal.otherInstallments.amount
    capacity = appraisal.capacity.amount
  }

  /// The appraisal as written; whether it can be is the core's to say.
  public var appraisal: MemberAppraisal {
    MemberAppraisal(
      member: member, scores: scores.map(Int.init), income: Rupiah(income),
      livingCost: Rupiah(livingCost), otherInstallments: Rupiah(otherInstallments))
  }
}

extension Bergulir_V1_ApprovalStep {
  public init(_ step: ChainStep) {
    self.init()
    number = Int32(step.number)
    role = step.role.rawValue
    quorum = Int32(step.quorum)
    deadlineDays = Int32(step.deadlineDays)
    fromAmount = step.fromAmount.amount
    fromParThousandths = Int32(step.fromPARThousandths)
  }

  fileprivate func step(at place: Int) throws(Fault) -> ChainStep {
    ChainStep(
      number: place, role: try Field("chain.steps.role", role).choice(Role.self),
      quorum: Int(quorum), deadlineDays: Int(deadlineDays), fromAmount: Rupiah(fromAmount),
      fromPARThousandths: Int(fromParThousandths))
  }
}

extension Bergulir_V1_ApprovalChain {
  public init(_ chain: ApprovalChain, in upk: Code) {
    self.init()
    if chain.version > 0 {
      name = ResourceName.approvalChain(upk, chain.version).description
      validFrom = chain.validFrom.description
    }
    steps = chain.steps.map(Bergulir_V1_ApprovalStep.init)
    inspectionDays = Int32(chain.inspectionDays)
    disbursementDays = Int32(chain.disbursementDays)
    minutes = chain.minutes
  }

  /// The chain that is asked for; the steps are numbered by their places.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`.
  public func chain(of upk: UPKID) throws(Fault) -> ApprovalChain {
    var read: [ChainStep] = []
    for (place, step) in steps.enumerated() { read.append(try step.step(at: place + 1)) }
    return ApprovalChain(
      upk: upk, version: 0, validFrom: try Field("chain.valid_from", validFrom).day(),
      steps: read, inspectionDays: Int(inspectionDays), disbursementDays: Int(disbursementDays),
      minutes: try Field("chain.minutes", minutes).line())
  }
}

extension Bergulir_V1_Delegation {
  public init(_ delegation: Delegation, in upk: Code) {
    self.init()
    name = ResourceName.delegation(upk, delegation.number).description
    role = delegation.role.rawValue
    holder = ResourceName.person(delegation.holder).description
    delegate = ResourceName.person(delegation.delegate).description
    from = delegation.from.description
    until = delegation.until.description
    reason = delegation.reason
    guard let revocation = delegation.revocation else { return }
    revokedOn = revocation.on.description
    revokedBy = ResourceName.person(revocation.by).description
    revocationReason = revocation.reason
  }
}

extension Bergulir_V1_Relationship {
  public init(_ relationship: Relationship, in upk: Code) {
    self.init()
    name = ResourceName.relationship(upk, relationship.number).description
    ksm = ResourceName.ksm(upk, relationship.ksm.number).description
    person = ResourceName.person(relationship.person).description
    kind = relationship.kind.rawValue
    note = relationship.note
    declaredOn = relationship.declaredOn.description
    declaredBy = ResourceName.person(relationship.declaredBy).description
    guard let end = relationship.end else { return }
    endedOn = end.on.description
    endedBy = ResourceName.person(end.by).description
    endReason = end.reason
  }
}

extension Bergulir_V1_Work {
  public init(_ application: Application, _ age: StageAge, place: Int, in upk: Code) {
    self.init()
    name = ResourceName.application(upk, application.id.number).description
    ksm = ResourceName.ksm(upk, application.ksm.number).description
    amount =
      (application.inspection == nil ? application.amount : application.recommendedAmount)
      .amount
    state = application.state.rawValue
    stage = Bergulir_V1_Stage(age)
    self.place = Int32(place)
    letPast = application.isLetPast
  }
}

extension Application {
  fileprivate var recommendedAmount: Rupiah { recommended.total(\.amount) }
}

/// The papers that a request names.
///
/// - Throws: `fieldInvalid`.
public func papers(_ names: [String]) throws(Fault) -> Set<ApplicationPaper> {
  var papers: Set<ApplicationPaper> = []
  for name in names { papers.insert(try Field("papers", name).choice(ApplicationPaper.self)) }
  return papers
}
