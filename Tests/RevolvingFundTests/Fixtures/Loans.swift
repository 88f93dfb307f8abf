import RevolvingFund

let upk = UPKID(1)

extension LoanTerms {
  /// 1.5 % a month, as in every case that was found (rules.md 2.2, B-17).
  static func usual(
    _ months: Int, method: ChargeMethod = .flat, unit: Int64 = 1,
    early: EarlySettlement = .waive, rate: MonthlyRate = .onePointFive
  ) -> LoanTerms {
    LoanTerms(
      months: months, rate: rate, method: method, roundUnit: unit, earlySettlement: early)
  }
}

extension Loan {
  /// A loan of one share that nothing was paid on.
  static func sample(
    _ number: Int64 = 1, ksm: Int64 = 1, amount: Rupiah = 5_000_000, on day: Day = "2016-01-10",
    terms: LoanTerms = .usual(10)
  ) -> Loan {
    Loan(
      id: LoanID(upk, number), ksm: KSMID(upk, ksm), application: ApplicationID(upk, number),
      terms: terms, shares: [Share(member: 1, amount: amount)], disbursedOn: day, state: .active,
      paid: .nothing, waivedServiceCharge: .zero, closedOn: nil)
  }
}

extension LoanHistory {
  /// A loan repaid with these sums, each split by the rules.
  static func repaid(
    _ loan: Loan, _ repayments: [(Day, Rupiah)] = []
  ) throws -> LoanHistory {
    var loan = loan
    var payments: [Payment] = []
    for (day, amount) in repayments {
      let debt = loan.schedule.settlement(
        after: loan.paid, on: day, rule: loan.terms.earlySettlement)
      let allocation = try loan.schedule.allocate(
        amount, after: loan.paid, on: day, rule: loan.terms.earlySettlement)
      let paid = PaidTotals(
        principal: allocation.principal, serviceCharge: allocation.serviceCharge)
      payments.append(Payment(on: day, paid: paid))
      loan.paid.principal += paid.principal
      loan.paid.serviceCharge += paid.serviceCharge
      loan.waivedServiceCharge += allocation.waivedServiceCharge
      if amount == debt {
        loan.state = .paidOff
        loan.closedOn = day
      }
    }
    return LoanHistory(loan: loan, payments: payments)
  }
}

extension WriteOff {
  /// A write-off of principal alone.
  static func sample(
    _ loan: LoanID, _ principal: Rupiah, on day: Day, recoveries: [ClaimRecovery] = []
  ) -> WriteOff {
    WriteOff(
      loan: loan, on: day, principal: principal, serviceCharge: .zero, fromReserve: principal,
      decision: Decision(
        minutes: "BA-01", report: "RWT-01", proposedBy: PersonID(2), decidedBy: PersonID(3),
        savingsKept: ""),
      recoveries: recoveries, waiver: nil)
  }
}
