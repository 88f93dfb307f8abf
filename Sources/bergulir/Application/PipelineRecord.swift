import FundAPI
import RevolvingFund

extension Record {
  init(_ agreement: Bergulir_V1_Agreement) {
    self.init([
      "reference": .filled(agreement.reference), "on": .filled(agreement.on),
      "set_off_consent": .flag(agreement.setOffConsent),
    ])
  }

  init(_ skip: Bergulir_V1_Skip) {
    self.init([
      "reason": .filled(skip.reason), "requested_by": .filled(skip.requestedBy),
      "requested_on": .filled(skip.requestedOn), "confirmed_by": .filled(skip.confirmedBy),
      "confirmed_on": .filled(skip.confirmedOn),
    ])
  }

  init(_ appraisal: Bergulir_V1_Appraisal) {
    self.init([
      "member": .count(appraisal.member),
      "scores": .text(appraisal.scores.map { "\($0)" }.joined(separator: " ")),
      "income": .amount(appraisal.income), "living_cost": .amount(appraisal.livingCost),
      "other_installments": .amount(appraisal.otherInstallments),
      "capacity": .amount(appraisal.capacity),
    ])
  }

  init(_ step: Bergulir_V1_ApprovalStep) {
    self.init([
      "step": .count(Int64(step.number)), "role": .code(step.role, Role.self),
      "quorum": .count(Int64(step.quorum)), "deadline_days": .count(Int64(step.deadlineDays)),
      "from_amount": .amount(step.fromAmount),
      "from_par": .percent("\(step.fromParThousandths / 10).\(step.fromParThousandths % 10)"),
    ])
  }

  /// What waits for the caller.
  init(_ work: Bergulir_V1_Work) {
    self.init(
      [
        "name": .filled(work.name), "ksm": .filled(work.ksm), "amount": .amount(work.amount),
        "stage": .code(work.stage.stage, ServiceStage.self),
        "waits_since": .filled(work.stage.since), "days": .count(Int64(work.stage.days)),
        "limit": work.stage.limit > 0 ? .count(Int64(work.stage.limit)) : .absent,
        "over_limit": .flag(work.stage.isOver),
        "place": work.place > 0 ? .count(Int64(work.place)) : .absent,
        "let_past": work.letPast ? .flag(true) : .absent,
      ],
      details: [
        "state": .code(work.state, ApplicationState.self),
        "role": .code(work.stage.role, Role.self),
      ])
  }

  init(_ chain: Bergulir_V1_ApprovalChain) {
    self.init(
      [
        "name": .filled(chain.name), "valid_from": .filled(chain.validFrom),
        "inspection_days": .count(Int64(chain.inspectionDays)),
        "disbursement_days": .count(Int64(chain.disbursementDays)),
        "minutes": .filled(chain.minutes),
      ],
      details: ["steps": .records(chain.steps.map(Record.init))])
  }

  init(_ delegation: Bergulir_V1_Delegation) {
    self.init([
      "name": .filled(delegation.name), "role": .code(delegation.role, Role.self),
      "holder": .filled(delegation.holder), "delegate": .filled(delegation.delegate),
      "from": .filled(delegation.from), "until": .filled(delegation.until),
      "reason": .filled(delegation.reason), "revoked_on": .filled(delegation.revokedOn),
      "revoked_by": .filled(delegation.revokedBy),
      "revocation_reason": .filled(delegation.revocationReason),
    ])
  }

  init(_ relationship: Bergulir_V1_Relationship) {
    self.init(
      [
        "name": .filled(relationship.name), "ksm": .filled(relationship.ksm),
        "person": .filled(relationship.person),
        "relationship": .code(relationship.kind, RelationshipKind.self),
        "declared_on": .filled(relationship.declaredOn),
        "declared_by": .filled(relationship.declaredBy),
        "ended_on": .filled(relationship.endedOn),
      ],
      details: [
        "note": .filled(relationship.note), "ended_by": .filled(relationship.endedBy),
        "end_reason": .filled(relationship.endReason),
      ])
  }
}
