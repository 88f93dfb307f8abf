import RevolvingFund

// Closed months and years, what becomes of profits, and budgets.
extension Books {
  mutating func applyClosing(_ change: Change) {
    switch change {
    case .reopeningRequested(let reopening):
      facts.reopenings[reopening.upk, default: []].append(reopening)
    case .periodReopened(let reopening): reopen(reopening)
    case .yearClosed(let year): facts.closedYears[year.upk, default: []].append(year)
    case .profitAllocated(let allocation):
      facts.allocations[allocation.upk, default: []].append(allocation)
    case .budget(let budget): facts.budgets[budget.upk, default: []].append(budget)
    case .budgetApproved(let upk, let number, let approval):
      facts.budgets[upk] = (facts.budgets[upk] ?? []).map { budget in
        guard budget.number == number else { return budget }
        return Budget(
          upk: upk, number: number, year: budget.year, lines: budget.lines,
          proposedOn: budget.proposedOn, proposedBy: budget.proposedBy, approval: approval)
      }
    case .recovery(let recovery): recover(recovery)
    case .collection(let collection): collections.append(collection)
    default: break
    }
  }

  /// As the store reads it back: the month before is the last closed one.
  private mutating func reopen(_ reopening: Reopening) {
    facts.reopenings[reopening.upk] = (facts.reopenings[reopening.upk] ?? []).map {
      $0.month == reopening.month && $0.version == reopening.version ? reopening : $0
    }
    let before = periods.last { $0.month < reopening.month }
    let suspension = facts.periods[reopening.upk]?.suspension
    let stands = suspension?.since == before?.suspendedSince ? suspension : nil
    facts.periods[reopening.upk] = PeriodRecord(last: before, suspension: stands, recovery: nil)
  }

  private mutating func recover(_ recovery: Recovery) {
    let record = facts.periods[recovery.upk] ?? .empty
    facts.periods[recovery.upk] = PeriodRecord(
      last: record.last, suspension: record.suspension, recovery: recovery)
  }
}
