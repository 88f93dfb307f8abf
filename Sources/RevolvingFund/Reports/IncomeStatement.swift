/// Income and cost of a month and of the year so far (laba rugi; rules.md 6, P-03).
///
/// What a year's close moves into equity is neither (rules.md 0, ruling 15).
public struct IncomeStatement: Hashable, Sendable {
  public let asOf: Day
  public let income: [Line]
  public let cost: [Line]

  /// An account, or a sum of accounts.
  public struct Line: Hashable, Sendable {
    public let account: Account
    public let amounts: Amounts
  }

  /// From the first of the month, and from 1 January, to the day.
  public struct Amounts: Hashable, Sendable {
    public let month: Rupiah
    public let year: Rupiah

    public init(month: Rupiah, year: Rupiah) {
      self.month = month
      self.year = year
    }
  }

  /// The statement of a chart; accounts on which nothing moved in the year are left out.
  ///
  /// Movements go up to the day.
  public init(_ movements: [TrialBalance.Movement], chart: [Account], asOf day: Day) {
    let now = TrialBalance(asOf: day, movements: movements)
    // The day keeps the year: in January the year began with the month, and nothing was before it.
    let before = TrialBalance(
      asOf: day, movements: movements.filter { $0.month < day.month })
    func lines(_ kind: AccountKind) -> [Line] {
      chart.filter { $0.code.kind == kind }.sorted { $0.code < $1.code }.map { account in
        let year = now.yearToDate(account.code)
        return Line(
          account: account,
          amounts: Amounts(month: year - before.yearToDate(account.code), year: year))
      }.filter { $0.amounts != Amounts(month: .zero, year: .zero) }
    }
    asOf = day
    income = lines(.income)
    cost = lines(.cost)
  }

  public var totalIncome: Amounts { income.sum }
  public var totalCost: Amounts { cost.sum }
  public var profit: Amounts {
    Amounts(
      month: totalIncome.month - totalCost.month, year: totalIncome.year - totalCost.year)
  }
}

extension [IncomeStatement.Line] {
  fileprivate var sum: IncomeStatement.Amounts {
    IncomeStatement.Amounts(month: total(\.amounts.month), year: total(\.amounts.year))
  }
}
