// What the fund's money and the savers' may not be used for by a manual voucher.

extension PostJournal {
  /// Everything that is booked up to the end of the last year of its vouchers.
  var movements: MovementsKey {
    MovementsKey(upk: upk, upTo: Month(year: day.year, month: 12).last)
  }

  /// Lines that spend more than is left of their year's income, counting all that is booked in it
  /// and the lines before that were not refused themselves (rules.md 0, ruling 12).
  func incomeViolations(_ movements: [TrialBalance.Movement]) -> [Rejection] {
    guard lines.contains(where: \.debit.isPaidFromIncome) else { return [] }
    var uses: [Int: FundUse] = [:]
    var found: [Rejection] = []
    for line in lines where Violations.isAmount(line.amount) {
      let year = line.day.year
      let before =
        uses[year]
        ?? FundUse(
          TrialBalance(asOf: Month(year: year, month: 12).last, movements: movements))
      let after = before.booking(debit: line.debit, credit: line.credit, amount: line.amount)
      // A line that moves cost between accounts spends nothing.
      let spends = line.debit.isPaidFromIncome && after.unspent < before.unspent
      let isRefused = spends && after.isEroded
      uses[year] = isRefused ? before : after
      if isRefused {
        found.append(
          .incomeSpent(
            line: line.number, line.debit, unspent: before.unspent, asked: line.amount))
      }
    }
    return found
  }

  /// Lines that pay more of a liability than is owed, counting the lines before (B-30).
  ///
  /// What nobody is owed would be the fund's money given away.
  func liabilityViolations(_ movements: [TrialBalance.Movement]) -> [Rejection] {
    let paying = lines.filter { $0.takesFundMoney && $0.debit.kind == .liability }
    guard !paying.isEmpty else { return [] }
    let trial = TrialBalance(asOf: Month(year: day.year, month: 12).last, movements: movements)
    var owed: [AccountCode: Rupiah] = [:]
    var found: [Rejection] = []
    for line in lines where Violations.isAmount(line.amount) {
      if line.credit.kind == .liability {
        owed[line.credit, default: trial.balance(line.credit)] += line.amount
      }
      guard line.debit.kind == .liability else { continue }
      let before = owed[line.debit] ?? trial.balance(line.debit)
      guard line.takesFundMoney, before < line.amount else {
        owed[line.debit] = before - line.amount
        continue
      }
      found.append(.fundForLendingOnly(line: line.number, line.debit))
    }
    return found
  }

  /// Lines that take more of 21030 than is on it without a group, on their day or a later one,
  /// counting the lines before: what is held for groups goes by the group's own commands.
  func suspenseViolations(_ unnamed: DailyBalance) -> [Rejection] {
    var unnamed = unnamed
    var found: [Rejection] = []
    for line in lines where Violations.isAmount(line.amount) && line.debit != line.credit {
      if line.credit == .suspense { unnamed.add(line.amount, on: line.day) }
      guard line.debit == .suspense else { continue }
      let available = max(.zero, unnamed.lowest(from: line.day))
      guard line.amount <= available else {
        found.append(
          .unnamedExceeded(line: line.number, available: available, asked: line.amount))
        continue
      }
      unnamed.add(-line.amount, on: line.day)
    }
    return found
  }

  /// Lines after which the savings are not covered (rules.md 0, ruling 13).
  func coverViolations(_ pool: SavingsPool) -> [Rejection] {
    var pool = pool
    var found: [Rejection] = []
    for line in lines
    where line.movesSavings && line.mayMoveSavingsBank && Violations.isAmount(line.amount) {
      let after = pool.booking(line.postings, on: line.day)
      if let short = after.shortfall(from: line.day) {
        found.append(
          .savingsNotCovered(
            held: short.held, owed: short.owed, on: short.on, line: line.number))
      } else {
        pool = after
      }
    }
    return found
  }
}

extension PostJournal.Line {
  /// What it books; its amount must be above zero and its accounts must differ.
  var postings: [Posting] {
    let written = Posting(debit: debit, credit: credit, amount: amount)
    guard credit == .savingsBank, isBankCost else { return [written] }
    return [written, Posting(debit: .savingsBank, credit: .bank, amount: amount)]
  }

  var movesSavings: Bool { debit == .savingsBank || credit == .savingsBank }

  /// Whether it moves 11022 as a manual voucher may: by the bank's fee or tax, by its interest, and
  /// by what of that is moved to the fund.
  var mayMoveSavingsBank: Bool {
    credit == .savingsBank ? isBankCost || debit == .bank : credit == .otherIncome
  }

  var takesFundMoney: Bool { credit == .cash || credit == .bank }

  /// Whether it takes the fund's money to where it never goes: out of its equity or its income, or
  /// to cost that is only reckoned and not paid (002 §LKM-1b; B-30).
  var drainsFund: Bool {
    takesFundMoney
      && ([.equity, .income].contains(debit.kind) || AccountCode.notPaid.contains(debit))
  }

  private var isBankCost: Bool { debit == .bankFees || debit == .bankTax }
}

extension AccountCode {
  /// Wear and risk are reckoned; nobody is paid for them.
  fileprivate static let notPaid: Set<AccountCode> = [
    .depreciation, .accumulatedDepreciation, .provision,
  ]
}
