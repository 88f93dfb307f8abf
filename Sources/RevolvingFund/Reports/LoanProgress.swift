/// How the loans of a UPK went in the month of a day (LPP-UPK: laporan perkembangan pinjaman;
/// rules.md 6, P-04).
///
/// Every figure follows from the loans as they stood at the end of the day, so the report of a past
/// day is the same whenever it is asked for.
public struct LoanProgress: Hashable, Sendable {
  public let asOf: Day
  /// Loans that had a balance at some time in the month or were paid on in it, by group and number.
  public let lines: [Line]
  /// All loans that had ended before the month, taken together.
  public let earlier: Figures
  /// The lines and the earlier loans: what the accounts are held against.
  public let total: Figures

  /// A loan with its figures.
  public struct Line: Hashable, Sendable {
    public let loan: Loan
    /// How it stood at the end of the day.
    public let state: LoanState
    public let figures: Figures
  }

  /// What was due, what came, and what is left.
  public struct Figures: Hashable, Sendable {
    public var loans: Int
    public var amount: Rupiah
    /// What had fallen due by the day.
    public var target: PaidTotals
    /// What was paid up to the end of the month before.
    public var before: PaidTotals
    /// What was paid from the first of the month to the day.
    public var inMonth: PaidTotals
    /// Principal that left the loan in another way: restructured, written off or taken back.
    public var removed: Rupiah
    public var outstanding: Rupiah
    /// What was due and is unpaid.
    public var overdue: PaidTotals
  }

  /// The report of a UPK's loans at the end of a day.
  public init(_ loans: some Sequence<LoanHistory>, asOf day: Day) {
    var lines: [Line] = []
    var earlier = Figures.nothing
    for history in loans {
      guard let figures = Figures(history, asOf: day) else { continue }
      guard history.isOver(before: day.month.first) && figures.inMonth == .nothing else {
        lines.append(
          Line(loan: history.loan, state: history.shownState(asOf: day), figures: figures))
        continue
      }
      earlier += figures
    }
    asOf = day
    self.lines = lines.sorted {
      ($0.loan.ksm.number, $0.loan.id.number) < ($1.loan.ksm.number, $1.loan.id.number)
    }
    self.earlier = earlier
    total = lines.reduce(into: earlier) { $0 += $1.figures }
  }
}

extension LoanProgress.Figures: AreaFigures {
  public static let nothing = LoanProgress.Figures(
    loans: 0, amount: .zero, target: .nothing, before: .nothing, inMonth: .nothing,
    removed: .zero, outstanding: .zero, overdue: .nothing)

  /// What was paid up to the day.
  public var toDate: PaidTotals { before + inMonth }

  /// Paid over due, principal and service charge together; not rated while nothing was due.
  public var achieved: Ratio {
    Ratio(toDate.total.amount, target.total.amount)
  }

  public static func += (left: inout LoanProgress.Figures, right: LoanProgress.Figures) {
    left.loans += right.loans
    left.amount += right.amount
    left.target = left.target + right.target
    left.before = left.before + right.before
    left.inMonth = left.inMonth + right.inMonth
    left.removed += right.removed
    left.outstanding += right.outstanding
    left.overdue = left.overdue + right.overdue
  }

  /// The figures of a loan; `nil` before it was paid out.
  fileprivate init?(_ history: LoanHistory, asOf day: Day) {
    guard let position = history.position(asOf: day) else { return nil }
    let paid = history.paid(by: day)
    let before = history.paid(by: day.month.first.addingDays(-1))
    let due = history.schedule.installments.filter { $0.due <= history.lastDue(by: day) }
    self.init(
      loans: 1, amount: history.loan.principal,
      target: PaidTotals(
        principal: due.total(\.principal), serviceCharge: due.total(\.serviceCharge)),
      before: before, inMonth: paid - before,
      removed: history.loan.principal - paid.principal - position.outstanding,
      outstanding: position.outstanding,
      overdue: PaidTotals(
        principal: position.overduePrincipal, serviceCharge: position.overdueServiceCharge))
  }
}

extension LoanHistory {
  /// The state as reports of a day show it: paid off by what was paid, though a later reversal
  /// opened the loan again.
  func shownState(asOf day: Day) -> LoanState {
    let state = state(asOf: day)
    guard state == .active, let position = position(asOf: day) else { return state }
    return position.outstanding == .zero ? .paidOff : .active
  }

  /// Whether nothing was owed on it any more at the end of the day before.
  fileprivate func isOver(before day: Day) -> Bool {
    position(asOf: day.addingDays(-1)).map { $0.outstanding == .zero } ?? false
      && position(asOf: day).map { $0.outstanding == .zero } ?? false
  }

  /// Up to when what falls due counts: a loan that left the books is due no more.
  func lastDue(by day: Day) -> Day {
    guard let closedOn = loan.closedOn, loan.state != .paidOff else { return day }
    return min(day, closedOn)
  }
}

extension PaidTotals {
  static func + (left: PaidTotals, right: PaidTotals) -> PaidTotals {
    PaidTotals(
      principal: left.principal + right.principal,
      serviceCharge: left.serviceCharge + right.serviceCharge,
      lateFee: left.lateFee + right.lateFee)
  }
}
