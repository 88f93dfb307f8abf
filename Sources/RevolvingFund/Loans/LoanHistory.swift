/// A loan with every payment on it, so that it can be read as of any day.
public struct LoanHistory: Hashable, Sendable {
  public let loan: Loan
  public let schedule: Schedule
  /// What was paid, by booked day, oldest first.
  public let payments: [Payment]

  /// A payment as booked.
  public struct Payment: Hashable, Sendable {
    public let on: Day
    public let paid: PaidTotals

    public init(on: Day, paid: PaidTotals) {
      self.on = on
      self.paid = paid
    }
  }

  public init(loan: Loan, payments: [Payment]) {
    self.loan = loan
    self.schedule = loan.schedule
    self.payments = payments.sorted { $0.on < $1.on }
  }

  /// How the loan stood at the end of a day; `nil` before it was disbursed.
  public func position(asOf day: Day) -> LoanPosition? {
    guard loan.disbursedOn <= day else { return nil }
    var paid = PaidTotals.nothing
    for payment in payments where payment.on <= day {
      paid.principal += payment.paid.principal
      paid.serviceCharge += payment.paid.serviceCharge
    }
    return LoanPosition(
      loan: loan.id, ksm: loan.ksm, schedule: schedule, paid: paid, asOf: day)
  }

  /// The worst class that the loan had reached by a day.
  ///
  /// A class is worst just before a payment cures it, so it is enough to look at the eve of each
  /// payment and at the day itself.
  public func worstCollectability(upTo day: Day) -> Collectability {
    let eves = payments.map { $0.on.addingDays(-1) }.filter { $0 < day }
    return (eves + [day]).compactMap { position(asOf: $0)?.collectability }.max() ?? .current
  }
}

extension Sequence<LoanHistory> {
  /// How every disbursed loan stood at the end of a day.
  public func positions(asOf day: Day) -> [LoanPosition] {
    compactMap { $0.position(asOf: day) }
  }
}
