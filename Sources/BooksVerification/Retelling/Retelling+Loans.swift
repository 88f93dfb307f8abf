extension Retelling {
  mutating func disburse(_ event: EventRow, on day: CivilDay) {
    guard let asked = event.asked("application"), let application = applications[asked],
      let terms = terms(of: application, paidOutOn: day)
    else {
      return wonder(event, "application", expected: "one that was decided", found: "none")
    }
    let number = draw("loan")
    let order = shareOrder[asked] ?? [:]
    let shares = application.recommended
      .sorted { (order[$0.key] ?? .max, $0.key) < (order[$1.key] ?? .max, $1.key) }
      .map { MemberShare(member: $0.key, amount: $0.value) }
    let loan = LoanLife(
      number: number, ksm: application.ksm, application: asked, terms: terms, shares: shares,
      disbursedOn: day)
    require(event, "principal", event.came("principal"), is: loan.principal)
    require(event, "subject", event.subjectNumber, is: number)
    open(loan)
    let signers = event.list("signatories").sorted().map { "\($0)" }
    expect(
      .disbursement,
      Cells([
        "loan": number, "account": event.content?["account"], "paid_by": event.person,
        "witness": event.content?["witness"], "first_signatory": signers.first,
        "second_signatory": signers.dropFirst().first,
        "third_signatory": signers.dropFirst(2).first, "voided_on": nil, "voided_by": nil,
        "void_reason": nil,
      ]))
  }

  /// Expects what is written once of a loan.
  mutating func open(_ loan: LoanLife) {
    loans[loan.number] = loan
    for (line, share) in loan.shares.enumerated() {
      expect(
        .loanShare,
        Cells([
          "loan": loan.number, "member": share.member, "line": line + 1, "amount": share.amount,
          "carried_charge": share.carried,
        ]))
    }
    var before = Paid()
    for due in loan.schedule.dues {
      expect(
        .installment,
        Cells([
          "loan": loan.number, "number": due.number, "due": due.day, "principal": due.principal,
          "service_charge": due.charge, "principal_before": before.principal,
          "service_charge_before": before.charge,
        ]))
      before.principal += due.principal
      before.charge += due.charge
    }
  }

  mutating func confirm(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event) else { return }
    for (member, amount) in event.byMember("share", in: event.content) {
      expect(
        .memberReceipt,
        Cells([
          "loan": loan.number, "member": member, "amount": amount, "mark": event.content?["mark"],
          "reference": event.content?["reference"], "witness": event.content?["witness"],
          "received_on": day,
        ]))
    }
  }

  mutating func void(_ event: EventRow, on day: CivilDay) {
    guard let loan = loan(of: event) else { return }
    loans[loan.number]?.ending = ("cancelled", day)
    guard var row = rows[.disbursement]?["disbursement/\(loan.number)"] else { return }
    row["voided_on"] = "\(day)"
    row["voided_by"] = event.person
    row["void_reason"] = event.content?["reason"]
    expect(.disbursement, row)
  }

  /// Expects the rows of the loans as they are after the last event.
  mutating func expectLoans() {
    for loan in loans.values {
      let account = loan.account
      let paid = account.paid
      let state = account.state
      let settled = account.settledOn
      expect(
        .loan,
        Cells([
          "number": loan.number, "ksm": loan.ksm, "application": loan.application,
          "months": loan.terms.months, "rate_millionths": loan.terms.rateMillionths,
          "method": loan.terms.method, "round_unit": loan.terms.roundUnit,
          "early_settlement": loan.terms.earlySettlement, "principal": loan.principal,
          "service_charge": account.schedule.charge, "disbursed_on": loan.disbursedOn,
          "state": state, "principal_paid": paid.principal, "service_charge_paid": paid.charge,
          "service_charge_waived": settled == nil ? 0 : account.schedule.charge - paid.charge,
          "next_due": state == "active" ? account.oldestUnpaid(paid) : nil,
          "closed_on": loan.ending?.day ?? settled, "late_fee": loan.terms.lateFee,
          "savings_thousandths": loan.terms.savingsThousandths, "late_fee_paid": loan.lateFees,
          "savings_paid": loan.savings,
          "member_paid": array(loan.shares.map { loan.memberPaid[$0.member] ?? 0 }),
          "predecessor": loan.predecessor,
          "inherited_class": loan.predecessor == nil ? nil : loan.inheritedClass,
        ]))
    }
  }

  /// Names that must be taken: those of borrowers who are held to a loan.
  var claims: Set<String> {
    Set(
      holding.flatMap { loan in loan.shares.map { "\(loan.number).\($0.member)" } })
  }

  /// Names that may be taken beside them: who paid the own share of a loan that was restructured
  /// has none of the loan that follows it, and goes over to it all the same.
  var looseClaims: Set<String> {
    Set(
      holding.flatMap { loan in
        (loan.predecessor.flatMap { loans[$0] }?.shares ?? []).map {
          "\(loan.number).\($0.member)"
        }
      })
  }

  private var holding: [LoanLife] {
    loans.values.filter { ["active", "writtenOff"].contains($0.account.state) }
  }

  /// Compares a figure that an event tells with what must have come of it.
  mutating func require(_ event: EventRow, _ what: String, _ found: Int64?, is expected: Int64) {
    guard found != expected else { return }
    wonder(
      event, what, expected: "\(expected)", found: found.map { "\($0)" } ?? "none")
  }
}
