// What moves no account: debts inside groups, whose money is held, and what became of profits.
extension BookAssembly {
  /// What members gave each other back, numbered in the order of the file; never more than others
  /// paid for them.
  mutating func settledDebts() -> [DebtSettlement] {
    var found: [DebtSettlement] = []
    var settled: [LoanID: [MemberPair: Rupiah]] = [:]
    for row in records.settlements {
      let number = draw(.debtSettlement)
      guard let loan = loans.first(where: { $0.id.number == row.loan }) else {
        note(.settlements, row.line, .unknown(column: "loan", value: "\(row.loan)"))
        continue
      }
      if row.on < loan.disbursedOn {
        note(
          .settlements, row.line,
          .dayBefore(column: "date", row.on, earliest: loan.disbursedOn))
      }
      settled[loan.id, default: [:]][row.pair, default: .zero] += row.amount
      let paid = repayments.filter { $0.loan == loan.id }.flatMap(\.members).filter {
        $0.member == row.pair.debtor && $0.payer == row.pair.creditor
      }.total(\.amount)
      let sum = settled[loan.id]?[row.pair] ?? .zero
      if paid < sum {
        note(
          .settlements, row.line,
          .sumDiffers(column: "amount_idr", found: sum, expected: paid))
      }
      found.append(
        DebtSettlement(
          loan: loan.id, number: number, pair: row.pair, amount: row.amount, on: row.on))
    }
    return found
  }

  /// What groups were given of the money that was nobody's; what takes back has the amount of what
  /// it takes back.
  mutating func assignedSuspense() -> [SuspenseAssignment] {
    var taken: Set<Int64> = []
    var given: [Int64: AssignmentRow] = [:]
    var found: [SuspenseAssignment] = []
    for row in records.assignments {
      pass(.suspenseAssignment, row.number)
      if given.updateValue(row, forKey: row.number) != nil {
        note(
          .suspense, row.line, .repeated(column: "assignment", value: "\(row.number)"))
      }
      if !records.ksms.contains(where: { $0.number == row.ksm }) {
        note(.suspense, row.line, .unknown(column: "ksm", value: "\(row.ksm)"))
      }
      if let number = row.takesBack {
        checkTaking(row, given[number].flatMap { $0.takesBack == nil ? $0 : nil })
        if !taken.insert(number).inserted {
          note(.suspense, row.line, .repeated(column: "takes_back", value: "\(number)"))
        }
      }
      found.append(
        SuspenseAssignment(
          number: row.number, ksm: KSMID(upk, row.ksm),
          amount: row.takesBack == nil ? row.amount : -row.amount, on: row.on, by: recorder,
          reason: row.reason, takesBack: row.takesBack))
    }
    return found
  }

  private mutating func checkTaking(_ row: AssignmentRow, _ given: AssignmentRow?) {
    guard let given, given.number != row.number, given.ksm == row.ksm else {
      return note(
        .suspense, row.line,
        .unknown(column: "takes_back", value: row.takesBack.map { "\($0)" } ?? ""))
    }
    if given.amount != row.amount {
      note(
        .suspense, row.line,
        .sumDiffers(column: "amount_idr", found: row.amount, expected: given.amount))
    }
    if row.on < given.on {
      note(.suspense, row.line, .dayBefore(column: "date", row.on, earliest: given.on))
    }
  }

  /// What the annual meetings made of profits, each year's parts together.
  mutating func allocatedProfits() -> [ProfitAllocation] {
    var order: [Int] = []
    for row in records.allocations where !order.contains(row.year) { order.append(row.year) }
    let found = order.compactMap { year in
      allocation(records.allocations.filter { $0.year == year })
    }
    checkBooked(found)
    return found
  }

  private mutating func allocation(_ rows: [AllocationRow]) -> ProfitAllocation? {
    guard let first = rows.first else { return nil }
    if let year = years.first(where: { $0.year == first.year }) {
      if first.on < year.closedOn {
        note(
          .allocations, first.line,
          .dayBefore(column: "date", first.on, earliest: year.closedOn))
      }
    } else {
      note(.allocations, first.line, .unknown(column: "year", value: "\(first.year)"))
    }
    var purposes: Set<ProfitPurpose> = []
    for row in rows {
      if !purposes.insert(row.part.purpose).inserted {
        note(
          .allocations, row.line,
          .repeated(column: "purpose", value: row.part.purpose.rawValue))
      }
      let pairs = [
        ("date", "\(row.on)", "\(first.on)"), ("minutes", row.minutes, first.minutes),
        (
          "decided_by", row.decidedBy.map { "\($0)" } ?? "",
          first.decidedBy.map { "\($0)" } ?? ""
        ),
      ]
      for (column, value, expected) in pairs where value != expected {
        note(
          .allocations, row.line,
          .differs(column: column, value: value, expected: expected))
      }
    }
    let whole = rows.map(\.part.hundredths).reduce(0, +)
    if whole != ProfitShare.whole {
      note(
        .allocations, first.line,
        .differs(
          column: "percent", value: Percentage(hundredths: whole).written, expected: "100"))
    }
    return ProfitAllocation(
      upk: upk, year: first.year, on: first.on, decidedBy: person(first.decidedBy),
      // A version of bounds is the number of one province.
      minutes: first.minutes, bounds: nil, lines: rows.map(\.part))
  }

  /// Vouchers of the day moved each part from 31040 to the account of its purpose.
  private mutating func checkBooked(_ allocations: [ProfitAllocation]) {
    var told: [Day: [AccountCode: Rupiah]] = [:]
    for allocation in allocations where begin.map({ $0 <= allocation.on }) ?? false {
      for part in allocation.lines {
        told[allocation.on, default: [:]][part.purpose.account, default: .zero] += part.amount
      }
    }
    for (day, accounts) in told.sorted(by: { $0.key < $1.key }) {
      let postings = vouchers.filter { $0.bookedOn == day }.flatMap(\.postings)
        .filter { $0.debit == .priorProfit }
      for (account, sum) in accounts.sorted(by: { $0.key < $1.key }) {
        let booked = postings.filter { $0.credit == account }.total(\.amount)
        guard booked < sum else { continue }
        let line = records.allocations.first { $0.on == day }?.line ?? 1
        note(
          .allocations, line,
          .sumDiffers(column: "amount_idr", found: sum, expected: booked))
      }
    }
  }

  /// The days of all that was decided beside the journal.
  var decisionDays: [Day] {
    restructurings.map(\.on) + settlements.map(\.on) + assignments.map(\.on)
      + allocations.map(\.on) + writeOffs.map(\.on)
      + writeOffs.flatMap { $0.recoveries.flatMap(\.days) }
      + writeOffs.compactMap { $0.waiver?.on }
  }
}
