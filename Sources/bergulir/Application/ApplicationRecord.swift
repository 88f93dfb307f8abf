import FundAPI
import RevolvingFund

extension Record {
  /// An application in a list.
  init(_ application: Bergulir_V1_Application) {
    self.init(
      [
        "name": .filled(application.name), "ksm": .filled(application.ksm),
        "amount": .amount(application.amount), "months": .count(Int64(application.months)),
        "submitted_on": .filled(application.submittedOn),
        "state": .code(application.state, ApplicationState.self),
        "waiting_for": .code(application.waitingFor, Role.self),
        "days": application.hasStage ? .count(Int64(application.stage.days)) : .absent,
        "place": application.place > 0 ? .count(Int64(application.place)) : .absent,
      ],
      details: [
        "stage": .code(application.stage.stage, ServiceStage.self),
        "limit": application.stage.limit > 0 ? .count(Int64(application.stage.limit)) : .absent,
        "over_limit": application.hasStage ? .flag(application.stage.isOver) : .absent,
        "missing_papers": application.missing.isEmpty
          ? .absent : .codes(application.missing, ApplicationPaper.self),
        "completed_on": .filled(application.completedOn),
        "valid_until": .filled(application.validUntil),
        "waitlisted_on": .filled(application.waitlistedOn),
        "cancelled_on": .filled(application.cancelledOn),
        "cancel_reason": .filled(application.cancelReason),
        "purpose": .code(application.purpose, LoanPurpose.self),
        "business_stage": .code(application.businessStage, BusinessStage.self),
        "loan": .filled(application.loan),
        "next_step": .filled(
          ApplicationState(rawValue: application.state)?.nextCommand(on: application.name) ?? ""),
      ])
  }

  /// An application with all that happened to it.
  init(whole application: Bergulir_V1_Application) {
    self = Record(application).appending(
      Record([
        "requested": .records(application.requested.map(Record.init)),
        "inspection": application.hasInspection
          ? .record(Record(application.inspection)) : .absent,
        "approvals": .records(application.approvals.map(Record.init)),
        "void_signatures": application.voidSteps.isEmpty
          ? .absent : .text(application.voidSteps.map { "\($0)" }.joined(separator: ", ")),
        "sent_back": .records(application.returned.map(Record.init)),
        "agreement": application.hasAgreement ? .record(Record(application.agreement)) : .absent,
        "skip": application.hasSkip ? .record(Record(application.skip)) : .absent,
      ]))
  }

  /// One member's share.
  init(_ share: Bergulir_V1_Share) {
    self.init(["member": .count(share.member), "amount": .amount(share.amount)])
  }

  private init(_ inspection: Bergulir_V1_Inspection) {
    self.init([
      "inspector": .filled(inspection.inspector), "witness": .filled(inspection.witness),
      "on": .filled(inspection.on), "note": .filled(inspection.note),
      "round": .count(Int64(inspection.round)),
      "recommended": .records(inspection.recommended.map(Record.init)),
      "appraisals": .records(inspection.appraisals.map(Record.init)),
      "steps": .records(inspection.steps.map(Record.init)),
    ])
  }

  init(_ approval: Bergulir_V1_Approval) {
    self.init([
      "step": .count(Int64(approval.step)), "role": .code(approval.role, Role.self),
      "signer": .filled(approval.signer), "verdict": .code(approval.verdict, Verdict.self),
      "on": .filled(approval.on), "on_behalf_of": .filled(approval.onBehalfOf),
      "note": .filled(approval.note), "bound": .filled(approval.bound),
    ])
  }
}
