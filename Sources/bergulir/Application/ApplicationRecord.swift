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
      ],
      details: [
        "purpose": .code(application.purpose, LoanPurpose.self),
        "business_stage": .code(application.businessStage, BusinessStage.self),
        "loan": .filled(application.loan),
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
      "recommended": .records(inspection.recommended.map(Record.init)),
    ])
  }

  private init(_ approval: Bergulir_V1_Approval) {
    self.init([
      "step": .count(Int64(approval.step)), "role": .code(approval.role, Role.self),
      "signer": .filled(approval.signer), "verdict": .code(approval.verdict, Verdict.self),
      "on": .filled(approval.on), "note": .filled(approval.note),
    ])
  }
}
