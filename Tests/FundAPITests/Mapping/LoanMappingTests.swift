import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing

private let malabutor = code("malabutor")
private let upk = UPKID(1)

private let terms = LoanTerms(
  months: 12, rate: MonthlyRate(millionths: 15_000), method: .flat, roundUnit: 1,
  earlySettlement: .waive)

private let shares = [
  Share(member: 1, amount: Rupiah(700_000)), Share(member: 2, amount: Rupiah(500_000)),
]

@Test func `an application shows its steps and who is next`() throws {
  var application = Application(
    id: ApplicationID(upk, 5), ksm: KSMID(upk, 2), purpose: .productiveBusiness,
    businessStage: .startUp, months: 12, requested: shares, submittedOn: day(2017, 1, 5),
    state: .submitted, inspection: nil, approvals: [], loan: nil)
  let submitted = Bergulir_V1_Application(
    application, age: nil, place: 3, on: day(2017, 1, 6), in: malabutor)
  #expect(submitted.place == 3 && !submitted.hasStage)
  #expect(submitted.name == "upks/malabutor/applications/5")
  #expect(submitted.ksm == "upks/malabutor/ksms/2" && submitted.businessStage == "startUp")
  #expect(submitted.amount == 1_200_000 && submitted.requested.map(\.share) == shares)
  #expect(!submitted.hasInspection && submitted.waitingFor.isEmpty && submitted.loan.isEmpty)

  application.inspection = Inspection(
    round: 1, inspector: PersonID(3), witness: PersonID(7), on: day(2017, 1, 9),
    recommended: [shares[0]],
    appraisals: [
      MemberAppraisal(
        member: 1, scores: [1, 2, 3, 4, 5], income: Rupiah(900), livingCost: Rupiah(500),
        otherInstallments: Rupiah(150))
    ], steps: ApprovalChain.standard(of: upk).steps, note: "warung")
  application.approvals = [
    Approval(
      round: 1, step: .upkManager, signer: PersonID(4), onBehalfOf: PersonID(8),
      verdict: .approve, on: day(2017, 1, 10), note: "", bound: "")
  ]
  application.state = .inDecision
  application.loan = LoanID(upk, 7)
  let age = application.stage(on: day(2017, 1, 14), chain: .standard(of: upk))
  let later = Bergulir_V1_Application(
    application, age: age, place: 1, on: day(2017, 1, 14), in: malabutor)
  #expect(later.stage.stage == "decision" && later.stage.role == "bkmCoordinator")
  #expect(later.stage.days == 4 && later.stage.limit == 3 && later.stage.isOver)
  #expect(later.approvals[0].onBehalfOf == "persons/8")
  #expect(later.inspection.appraisals[0].capacity == 250)
  #expect(later.inspection.appraisals[0].appraisal == application.inspection?.appraisals[0])
  #expect(later.inspection.steps.map(\.role) == ["manager", "bkmCoordinator"])
  #expect(later.inspection.witness == "persons/7" && later.inspection.note == "warung")
  #expect(later.inspection.recommended.map(\.share) == [shares[0]])
  #expect(later.approvals.map(\.signer) == ["persons/4"] && later.approvals[0].role == "manager")
  #expect(later.waitingFor == "bkmCoordinator" && later.loan == "upks/malabutor/loans/7")
}

private func history(closedOn: Day?, paid: [LoanHistory.Payment]) -> LoanHistory {
  let total = PaidTotals(
    principal: paid.total(\.paid.principal), serviceCharge: paid.total(\.paid.serviceCharge))
  return LoanHistory(
    loan: Loan(
      id: LoanID(upk, 7), ksm: KSMID(upk, 2), application: ApplicationID(upk, 5),
      terms: terms, shares: shares, disbursedOn: day(2017, 1, 15),
      state: closedOn == nil ? .active : .paidOff, paid: total, waivedServiceCharge: .zero,
      closedOn: closedOn),
    payments: paid)
}

