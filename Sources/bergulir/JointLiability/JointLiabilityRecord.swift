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
      "name": .filled(statement.name), "full_name": .filled(statement.fullName),
      "as_of": .filled(statement.asOf),
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

extension Record {
  /// A line of a member's statement: an installment, a payment or a debt.
  static func statementRow(
    of loan: String, _ kind: String, on day: String, principal: Int64 = 0,
    serviceCharge: Int64 = 0, amount: Int64 = 0, receipt: String = "", member: Int64 = 0,
    payer: Int64 = 0
  ) -> Record {
    Record([
      "loan": .filled(loan), "line": .filled(kind), "on": .filled(day),
      "principal": .amount(principal), "service_charge": .amount(serviceCharge),
      "amount": .amount(amount), "receipt": .filled(receipt),
      "member": member == 0 ? .absent : .count(member),
      "payer": payer == 0 ? .absent : .count(payer),
    ])
  }
}

extension Bergulir_V1_MemberLoan {
  /// The statement's lines; of a debt the member owes it and the payer is owed.
  var rows: [Record] {
    let due = schedule.map { part in
      Record.statementRow(
        of: loan, "installment", on: part.due, principal: part.principal,
        serviceCharge: part.serviceCharge, amount: part.principal + part.serviceCharge)
    }
    let paid = payments.map { payment in
      Record.statementRow(
        of: loan, "payment", on: payment.receivedOn, amount: payment.amount,
        receipt: payment.receipt, member: payment.member, payer: payment.payer)
    }
    let owed = debts.map { debt in
      Record.statementRow(
        of: loan, "debt", on: "", amount: debt.amount, member: debt.debtor, payer: debt.creditor)
    }
    return due + paid + owed
  }
}
