internal import Libpq
internal import RevolvingFund

// Closed months and years, what became of profits, and budgets.
extension FactLoad {
  mutating func addClosing(_ keys: Keys) {
    add(
      !keys.reopenings.isEmpty, ReopeningStatements.ofUPKs, [.upks(keys.reopenings.sorted())]
    ) { row, facts in
      let reopening = try Reopening(row)
      facts.reopenings[reopening.upk, default: []].append(reopening)
    }
    add(
      !keys.yearsOf.isEmpty, YearStatements.ofUPKs, [.upks(keys.yearsOf.sorted())]
    ) { row, facts in
      let year = try ClosedYear(row)
      facts.closedYears[year.upk, default: []].append(year)
    }
    add(
      !keys.allocationsOf.isEmpty, AllocationStatements.ofUPKs,
      [.upks(keys.allocationsOf.sorted())]
    ) { row, facts in
      let allocation = try ProfitAllocation(row)
      facts.allocations[allocation.upk, default: []].append(allocation)
    }
    add(
      !keys.budgetsOf.isEmpty, BudgetStatements.ofUPKs, [.upks(keys.budgetsOf.sorted())]
    ) { row, facts in
      let budget = try Budget(row)
      facts.budgets[budget.upk, default: []].append(budget)
    }
  }
}
