/// The reserve for loan risk month by month, from January to the month of a day (rules.md 2.8 and
/// 6, P-07).
public struct ReserveProgress: Hashable, Sendable {
  public let asOf: Day
  /// The scheme of the policy in force on the day.
  public let scheme: ReserveScheme
  public let months: [MonthLine]

  /// What a month asked for and what the books did.
  public struct MonthLine: Hashable, Sendable {
    /// The month's last day, or the day of the report.
    public let asOf: Day
    /// Outstanding principal by class.
    public let balances: [Collectability: Rupiah]
    /// What the scheme in force asks for, and the programme's default one beside it.
    public let required: Rupiah
    public let requiredByDefault: Rupiah
    /// What 12010 held just before the month's entry: the month before, less what write-offs used.
    public let before: Rupiah
    /// What 12010 holds.
    public let formed: Rupiah

    /// The entry that the month asks for; negative where the reserve is released (ruling 2).
    public var difference: Rupiah { required - before }
    /// The entry that was booked.
    public var booked: Rupiah { formed - before }
    public var missing: Rupiah { required - formed }
    public var missingByDefault: Rupiah { requiredByDefault - formed }
  }

  /// The months of a UPK's loans and books, under the scheme that is in force on each month's end.
  ///
  /// Movements go up to the day.
  public init(
    _ book: LoanBook, movements: [TrialBalance.Movement], asOf day: Day,
    scheme: (Day) -> ReserveScheme
  ) {
    func formed(_ month: Month) -> Rupiah {
      movements.filter { $0.account == .loanLossReserve && $0.month <= month }
        .total { $0.credit - $0.debit }
    }
    asOf = day
    self.scheme = scheme(day)
    months = (1...day.month.month).map { number in
      let month = Month(year: day.year, month: number)
      let end = min(month.last, day)
      let balances = Portfolio(book.loans.positions(asOf: end)).balances
      let used = book.writtenOff.filter { $0.on.month == month && $0.on <= end }
      return MonthLine(
        asOf: end, balances: balances, required: scheme(end).required(balances),
        requiredByDefault: ReserveScheme.pnpmUrban.required(balances),
        before: formed(month.adding(-1)) - used.total(\.fromReserve), formed: formed(month))
    }
  }
}
