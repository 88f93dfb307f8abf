/// What a year's budget has come to by a day (rules.md 6, P-11).
public struct BudgetRealisation: Hashable, Sendable {
  public let asOf: Day
  /// The budget in force; `nil` where the year has none.
  public let budget: Budget?
  /// Every account that is budgeted or that moved, by code.
  public let lines: [Line]

  /// An account's budget for the whole year, and what it brought or cost so far.
  public struct Line: Hashable, Sendable {
    public let account: AccountCode
    public let budgeted: Rupiah
    public let realised: Rupiah

    /// Whether more was spent than the budget has.
    public var isOver: Bool { account.kind == .cost && budgeted < realised }
  }

  /// The realisation by a trial balance, of the accounts of a chart.
  public init(_ budget: Budget?, trial: TrialBalance, chart: some Sequence<AccountCode>) {
    asOf = trial.asOf
    self.budget = budget
    lines = chart.filter { [.income, .cost].contains($0.kind) }.sorted().map { account in
      Line(
        account: account, budgeted: budget?.amount(account) ?? .zero,
        realised: trial.yearToDate(account))
    }.filter { $0.budgeted != .zero || $0.realised != .zero }
  }
}

/// What a voucher should make the bookkeeper think of, though nothing forbids it.
public struct BudgetWarnings: Hashable, Sendable {
  /// Accounts of cost on which more is spent than the year's budget has.
  public let overBudget: [AccountCode]
  /// Years of which operating cost is above a quarter of the receipts (ruling 17).
  public let overOperatingLimit: [Int]
}

extension PostJournal {
  /// What its vouchers exceed; a year without an approved budget exceeds none.
  func warnings(_ movements: [TrialBalance.Movement], _ budgets: [Budget]) -> BudgetWarnings {
    let spending = lines.filter { $0.debit.kind == .cost }
    var over: Set<AccountCode> = []
    var years: Set<Int> = []
    for year in Set(spending.map(\.day.year)) {
      let before = TrialBalance(
        asOf: Month(year: year, month: 12).last, movements: movements)
      let ofYear = lines.filter { $0.day.year == year }
      let after = before.booking(ofYear.flatMap(\.postings))
      let spent = Set(spending.filter { $0.day.year == year }.map(\.debit))
      if let budget = budgets.inForce(year: year, on: day) {
        over.formUnion(spent.filter { budget.amount($0) < after.yearToDate($0) })
      }
      if spent.contains(where: AccountCode.operatingCost.contains),
        !FundUse(after).isWithinOperatingLimit
      {
        years.insert(year)
      }
    }
    return BudgetWarnings(overBudget: over.sorted(), overOperatingLimit: years.sorted())
  }
}
