extension Retelling {
  /// The year's income and cost, account by account, and the result go over 31050 into 31040.
  mutating func closeYear(_ event: EventRow, on day: CivilDay) {
    guard let asked = event.asked("year"), (1900...2999).contains(asked) else { return }
    let end = CivilDay(year: Int(asked), month: 12, day: 31)
    func held(_ accounts: Range<Int>, _ sign: Int64) -> [(account: Int, amount: Int64)] {
      (rows[.account] ?? [:]).values.compactMap { $0["code"].flatMap { Int($0) } }
        .filter { accounts.contains($0) }.sorted()
        .map { ($0, sign * balance($0, through: end, before: event)) }.filter { $0.1 != 0 }
    }
    let income = held(40000..<50000, -1)
    let cost = held(50000..<60000, 1)
    let profit = income.total(\.amount) - cost.total(\.amount)
    let moves =
      income.map { Move($0.account, 31050, $0.amount) }
      + cost.map { Move(31050, $0.account, $0.amount) }
      + (profit == 0 ? [] : [Move(31050, 31040, profit)])
    require(event, moves: moves.map { $0.amount < 0 ? Move($0.credit, $0.debit, -$0.amount) : $0 })
    profits[asked] = profit
    expect(
      .yearClose,
      Cells([
        "year": asked, "closed_on": day, "closed_by": event.person,
        "income": income.total(\.amount), "cost": cost.total(\.amount),
      ]))
  }

  /// What the annual meeting made of a profit: parts rounded down, the rest to capital (2.10).
  mutating func allocate(_ event: EventRow, on day: CivilDay) {
    guard let year = event.asked("year"), let profit = profits[year] else {
      return wonder(
        event, "year", expected: "a closed one", found: event.content?["year"] ?? "none")
    }
    let amount = min(profit, -(balance(31040) - moved(by: event, on: 31040)))
    let shares = event.shares
    let others = shares.filter { $0.purpose != "capital" }.map {
      (purpose: $0.purpose, part: $0.part, amount: amount * $0.part / 10_000)
    }
    let capital = shares.filter { $0.purpose == "capital" }.map {
      (purpose: $0.purpose, part: $0.part, amount: amount - others.total(\.amount))
    }
    require(event, "amount", event.came("amount"), is: amount)
    requireCapital(
      event, of: year, part: shares.first { $0.purpose == "capital" }?.part ?? 0, on: day)
    let accounts = ["capital": 31030, "supervisors": 21050]
    require(
      event,
      moves: (capital + others).filter { $0.amount > 0 }
        .map { Move(31040, accounts[$0.purpose] ?? 21040, $0.amount) })
    expect(
      .profitAllocation,
      Cells([
        "year": year, "allocated_on": day, "decided_by": event.person,
        "minutes": event.content?["minutes"],
        "bounds": event.came("bounds").flatMap { $0 == 0 ? nil : $0 },
      ]))
    for (place, share) in (capital + others).enumerated() {
      expect(
        .profitPart,
        Cells([
          "year": year, "line": place + 1, "purpose": share.purpose, "hundredths": share.part,
          "amount": share.amount,
        ]))
    }
  }

  /// Supervisors are paid from what was allocated to them, and from nothing else.
  mutating func paySupervisors(_ event: EventRow) {
    guard let amount = event.asked("amount"), let account = event.asked("account") else { return }
    require(event, moves: [Move(21050, Int(account), amount)])
    let left = -balance(21050)
    require(event, "balance", event.came("balance"), is: left)
    if left < 0 {
      wonder(event, "balance", expected: "nothing below zero", found: "\(left)")
    }
  }

  mutating func proposeBudget(_ event: EventRow, on day: CivilDay) {
    let number = draw("budget")
    expect(
      .budget,
      Cells([
        "number": number, "year": event.content?["year"], "proposed_on": day,
        "proposed_by": event.person, "approved_on": nil, "approved_by": nil, "minutes": nil,
      ]))
    for (account, amount) in event.byMember("account", in: event.content) {
      expect(
        .budgetLine, Cells(["number": number, "account": account, "amount": amount]))
    }
  }

  mutating func approveBudget(_ event: EventRow, on day: CivilDay) {
    guard let number = event.asked("budget"), var row = rows[.budget]?["budget/\(number)"] else {
      return wonder(
        event, "budget", expected: "one that was proposed",
        found: event.content?["budget"] ?? "none")
    }
    row["approved_on"] = "\(day)"
    row["approved_by"] = event.person
    row["minutes"] = event.content?["minutes"]
    expect(.budget, row)
  }
}

extension EventRow {
  /// The lines `share.1`, `share.2` … of an allocation, each as `purpose|hundredths`.
  fileprivate var shares: [(purpose: String, part: Int64)] {
    var found: [(purpose: String, part: Int64)] = []
    while let line = content?["share.\(found.count + 1)"] {
      let cells = line.split(separator: "|")
      guard cells.count == 2, let part = cells[1].number else { return found }
      found.append((String(cells[0]), part))
    }
    return found
  }
}
