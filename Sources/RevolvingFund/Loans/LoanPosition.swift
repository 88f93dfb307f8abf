/// How a loan stands on a day: computed from its schedule and what was booked by then, never
/// stored.
public struct LoanPosition: Hashable, Sendable {
  public let loan: LoanID
  public let ksm: KSMID
  public let asOf: Day
  public let outstanding: Rupiah
  /// The due day of the oldest installment with anything unpaid, due or not; `nil` when all is
  /// paid.
  public let oldestUnpaidDue: Day?
  /// Open principal of installments past their due day.
  public let overduePrincipal: Rupiah
  /// Open service charge of installments past their due day.
  public let overdueServiceCharge: Rupiah
  /// Open principal of installments due three months ago or longer (rules.md 0, ruling 16).
  public let overduePrincipalThreeMonths: Rupiah
  public let finalDue: Day
  public internal(set) var collectability: Collectability
  /// Whether the loan follows a restructured one.
  public internal(set) var isRestructured = false
}

extension LoanPosition {
  /// The position that a schedule and the sums paid by a day give.
  public init(
    loan: LoanID, ksm: KSMID, schedule: Schedule, paid: PaidTotals, asOf day: Day
  ) {
    var principal = paid.principal
    var charge = paid.serviceCharge
    var oldest: Day?
    var overdue = PaidTotals.nothing
    var overdueThreeMonths = Rupiah.zero
    // No principal left means settled: what is open of later service charges was given up.
    let outstanding = schedule.principal - paid.principal
    for installment in schedule.installments where outstanding > .zero {
      let openPrincipal = installment.principal - min(principal, installment.principal)
      let openCharge = installment.serviceCharge - min(charge, installment.serviceCharge)
      principal -= installment.principal - openPrincipal
      charge -= installment.serviceCharge - openCharge
      guard openPrincipal + openCharge > .zero else { continue }
      oldest = oldest ?? installment.due
      guard installment.due < day else { continue }
      overdue.principal += openPrincipal
      overdue.serviceCharge += openCharge
      if installment.due.addingMonths(3) <= day { overdueThreeMonths += openPrincipal }
    }
    self.init(
      loan: loan, ksm: ksm, asOf: day, outstanding: outstanding,
      oldestUnpaidDue: oldest,
      overduePrincipal: overdue.principal, overdueServiceCharge: overdue.serviceCharge,
      overduePrincipalThreeMonths: overdueThreeMonths, finalDue: schedule.finalDue ?? day,
      collectability: Collectability(oldestUnpaidDue: oldest, asOf: day))
  }
}
