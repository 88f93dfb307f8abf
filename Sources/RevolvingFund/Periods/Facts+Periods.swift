extension Facts {
  /// Takes in closed months and years, what became of profits, budgets, and what holds books still.
  mutating func takePeriod(_ change: Change) {
    switch change {
    case .periodClosed(let period, let frozen): close(period, freezing: frozen)
    case .reopeningRequested(let reopening):
      reopenings[reopening.upk, default: []].append(reopening)
    case .periodReopened(let reopening):
      reopenings[reopening.upk] = (reopenings[reopening.upk] ?? []).map {
        $0.month == reopening.month && $0.version == reopening.version ? reopening : $0
      }
    case .yearClosed(let year): closedYears[year.upk, default: []].append(year)
    case .profitAllocated(let allocation):
      allocations[allocation.upk, default: []].append(allocation)
    case .budget(let budget): budgets[budget.upk, default: []].append(budget)
    case .budgetApproved(let upk, let number, let approval):
      budgets[upk] = (budgets[upk] ?? []).map { budget in
        guard budget.number == number else { return budget }
        return Budget(
          upk: upk, number: number, year: budget.year, lines: budget.lines,
          proposedOn: budget.proposedOn, proposedBy: budget.proposedBy, approval: approval)
      }
    case .recovery(let recovery):
      let record = periods[recovery.upk] ?? .empty
      periods[recovery.upk] = PeriodRecord(
        last: record.last, suspension: record.suspension, recovery: recovery)
    case .collection(let collection):
      collectionDays[collection.upk, default: []].append(collection.on)
    case .repair(let task): repairs[task.upk, default: []].append(task)
    case .freezeChanged(let freeze): keep(freeze)
    default: break
    }
  }

  /// A closed month, with the list and the minutes of the suspension that it is in.
  private mutating func close(_ period: ClosedPeriod, freezing frozen: Suspension?) {
    let before = periods[period.upk] ?? .empty
    let suspension = frozen ?? before.suspension
    let stands = suspension?.since == period.suspendedSince ? suspension : nil
    periods[period.upk] = PeriodRecord(
      last: period, suspension: stands,
      recovery: before.recovery?.since == stands?.since ? before.recovery : nil)
  }

  private mutating func keep(_ freeze: Freeze) {
    guard let head = heads[freeze.upk] else { return }
    heads[freeze.upk] = Head(
      stream: head.stream, latestDay: head.latestDay, counters: head.counters,
      closedThrough: head.closedThrough, freeze: freeze.release == nil ? freeze : nil)
  }
}
