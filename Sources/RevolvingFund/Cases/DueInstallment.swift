/// What of an installment falls due in the days to come (rules.md 2.9, B-53: the reminder at H-3).
public struct DueInstallment: Hashable, Sendable {
  public let loan: LoanID
  public let ksm: KSMID
  public let installment: OpenInstallment
}

extension LoanBook {
  /// What falls due from a day on, that day included, within some days more, by due day and loan.
  ///
  /// What was paid in advance is left out.
  public func due(from day: Day, within days: Int32) -> [DueInstallment] {
    let last = day.addingDays(days)
    return loans.flatMap { history in
      history.openInstallments(asOf: day).filter { day <= $0.due && $0.due <= last }.map {
        DueInstallment(loan: history.loan.id, ksm: history.loan.ksm, installment: $0)
      }
    }.sorted { ($0.installment.due, $0.loan.number) < ($1.installment.due, $1.loan.number) }
  }
}
