/// What was due and what was paid on a group's loan, in the order of the days (kartu pinjaman;
/// rules.md 6, P-01).
///
/// A member's own card is the member's statement.
public struct LoanCard: Hashable, Sendable {
  public let loan: Loan
  public let asOf: Day
  public let state: LoanState
  public let entries: [Entry]

  /// A line of the card.
  public struct Entry: Hashable, Sendable {
    public let on: Day
    public let kind: Kind
    /// What fell due; only of `due`.
    public let due: PaidTotals
    /// What was paid, or taken back, below zero.
    public let paid: PaidTotals
    public let savings: Rupiah
    /// Principal owed after it.
    public let balance: Rupiah
  }

  /// What a line is.
  public enum Kind: Hashable, Sendable {
    case disbursement
    /// The installment of a number falls due.
    case due(Int)
    case payment(ReceiptNumber, VoucherNumber)
    /// The payment of a receipt does not count any more.
    case reversal(ReceiptNumber)
    /// The loan left the books: restructured, written off or taken back.
    case ended(LoanState)
  }

  /// The card at the end of a day; `nil` before the loan was paid out.
  public init?(
    _ history: LoanHistory, repayments: some Sequence<Repayment>, asOf day: Day
  ) {
    let loan = history.loan
    guard loan.disbursedOn <= day else { return nil }
    let known = Array(repayments).filter { $0.on <= day }
    let ledger = LoanLedger(
      schedule: history.schedule, rule: loan.terms.earlySettlement,
      entries: known.flatMap(\.entries).filter { $0.on <= day })
    var events = Event.dues(history, asOf: day) + Event.payments(known, ledger, asOf: day)
    events.append(Event(on: loan.disbursedOn, order: (0, 0), kind: .disbursement))
    let state = history.shownState(asOf: day)
    if let closedOn = loan.closedOn, closedOn <= day, ![.active, .paidOff].contains(state) {
      events.append(Event(on: closedOn, order: (3, 0), kind: .ended(state)))
    }
    var balance = Rupiah.zero
    entries = events.sorted { ($0.on, $0.order.0, $0.order.1) < ($1.on, $1.order.0, $1.order.1) }
      .map { event in
        switch event.kind {
        case .disbursement: balance = loan.principal
        case .ended: balance = .zero
        case .due, .payment, .reversal: balance -= event.paid.principal
        }
        return Entry(
          on: event.on, kind: event.kind, due: event.due, paid: event.paid,
          savings: event.savings, balance: balance)
      }
    self.loan = loan
    asOf = day
    self.state = state
  }

  public var totalPaid: PaidTotals { entries.reduce(.nothing) { $0 + $1.paid } }
  public var totalDue: PaidTotals { entries.reduce(.nothing) { $0 + $1.due } }
  public var totalSavings: Rupiah { entries.total(\.savings) }
  public var balance: Rupiah { entries.last?.balance ?? .zero }
}

/// A line before its balance is known.
private struct Event {
  let on: Day
  /// Its place among those of its day: what falls due, what is paid, what ends the loan.
  let order: (Int, Int64)
  let kind: LoanCard.Kind
  var due = PaidTotals.nothing
  var paid = PaidTotals.nothing
  var savings = Rupiah.zero

  static func dues(_ history: LoanHistory, asOf day: Day) -> [Event] {
    history.schedule.installments.filter { $0.due <= history.lastDue(by: day) }.map {
      Event(
        on: $0.due, order: (1, Int64($0.number)), kind: .due($0.number),
        due: PaidTotals(principal: $0.principal, serviceCharge: $0.serviceCharge))
    }
  }

  static func payments(
    _ repayments: [Repayment], _ ledger: LoanLedger, asOf day: Day
  ) -> [Event] {
    repayments.flatMap { repayment in
      var paid = ledger.split(of: repayment.number)
      paid.lateFee = repayment.lateFee
      let came = Event(
        on: repayment.on, order: (2, repayment.number),
        kind: .payment(repayment.receipt, repayment.voucher), paid: paid,
        savings: repayment.savings)
      guard let reversal = repayment.reversal, reversal.on <= day else { return [came] }
      var taken = ledger.split(of: reversal.number)
      taken.lateFee = -repayment.lateFee
      return [
        came,
        Event(
          on: reversal.on, order: (2, reversal.number), kind: .reversal(repayment.receipt),
          paid: taken, savings: -repayment.savings),
      ]
    }
  }
}