@Test func `a loan is shown as it stood on the day`() throws {
  let first = PaidTotals(principal: Rupiah(100_000), serviceCharge: Rupiah(18_000))
  let rest = PaidTotals(principal: Rupiah(1_100_000), serviceCharge: Rupiah(36_000))
  let loan = history(
    closedOn: day(2017, 4, 1),
    paid: [.init(on: day(2017, 2, 10), paid: first), .init(on: day(2017, 4, 1), paid: rest)])
  #expect(Bergulir_V1_Loan(loan, in: malabutor, asOf: day(2017, 1, 14)) == nil)
  let before = try #require(Bergulir_V1_Loan(loan, in: malabutor, asOf: day(2017, 3, 31)))
  #expect(before.state == "active" && before.outstanding == 1_100_000)
  #expect(before.oldestUnpaidDue == "2017-03-15" && before.collectability == 2)
  #expect(before.name == "upks/malabutor/loans/7" && before.principal == 1_200_000)
  #expect(before.application == "upks/malabutor/applications/5" && before.schedule.isEmpty)
  let after = try #require(Bergulir_V1_Loan(loan, in: malabutor, asOf: day(2017, 4, 1)))
  #expect(after.state == "paidOff" && after.outstanding == 0 && after.oldestUnpaidDue.isEmpty)
}

@Test func `a schedule's lines and a repayment keep principal and service charge apart`() {
  let line = Bergulir_V1_Installment(history(closedOn: nil, paid: []).schedule.installments[0])
  #expect(line.number == 1 && line.due == "2017-02-15" && line.serviceCharge == 18_000)
  let repayment = Bergulir_V1_Repayment(
    Repayment(
      loan: LoanID(UPKID(1), 7), receipt: ReceiptNumber(year: 2017, number: 2), number: 5,
      on: day(2017, 2, 10), account: .cash, loanPart: Rupiah(118_000), lateFee: Rupiah(5_000),
      savings: Rupiah(2_000), excess: .zero,
      members: [MemberPayment(member: 2, payer: 3, amount: Rupiah(118_000))],
      voucher: VoucherNumber(kind: .cashReceipt, year: 2017, number: 3), reference: nil,
      recordedBy: PersonID(4),
      reversal: .init(
        number: 6, on: day(2017, 2, 12), reason: "twice", recordedBy: PersonID(5))),
    PaidTotals(principal: Rupiah(100_000), serviceCharge: Rupiah(18_000)), sequence: 9)
  #expect(repayment.amount == 125_000 && repayment.voucher == "KM-2017-0003")
  #expect(repayment.principal == 100_000 && repayment.serviceCharge == 18_000)
  #expect(repayment.lateFee == 5_000 && repayment.savings == 2_000 && repayment.held == 0)
  #expect(repayment.reference.isEmpty && repayment.sequence == 9)
  #expect(repayment.receipt == "KW-2017-0002" && repayment.recordedBy == "persons/4")
  #expect(repayment.reversedOn == "2017-02-12" && repayment.reversalReason == "twice")
  #expect(
    repayment.members.map(\.payment)
      == [MemberPayment(member: 2, payer: 3, amount: Rupiah(118_000))])
  #expect(Bergulir_V1_MemberPayment.with { $0.member = 2 }.payment.payer == 2)
}

@Test func `a collectability report has five classes and both reserves`() {
  let asOf = day(2017, 6, 30)
  let loans = [history(closedOn: nil, paid: [])]
  let trial = TrialBalance(
    asOf: asOf,
    movements: [
      TrialBalance.Movement(
        account: .loanLossReserve, month: asOf.month, debit: .zero, credit: Rupiah(100_000))
    ])
  let report = Bergulir_V1_CollectabilityReport(
    Portfolio(loans.positions(asOf: asOf)), scheme: .none, trial: trial)
  #expect(report.asOf == "2017-06-30" && report.outstanding == 1_200_000)
  #expect(report.classes.map(\.collectability) == [1, 2, 3, 4, 5])
  #expect(report.classes.map(\.loans) == [0, 0, 1, 0, 0])
  #expect(report.reserve.scheme == "none" && report.reserve.required == 0)
  #expect(report.reserve.formed == 100_000 && report.reserve.missing == -100_000)
  #expect(report.defaultReserve.scheme == "pnpmUrban")
  #expect(report.defaultReserve.required == 180_000 && report.defaultReserve.missing == 80_000)
}
