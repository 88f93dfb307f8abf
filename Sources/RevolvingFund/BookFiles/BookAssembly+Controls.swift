// What must agree before anything is booked (rules.md 2.12).
extension BookAssembly {
  /// Groups, members, loans, receipts and assets are numbered from 1 without a gap.
  mutating func checkNumbers() {
    check(records.ksms.map { ($0.line, $0.number) }, .ksms, column: "ksm")
    for (_, rows) in Dictionary(grouping: records.members, by: \.ksm).sorted(by: { $0.key < $1.key }
    ) {
      check(rows.map { ($0.line, $0.number) }, .members, column: "member")
    }
    check(records.loans.map { ($0.line, $0.number) }, .loans, column: "loan")
    let numbers = repayments.map(\.number) + repayments.compactMap { $0.reversal?.number }
    check(numbers.map { (1, $0) }, .repayments, column: "repayment")
    check(records.assets.map { ($0.line, $0.number) }, .assets, column: "asset")
    check(
      records.assignments.map { ($0.line, $0.number) }, .suspense, column: "assignment")
  }

  private mutating func check(
    _ numbers: [(line: Int, number: Int64)], _ file: BookFileKind, column: String
  ) {
    guard let last = numbers.max(by: { $0.number < $1.number }), last.number > numbers.count else {
      return
    }
    note(
      file, last.line,
      .differs(column: column, value: "\(last.number)", expected: "\(numbers.count)"))
  }

  /// The members who are held to a loan: also those who paid the own share of the loan before.
  func held(to loan: Loan) -> [Int64] {
    let before = loans.first { $0.id == loan.succession?.predecessor }
    return Set((loan.shares + (before?.shares ?? [])).map(\.member)).sorted()
  }

  /// Nobody is held to two loans.
  mutating func checkNames() {
    var names: Set<Int64> = []
    for loan in loans where loan.holdsNames {
      let borrowers = records.members.filter { row in
        row.ksm == loan.ksm.number && held(to: loan).contains(row.number)
      }
      for person in borrowers.map(\.person) where !names.insert(person).inserted {
        let line = records.loans.first { $0.number == loan.id.number }?.line ?? 1
        note(.loans, line, .personBorrowsElsewhere(person))
      }
    }
  }

  /// Every loan's account is, at the end of every day, what its repayments leave.
  mutating func checkLoans() {
    guard let begin else { return }
    var moves: [Int64: [AccountCode: [Day: Rupiah]]] = [:]
    for voucher in vouchers {
      for posting in voucher.postings {
        for (account, sign, loan) in posting.sides {
          guard let loan, [.loans, .serviceCharge, .creditIncome].contains(account) else {
            continue
          }
          moves[loan, default: [:]][account, default: [:]][voucher.bookedOn, default: .zero] +=
            Rupiah(sign * posting.amount.amount)
        }
      }
    }
    for loan in loans {
      let line = records.loans.first { $0.number == loan.id.number }?.line ?? 1
      let ledger = loan.ledger(repayments.filter { $0.loan == loan.id })
      guard ledger.isSound else {
        note(.loans, line, .moreThanDebt)
        continue
      }
      checkShares(of: loan, line)
      compare(loan, ledger, moves[loan.id.number] ?? [:], from: begin, line)
    }
    for claim in writeOffs { compare(claim, moves[claim.loan.number] ?? [:], from: begin) }
  }

  private mutating func checkShares(of loan: Loan, _ line: Int) {
    for ((share, paid), schedule) in zip(
      zip(loan.shares, loan.memberPaid), loan.memberSchedules)
    where paid > schedule.principal + schedule.serviceCharge {
      note(.loans, line, .shareOverpaid(member: share.member))
    }
  }

