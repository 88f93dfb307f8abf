import FundAPI
import RevolvingFund

extension Record {
  /// The authority with its readings, the rule that holds, and what ends a suspension.
  init(_ authority: Bergulir_V1_Authority, language: Language) {
    let category = AuthorityCategory(rawValue: authority.category) ?? .notRated
    let monthEnd = authority.hasMonthEnd ? [Record(authority.monthEnd, reading: .monthEnd)] : []
    self.init([
      "upk": .filled(authority.upk), "as_of": .filled(authority.asOf),
      "category": .code(authority.category, AuthorityCategory.self),
      "ground": .code(authority.ground, LendingAuthority.Ground.self),
      "closed_month": .filled(authority.closedMonth), "close_by": .filled(authority.closeBy),
      "admitted": .codes(authority.admitted, BorrowerStanding.self),
      "top_up": .flag(authority.topUp), "rule": .text(category.rule[language]),
      "readings": .records(monthEnd + [Record(authority.live, reading: .onTheDay)]),
      "suspension": authority.hasSuspension
        ? .record(Record(authority.suspension, loans: true)) : .absent,
    ])
  }

  private init(_ gate: Bergulir_V1_GateReading, reading: GateReading) {
    self.init([
      "reading": .code(reading.rawValue, reading.words), "as_of": .filled(gate.asOf),
      "numerator": .amount(gate.numerator), "denominator": .amount(gate.denominator),
      "percent": .filledPercent(gate.percent),
      "category": .code(gate.category, PerformanceCategory.self),
    ])
  }

  /// What was frozen and what came in; the loans may stand in a list of their own.
  init(_ suspension: Bergulir_V1_Suspension, loans: Bool) {
    let sums = Record([
      "since": .filled(suspension.since), "frozen_principal": .amount(suspension.frozenPrincipal),
      "recovery_target": .amount(suspension.recoveryTarget),
      "recovered": .amount(suspension.recovered), "missing": .amount(suspension.missing),
      "is_testable": .flag(suspension.isTestable), "minutes": .filled(suspension.minutes),
      "recovered_from": .filled(suspension.recoveredFrom),
      "missing_collections": .names(suspension.missingCollections),
      "collected_this_month": .flag(suspension.collectedThisMonth),
    ])
    self =
      loans
      ? sums.appending(Record(["frozen_loans": .records(suspension.loans.map { Record($0) })]))
      : sums
  }

  /// A loan of a frozen list with its counter.
  init(_ loan: Bergulir_V1_FrozenLoan) {
    self.init([
      "loan": .filled(loan.loan), "collectability": .count(Int64(loan.collectability)),
      "overdue_principal": .amount(loan.overduePrincipal),
      "overdue_service_charge": .amount(loan.overdueServiceCharge),
      "recovered": .amount(loan.recovered), "missing": .amount(loan.missing),
      "final_due": .filled(loan.finalDue),
    ])
  }
}
