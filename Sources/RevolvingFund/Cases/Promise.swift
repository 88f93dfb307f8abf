/// What a group promised to pay, and by when.
public struct Promise: Hashable, Sendable {
  public let amount: Rupiah
  /// The last day on which a payment keeps it.
  public let by: Day

  public init(amount: Rupiah, by day: Day) {
    self.amount = amount
    by = day
  }

  /// What has become of it by a day: computed from what was paid, never recorded.
  ///
  /// Payments count from the day after the promise to the promised day, pokok and jasa together.
  /// A loan that is paid off in that time keeps every promise.
  public func outcome(
    madeOn day: Day, of history: LoanHistory, asOf today: Day
  ) -> PromiseOutcome {
    let last = min(by, today)
    let paid = history.payments.filter { day < $0.on && $0.on <= last }
      .total { $0.paid.principal + $0.paid.serviceCharge }
    let isPaidOff = history.state(asOf: last) == .paidOff
    if paid >= amount || isPaidOff { return .kept }
    return by < today ? .broken : .pending
  }
}

/// What became of a promise.
public enum PromiseOutcome: String, Hashable, Sendable, CaseIterable {
  case pending, kept, broken
}