  private mutating func compare(
    _ loan: Loan, _ ledger: LoanLedger, _ moves: [AccountCode: [Day: Rupiah]], from begin: Day,
    _ line: Int
  ) {
    let eve = begin.addingDays(-1)
    let days = Set(
      moves.values.flatMap(\.keys) + ledger.days.map(\.on).filter { begin <= $0 }
        + [max(begin, loan.disbursedOn)] + [loan.closedOn].compactMap(\.self).filter { begin <= $0 }
    ).sorted()
    for account in [AccountCode.loans, .serviceCharge] {
      var found = Rupiah.zero
      for day in days {
        found += moves[account]?[day] ?? .zero
        let expected =
          account == .loans
          ? loan.balance(ledger, on: day)
          : ledger.paid(by: eve).serviceCharge - ledger.paid(by: day).serviceCharge
        guard found != expected else { continue }
        note(.loans, line, .ledgerDiffers(account, on: day, found: found, expected: expected))
        break
      }
    }
  }

  /// What came in on a claim is what 41030 earned from its loan.
  private mutating func compare(
    _ claim: WriteOff, _ moves: [AccountCode: [Day: Rupiah]], from begin: Day
  ) {
    let line = records.writeOffs.first { $0.loan == claim.loan.number }?.line ?? 1
    let before = claim.recovered(by: begin.addingDays(-1)).total
    let own = moves[.creditIncome] ?? [:]
    let days = Set(own.keys).union(claim.recoveries.flatMap(\.days).filter { begin <= $0 })
    var found = Rupiah.zero
    for day in days.sorted() {
      found += own[day] ?? .zero
      let expected = before - claim.recovered(by: day).total
      guard found != expected else { continue }
      return note(
        .writeOffs, line,
        .ledgerDiffers(.creditIncome, on: day, found: found, expected: expected))
    }
  }

  /// What is held is there at the end of every day: for each group that was given some, and for
  /// nobody.
  mutating func checkSuspense() {
    guard !assignments.isEmpty else { return }
    var held: [Int64: DailyBalance] = [:]
    for voucher in vouchers {
      for posting in voucher.postings {
        for (account, sign, _) in posting.sides where account == .suspense {
          held[posting.ksm ?? 0, default: DailyBalance()].add(
            Rupiah(-sign * posting.amount.amount), on: voucher.bookedOn)
        }
      }
    }
    for given in assignments {
      held[given.ksm.number, default: DailyBalance()].add(given.amount, on: given.on)
      held[0, default: DailyBalance()].add(-given.amount, on: given.on)
    }
    for row in records.assignments {
      for owner in [row.ksm, 0] {
        let lowest = held[owner]?.lowest(from: Day(epochDays: 0)) ?? .zero
        guard lowest < .zero else { continue }
        note(
          .suspense, row.line,
          .sumDiffers(
            column: "amount_idr", found: row.amount, expected: max(.zero, row.amount + lowest)))
        break
      }
    }
  }

  /// Savers' money is there at the end of every day (rules.md 0, ruling 13).
  mutating func checkSavings() {
    guard let begin else { return }
    let pool = vouchers.reduce(SavingsPool.empty) { $0.booking($1.postings, on: $1.bookedOn) }
    guard let short = pool.shortfall(from: begin) else { return }
    let line =
      records.vouchers.first { $0.on == short.on }?.line ?? records.vouchers.first?.line ?? 1
    note(
      records.vouchers.isEmpty ? .opening : .vouchers, line,
      .savingsNotCovered(on: short.on, held: short.held, owed: short.owed))
  }
}

extension Loan {
  /// What its account must hold at the end of a day.
  fileprivate func balance(_ ledger: LoanLedger, on day: Day) -> Rupiah {
    guard disbursedOn <= day else { return .zero }
    if state != .paidOff, let closedOn, closedOn <= day { return .zero }
    return principal - ledger.paid(by: day).principal
  }
}

extension Posting {
  /// Its accounts with what it does to each, and the loan that it belongs to there.
  fileprivate var sides: [(account: AccountCode, sign: Int64, loan: Int64?)] {
    [(debit, 1, loan), (credit, -1, fromLoan ?? loan)]
  }
}
