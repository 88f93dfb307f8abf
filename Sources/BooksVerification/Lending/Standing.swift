/// How a loan with a balance stands at the end of a day (rules.md 2.3).
struct Standing {
  let loan: Int64
  let ksm: Int64
  let balance: Int64
  let overdue: Paid
  /// Open principal of installments that were due three months ago or longer.
  let overdueThreeMonths: Int64
  let finalDue: CivilDay
  /// 1 to 5.
  let collectability: Int

  var isAtRisk: Bool { collectability >= 3 }
}

extension LoanAccount {
  /// How it stands; `nil` without a balance.
  func standing(asOf day: CivilDay) -> Standing? {
    let balance = outstanding(asOf: day)
    guard balance > 0 else { return nil }
    let paid = paid(by: day)
    var left = paid
    var overdue = Paid()
    var old: Int64 = 0
    for due in schedule.dues {
      let principal = min(left.principal, due.principal)
      let charge = min(left.charge, due.charge)
      left.principal -= principal
      left.charge -= charge
      guard due.day < day else { continue }
      overdue.principal += due.principal - principal
      overdue.charge += due.charge - charge
      if due.day.adding(months: 3) <= day { old += due.principal - principal }
    }
    return Standing(
      loan: life.number, ksm: life.ksm, balance: balance, overdue: overdue,
      overdueThreeMonths: old, finalDue: schedule.dues.last?.day ?? day,
      collectability: max(ageing(oldestUnpaid(paid), on: day), inherited(asOf: day)))
  }

  private func ageing(_ due: CivilDay?, on day: CivilDay) -> Int {
    guard let due, due < day else { return 1 }
    if due.adding(months: 9) < day { return 5 }
    if due.adding(months: 6) < day { return 4 }
    return due.adding(months: 3) <= day ? 3 : 2
  }

  /// The class that a successor keeps until three installments in a row were paid in time.
  private func inherited(asOf day: CivilDay) -> Int {
    guard life.predecessor != nil else { return 1 }
    var owed = Paid()
    var inTime = 0
    for due in schedule.dues where due.day <= day {
      owed.principal += due.principal
      owed.charge += due.charge
      let wasPaid = [paid(by: due.day), paid(by: day)].allSatisfy {
        $0.principal >= owed.principal && $0.charge >= owed.charge
      }
      inTime = wasPaid ? inTime + 1 : 0
      if inTime == 3 { return 1 }
    }
    return life.inheritedClass
  }
}
