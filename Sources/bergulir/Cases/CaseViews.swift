import FundAPI
import RevolvingFund
import SwiftProtobuf

extension Record {
  /// A case as it is shown: what has to be done next.
  init(_ found: Bergulir_V1_Case) {
    self.init(
      [
        "name": .filled(found.name), "opened_on": .filled(found.openedOn),
        "days_late": .count(Int64(found.daysLate)),
        "overdue_total": .amount(found.overduePrincipal + found.overdueServiceCharge),
        "rung": .count(Int64(found.rung)),
        "next_action": .code(found.actionsDue.first ?? "", CaseAction.self),
        "unanswered": .count(Int64(found.unanswered)),
        "promise_outcome": .code(found.promiseOutcome, PromiseOutcome.self),
        "ending": .code(found.ending, ArrearsEpisode.Ending.self),
      ],
      details: [
        "actions_due": .codes(found.actionsDue, CaseAction.self),
        "ksm": .filled(found.ksm), "as_of": .filled(found.asOf),
        "closed_on": .filled(found.closedOn), "outstanding": .amount(found.outstanding),
        "overdue_principal": .amount(found.overduePrincipal),
        "overdue_service_charge": .amount(found.overdueServiceCharge),
        "oldest_unpaid_due": .filled(found.oldestUnpaidDue),
        "collectability": .count(Int64(found.collectability)),
        "addressee": .code(found.addressee, Role.self),
        "next_rung": found.nextRung == 0 ? .absent : .count(Int64(found.nextRung)),
        "next_rung_on": .filled(found.nextRungOn),
        "last_step_on": .filled(found.lastStepOn),
      ])
  }

  /// The same as arrears are listed: how old and how much.
  init(arrears found: Bergulir_V1_Case) {
    self.init(
      [
        "name": .filled(found.name), "ksm": .filled(found.ksm),
        "oldest_unpaid_due": .filled(found.oldestUnpaidDue),
        "days_late": .count(Int64(found.daysLate)),
        "collectability": .count(Int64(found.collectability)),
        "overdue_principal": .amount(found.overduePrincipal),
        "overdue_service_charge": .amount(found.overdueServiceCharge),
        "outstanding": .amount(found.outstanding),
        "next_rung": found.nextRung == 0 ? .absent : .count(Int64(found.nextRung)),
        "next_rung_on": .filled(found.nextRungOn),
      ],
      details: [
        "as_of": .filled(found.asOf), "rung": .count(Int64(found.rung)),
        "addressee": .code(found.addressee, Role.self),
      ])
  }

  /// A member who is late, as it is shown.
  init(_ found: Bergulir_V1_MemberArrears) {
    self.init(
      [
        "member": .filled(found.member), "full_name": .filled(found.fullName),
        "loan": .filled(found.loan), "oldest_unpaid_due": .filled(found.oldestUnpaidDue),
        "days_late": .count(Int64(found.daysLate)),
        "months_late": .count(Int64(found.monthsLate)),
        "collectability": .count(Int64(found.collectability)),
        "overdue_principal": .amount(found.overduePrincipal),
        "overdue_service_charge": .amount(found.overdueServiceCharge),
        "short": .amount(found.short), "owed_to_others": .amount(found.owedToOthers),
      ], details: ["ksm": .filled(found.ksm), "as_of": .filled(found.asOf)])
  }

  /// A step of a case as it is shown.
  init(_ step: Bergulir_V1_CaseStep) {
    self.init(
      [
        "name": .filled(step.name), "on": .filled(step.on),
        "action": .code(step.action, CaseAction.self), "by": .filled(step.by),
        "promised": step.promised == 0 ? .absent : .amount(step.promised),
        "promised_by": .filled(step.promisedBy),
        "outcome": .code(step.outcome, PromiseOutcome.self),
        "answer_due": .filled(step.answerDue), "answered_on": .filled(step.answeredOn),
        "note": .filled(step.note), "answer": .filled(step.answer),
      ],
      details: [
        "loan": .filled(step.loan), "evidence": .filled(step.evidence),
        "office": .code(step.office, Escalate.Office.self), "overdue": .flag(step.overdue),
        "answered_by": .filled(step.answeredBy),
        "answer_evidence": .filled(step.answerEvidence),
      ])
  }

  /// An escalation in a list of an area.
  init(escalation step: Bergulir_V1_CaseStep) {
    self.init(
      [
        "name": .filled(step.name), "office": .code(step.office, Escalate.Office.self),
        "on": .filled(step.on), "answer_due": .filled(step.answerDue),
        "overdue": .flag(step.overdue), "loan": .filled(step.loan),
      ],
      details: [
        "by": .filled(step.by), "note": .filled(step.note), "evidence": .filled(step.evidence),
      ])
  }

  /// An installment that falls due.
  init(_ due: Bergulir_V1_DueInstallment) {
    self.init([
      "due": .filled(due.due), "loan": .filled(due.loan), "ksm": .filled(due.ksm),
      "number": .count(Int64(due.number)), "principal": .amount(due.principal),
      "service_charge": .amount(due.serviceCharge), "amount": .amount(due.total),
    ])
  }

  /// A letter with its text as one field.
  init(_ letter: Bergulir_V1_Letter) {
    self.init(
      [
        "name": .filled(letter.name), "action": .code(letter.kind, CaseAction.self),
        "on": .filled(letter.on), "pay_by": .filled(letter.payBy),
      ], details: ["text": .filled(letter.text)])
  }
}
