/// A loan with every payment on it, so that it can be read as of any day.
public struct LoanHistory: Hashable, Sendable {
  public let loan: Loan
  public let schedule: Schedule
  /// What was paid, by booked day, oldest first.
  public let payments: [Payment]
  /// How it went off the books, where it did.
  public let writeOff: WriteOff?

  /// A payment as booked.
  public struct Payment: Hashable, Sendable {
    public let on: Day
    public let paid: PaidTotals

    public init(on: Day, paid: PaidTotals) {
      self.on = on
      self.paid = paid
    }
  }

  public init(loan: Loan, payments: [Payment], writeOff: WriteOff? = nil) {
    self.loan = loan
    self.schedule = loan.schedule
    self.payments = payments.sorted { $0.on < $1.on }
    self.writeOff = writeOff
  }

  /// A loan with what came for it, split day by day as the ledger does.
  public init(
    loan: Loan, entries: some Sequence<LoanLedger.Entry>, writeOff: WriteOff? = nil
  ) {
    let ledger = LoanLedger(
      schedule: loan.schedule, rule: loan.terms.earlySettlement, entries: entries)
    var before = PaidTotals.nothing
    let payments = ledger.days.map { day in
      defer { before = day.paid }
      return Payment(on: day.on, paid: day.paid - before)
    }
    self.init(loan: loan, payments: payments, writeOff: writeOff)
  }

  /// A loan with what came for it by day, of which nothing was ever taken back.
  ///
  /// Then the loan itself says whether and when it was settled, and no ledger is needed.
  public init(
    loan: Loan, sums: some Sequence<(on: Day, amount: Rupiah)>, writeOff: WriteOff? = nil
  ) {
    let schedule = loan.schedule
    let settledOn = loan.state == .paidOff ? loan.closedOn : nil
    var came = Rupiah.zero
    var before = PaidTotals.nothing
    let payments = sums.map { on, amount in
      came += amount
      let isSettled = settledOn.map { $0 <= on } ?? false
      let paid =
        isSettled
        ? PaidTotals(principal: schedule.principal, serviceCharge: came - schedule.principal)
        : schedule.filled(came)
      defer { before = paid }
      return Payment(on: on, paid: paid - before)
    }
    self.init(loan: loan, payments: payments, writeOff: writeOff)
  }

  /// A loan with all that came for it, as if on the last day on which anything came; `nil` where
  /// nothing did.
  ///
  /// It is good for that day and later ones, of a loan that took no other one's place.
  public init(loan: Loan, lastPaidOn: Day?, writeOff: WriteOff? = nil) {
    let payments = lastPaidOn.map { [Payment(on: $0, paid: loan.paid)] } ?? []
    self.init(loan: loan, payments: payments, writeOff: writeOff)
  }

  /// How the loan stood at the end of a day; `nil` before it was disbursed.
  ///
  /// The class is the worse of its own ageing and what a successor inherited (rules.md 0,
  /// ruling 1).
  public func position(asOf day: Day) -> LoanPosition? {
    guard loan.disbursedOn <= day else { return nil }
    var position = LoanPosition(
      loan: loan.id, ksm: loan.ksm, schedule: schedule,
      paid: hasLeftTheBooks(by: day) ? schedule.totals : paid(by: day), asOf: day)
    position.isRestructured = loan.succession != nil
    if position.outstanding > .zero {
      position.collectability = max(position.collectability, inherited(asOf: day))
    }
    return position
  }

  /// What was paid by the end of a day.
  func paid(by day: Day) -> PaidTotals {
    payments.filter { $0.on <= day }.reduce(into: .nothing) {
      $0.principal += $1.paid.principal
      $0.serviceCharge += $1.paid.serviceCharge
    }
  }

  /// The state at the end of a day.
  public func state(asOf day: Day) -> LoanState {
    guard let closedOn = loan.closedOn, closedOn <= day else { return .active }
    return writeOff?.state(asOf: day) ?? loan.state
  }

  /// Whether another loan took its place by a day, or none did and it was written off.
  private func hasLeftTheBooks(by day: Day) -> Bool {
    guard let closedOn = loan.closedOn, closedOn <= day else { return false }
    return loan.state != .paidOff
  }

  /// The worst class that the loan had reached by a day.
  ///
  /// A class is worst just before a payment or a step cures or ends it, so it is enough to look at
  /// the eve of each, at the first day and at the day itself.
  public func worstCollectability(upTo day: Day) -> Collectability {
    let steps = payments.map(\.on) + [loan.closedOn].compactMap(\.self)
    let eves = steps.map { $0.addingDays(-1) }.filter { $0 < day }
    return (eves + [min(loan.disbursedOn, day), day])
      .compactMap { position(asOf: $0)?.collectability }.max() ?? .current
  }
}

extension Sequence<LoanHistory> {
  /// How every disbursed loan stood at the end of a day.
  public func positions(asOf day: Day) -> [LoanPosition] {
    compactMap { $0.position(asOf: day) }
  }
}
