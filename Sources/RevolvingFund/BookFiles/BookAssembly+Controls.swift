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

  /// Every loan's account is, at the end of every day, what its repayments leave.
  mutating func checkLoans() {
    guard let begin else { return }
    var moves: [Int64: [AccountCode: [Day: Rupiah]]] = [:]
    for voucher in vouchers {
      for posting in voucher.postings {
        for (account, sign, loan) in posting.sides {
          guard let loan, account == .loans || account == .serviceCharge else { continue }
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
    if state == .cancelled, let closedOn, closedOn <= day { return .zero }
    return principal - ledger.paid(by: day).principal
  }
}

extension Posting {
  /// Its accounts with what it does to each, and the loan that it belongs to there.
  fileprivate var sides: [(account: AccountCode, sign: Int64, loan: Int64?)] {
    [(debit, 1, loan), (credit, -1, fromLoan ?? loan)]
  }
}
