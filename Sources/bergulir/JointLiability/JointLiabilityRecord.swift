import FundAPI
import RevolvingFund

extension Record {
  /// How the members of a group stand on one loan.
  init(_ found: Bergulir_V1_JointLiability) {
    self.init([
      "loan": .filled(found.loan), "ksm": .filled(found.ksm), "as_of": .filled(found.asOf),
      "short": .amount(found.short), "members": .records(found.members.map { Record($0) }),
      "debts": .records(found.debts.map { Record($0) }),
      "calls": .records(found.calls.map { Record($0) }),
    ])
  }

  /// A member's own share.
  init(_ standing: Bergulir_V1_MemberStanding) {
    self.init([
      "member": .count(standing.member), "share": .amount(standing.share),
      "due_amount": .amount(standing.due), "paid": .amount(standing.paid),
      "short": .amount(standing.short), "open": .amount(standing.open),
      "paid_by_others": .amount(standing.paidByOthers),
      "paid_for_others": .amount(standing.paidForOthers),
    ])
  }

  fileprivate init(_ debt: Bergulir_V1_MemberDebt) {
    self.init([
      "debtor": .count(debt.debtor), "creditor": .count(debt.creditor),
      "amount": .amount(debt.amount),
    ])
  }

  fileprivate init(_ call: Bergulir_V1_LiabilityCall) {
    self.init([
      "held_on": .filled(call.heldOn),
      "short_members": .names(call.short.map { "\($0.member)=\($0.amount)" }),
      "present": .names(call.present.map { "\($0)" }), "decision": .filled(call.decision),
      "recorded_by": .filled(call.recordedBy),
    ])
  }

  /// A member's part of every loan of the group.
  init(_ statement: Bergulir_V1_MemberStatement) {
    self.init([
      "name": .filled(statement.name), "as_of": .filled(statement.asOf),
      "loans": .records(statement.loans.map { Record($0) }),
    ])
  }

  private init(_ loan: Bergulir_V1_MemberLoan) {
    self = Record(["loan": .filled(loan.loan), "state": .code(loan.state, LoanState.self)])
      .appending(Record(loan.standing))
      .appending(
        Record([
          "schedule": .records(loan.schedule.map(Record.init)),
          "payments": .records(loan.payments.map { Record($0) }),
          "debts": .records(loan.debts.map { Record($0) }), "claim": .amount(loan.claim),
          "recoveries": .records(loan.recoveries.map { Record($0) }),
        ]))
  }

  private init(_ payment: Bergulir_V1_MemberLoanPayment) {
    self.init([
      "received_on": .filled(payment.receivedOn), "receipt": .filled(payment.receipt),
      "member": .count(payment.member), "payer": .count(payment.payer),
      "amount": .amount(payment.amount),
    ])
  }
}
