/// Every account with what it began the month with, what moved, and what it holds (neraca saldo;
/// rules.md 6, P-03).
public struct TrialBalanceSheet: Hashable, Sendable {
  public let asOf: Day
  public let lines: [Line]

  /// An account; balances are debits less credits.
  public struct Line: Hashable, Sendable {
    public let account: Account
    public let opening: Rupiah
    public let debit: Rupiah
    public let credit: Rupiah

    public var closing: Rupiah { opening + debit - credit }
    public var closingDebit: Rupiah { max(.zero, closing) }
    public var closingCredit: Rupiah { max(.zero, -closing) }
  }

  /// The sheet of a chart; accounts without balance and movement are left out.
  ///
  /// Income and cost begin anew each year, and what earlier years left stands in 31040, as in the
  /// day's statements: the sheet is the one before a year's close, whether or not the year was
  /// closed. Movements go up to the day.
  public init(_ movements: [TrialBalance.Movement], chart: [Account], asOf day: Day) {
    let trial = TrialBalance(asOf: day, movements: movements)
    asOf = day
    lines = chart.sorted { $0.code < $1.code }.map { account in
      let moved = movements.filter {
        $0.account == account.code && $0.month == day.month && $0.origin == .business
      }
      let (debit, credit) = (moved.total(\.debit), moved.total(\.credit))
      let stated = trial.stated(account.code)
      let closing = account.code.kind.growsByDebit ? stated : -stated
      return Line(
        account: account, opening: closing - debit + credit, debit: debit, credit: credit)
    }.filter { [$0.opening, $0.debit, $0.credit].contains { $0 != .zero } }
  }

  public var totalOpening: Rupiah { lines.total(\.opening) }
  public var totalDebit: Rupiah { lines.total(\.debit) }
  public var totalCredit: Rupiah { lines.total(\.credit) }
  public var totalClosingDebit: Rupiah { lines.total(\.closingDebit) }
  public var totalClosingCredit: Rupiah { lines.total(\.closingCredit) }
}
