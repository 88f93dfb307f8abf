/// How the fund's own money changed from 1 January to a day (perubahan ekuitas; rules.md 6, P-03).
public struct EquityChanges: Hashable, Sendable {
  public let asOf: Day
  public let lines: [Line]

  /// An account of equity through the year; results of earlier years stand in 31040 from 1 January
  /// on, whether or not they were closed.
  public struct Line: Hashable, Sendable {
    public let account: Account
    public let opening: Rupiah
    /// The year's result so far, which stands in 31050.
    public let profit: Rupiah
    public let added: Rupiah
    public let taken: Rupiah

    public var closing: Rupiah { opening + profit + added - taken }
  }

  /// The changes of a chart's equity; accounts without any balance or change are left out.
  ///
  /// Movements go up to the day; what the year's close moves is the year's result, which stands in
  /// its own column.
  public init(_ movements: [TrialBalance.Movement], chart: [Account], asOf day: Day) {
    let trial = TrialBalance(asOf: day, movements: movements)
    let ofYear = movements.filter {
      $0.month.year == day.year && $0.month <= day.month && $0.origin == .business
    }
    asOf = day
    lines = chart.filter { $0.code.kind == .equity }.sorted { $0.code < $1.code }.map { account in
      let moved = ofYear.filter { $0.account == account.code }
      let (added, taken) = (moved.total(\.credit), moved.total(\.debit))
      return Line(
        account: account, opening: trial.stated(account.code) - added + taken,
        profit: account.code == .profitOfYear ? trial.profitOfYear : .zero, added: added,
        taken: taken)
    }.filter { [$0.opening, $0.profit, $0.added, $0.taken].contains { $0 != .zero } }
  }

  public var totalOpening: Rupiah { lines.total(\.opening) }
  public var totalProfit: Rupiah { lines.total(\.profit) }
  public var totalAdded: Rupiah { lines.total(\.added) }
  public var totalTaken: Rupiah { lines.total(\.taken) }
  public var totalClosing: Rupiah { lines.total(\.closing) }
}
