extension Retelling {
  /// Expects the five indicators of a month's end (rules.md 3).
  mutating func freeze(_ month: Int, _ version: Int64, _ standings: [Standing]) {
    let balance = standings.total(\.balance)
    let late = standings.filter(\.isAtRisk)
    let groups = Int64(Set(standings.map(\.ksm)).count)
    let lateGroups = Int64(Set(late.map(\.ksm)).count)
    let sound = balance - standings.total(\.overdueThreeMonths)
    let year = month / 12 * 12...month
    let income = -moved(40000..<50000, year)
    let cost = moved(50000..<60000, year)
    let capital = -[31010, 31020, 31030].total { moved($0..<$0 + 1, 0...month) }
    let base = max(0, capital)
    let isFirstYear = operatingSince.map { $0 / 12 == month / 12 } ?? false
    let elapsed = Int64(max(1, month % 12 + 1 - (isFirstYear ? (operatingSince ?? 0) % 12 : 0)))
    let profit = income - cost
    let lines: [(String, (Int64, Int64), (Int64, Int64), String)] = [
      ("LAR", (lateGroups, groups), (lateGroups, groups), rate(lateGroups, groups, [10, 20])),
      (
        "PAR", (late.total(\.balance), balance), (late.total(\.balance), balance),
        rate(late.total(\.balance), balance, [10, 20])
      ),
      (
        "CCr", (income, max(0, cost)), (income, max(0, cost)),
        rate(rising: income, max(0, cost), [100, 125], reached: false)
      ),
      (
        "ROI", (profit, base), (profit * 12, base * elapsed),
        rate(rising: profit * 12, base * elapsed, [0, 10], reached: false)
      ),
      (
        "RR", (sound, balance), (sound, balance),
        rate(rising: sound, balance, [80, 90], reached: true)
      ),
    ]
    for (place, line) in lines.enumerated() {
      expect(
        .periodIndicator,
        Cells([
          "month": CivilDay(year: month / 12, month: month % 12 + 1, day: 1), "version": version,
          "line": place + 1, "indicator": line.0, "numerator": line.1.0,
          "denominator": line.1.1, "judged_numerator": line.2.0, "judged_denominator": line.2.1,
          "category": line.3,
        ]))
    }
  }

  /// Expects the list of loans with which a suspension begins.
  mutating func freezeList(_ month: Int, _ version: Int64, _ standings: [Standing]) {
    for standing in standings where standing.isAtRisk {
      expect(
        .frozenLoan,
        Cells([
          "month": CivilDay(year: month / 12, month: month % 12 + 1, day: 1), "version": version,
          "loan": standing.loan, "class": standing.collectability,
          "overdue_principal": standing.overdue.principal,
          "overdue_service_charge": standing.overdue.charge, "final_due": standing.finalDue,
        ]))
    }
  }
}
