/// Holds a bank account of a month against the bank's statement (rules.md 2.12).
///
/// What an earlier month left open is matched too. Nothing is booked; a month is reconciled again
/// as a new version.
///
/// Refused with, lines by their number: `amountNotPositive` (a line that moves nothing),
/// `amountTooLarge`, `textTooLong`, `accountNotBank`, `statementEmpty`, `statementTooLong`,
/// `statementLineOutside`, `statementBroken` (a balance does not follow from the one before, or the
/// first from the month before), `dayInFuture`, `periodNotOver`.
public struct ReconcileBank: Command {
  public let upk: UPKID
  public let account: AccountCode
  public let month: Month
  public let lines: [StatementLine]
  public let day: Day

  /// The most lines of a statement.
  public static let limit = 1000

  public init(
    upk: UPKID, account: AccountCode, month: Month, lines: [StatementLine], day: Day
  ) {
    self.upk = upk
    self.account = account
    self.month = month
    self.lines = lines
    self.day = day
  }

  public var kind: CommandKind { .reconcileBank }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("account", account.number)
    content.add("month", month.description)
    for line in lines {
      content.add(
        "line.\(line.number)",
        "\(line.on)|\(line.amount.amount)|\(line.balance.amount)|\(line.text)")
    }
    content.add("on", day)
    return content
  }

  private var key: BankMonth { BankMonth(upk: upk, account: account, month: month) }

  public func needs(_ keys: inout Keys) {
    keys.bankMonths.insert(key)
    keys.reconciliations.formUnion([key, key.previous])
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard lines.count <= ReconcileBank.limit else {
      throw Refusal(.statementTooLong(lines: lines.count, limit: ReconcileBank.limit))
    }
    let before = facts.reconciliations[key.previous]
    var violations = Violations()
    violations.require(
      [.bank, .savingsBank].contains(account), .accountNotBank(account))
    for line in lines { violations.require(line, in: month) }
    violations.add(continuityViolations(after: before))
    violations.requirePast(day, caller)
    violations.require(month.last < day, .periodNotOver(month, day: day))
    guard let first = lines.first, let last = lines.last else {
      violations.add([.statementEmpty])
      throw violations.refusal(or: .statementEmpty)
    }
    try violations.check()

    let book = facts.bankMonths[key] ?? .empty
    var number: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      number = numbering.take(.reconciliation)
      return .reconciliation(upk, number: number)
    }
    let found = Reconciliation(
      upk: upk, number: number, account: account, month: month,
      version: (facts.reconciliations[key]?.version ?? 0) + 1, on: day,
      statementOpening: first.balance - first.amount, statementBalance: last.balance,
      ledgerBalance: book.closing, items: match(book, before).items)
    effects.add(.reconciliation(found))
    effects.report(found)
    return effects
  }

  /// Each balance follows from the one before, and the first from the month before, so that half a
  /// file, or one of another account, is not taken for the whole.
  private func continuityViolations(after before: Reconciliation?) -> [Rejection] {
    var held = before?.statementBalance
    var found: [Rejection] = []
    for line in lines where abs(line.amount) <= .limit && abs(line.balance) <= .limit {
      if let expected = held.map({ $0 + line.amount }), expected != line.balance {
        found.append(
          .statementBroken(line: line.number, expected: expected, found: line.balance))
      }
      held = line.balance
    }
    return found
  }

  private func match(_ book: BankBook, _ before: Reconciliation?) -> StatementMatch {
    let carriedBank = (before?.onlyInBank ?? []).compactMap { item in
      item.statement.map {
        StatementMatch.Candidate(side: $0, amount: item.amount, isCarried: true)
      }
    }
    let carriedBooks = (before?.onlyInBooks ?? []).compactMap { item in
      item.booking.map { StatementMatch.Candidate(side: $0, amount: item.amount, isCarried: true) }
    }
    let new = lines.map {
      StatementMatch.Candidate(
        side: ReconciliationItem.Statement(on: $0.on, text: $0.text), amount: $0.amount,
        isCarried: false)
    }
    let posted = book.entries.filter { $0.amount != .zero }.map {
      StatementMatch.Candidate(
        side: ReconciliationItem.Booking(
          on: $0.on, voucher: $0.voucher, reference: $0.reference), amount: $0.amount,
        isCarried: false)
    }
    let reversals = book.entries.reduce(into: [:]) { $0[$1.voucher] = $1.reverses }
    return StatementMatch(
      bank: carriedBank + new, books: (carriedBooks + posted).withoutReversed(by: reversals))
  }
}

extension [StatementMatch.Candidate<ReconciliationItem.Booking>] {
  /// Without vouchers that were taken back, and what took them back: no bank ever sees them.
  fileprivate func withoutReversed(
    by reversals: [VoucherNumber: VoucherNumber]
  ) -> Self {
    let there = Set(map(\.side.voucher))
    let pairs = reversals.filter { there.contains($0.key) && there.contains($0.value) }
    let gone = Set(pairs.keys).union(pairs.values)
    return filter { !gone.contains($0.side.voucher) }
  }
}

extension Effects {
  fileprivate mutating func report(_ found: Reconciliation) {
    outcome.add("version", found.version)
    outcome.add("statement", found.statementBalance)
    outcome.add("ledger", found.ledgerBalance)
    outcome.add("matched", found.matched.count)
    outcome.add("only_in_bank", found.onlyInBank.count)
    outcome.add("only_in_bank_amount", found.onlyInBank.total(\.amount))
    outcome.add("only_in_books", found.onlyInBooks.count)
    outcome.add("only_in_books_amount", found.onlyInBooks.total(\.amount))
    outcome.add("unexplained", found.unexplained)
    outcome.add("is_reconciled", "\(found.isReconciled)")
  }
}

extension Violations {
  fileprivate mutating func require(_ line: StatementLine, in month: Month) {
    require(line.amount != .zero, .amountNotPositive(field: .line(line.number), line.amount))
    for amount in [line.amount, line.balance] {
      require(abs(amount) <= .limit, .amountTooLarge(field: .line(line.number), amount))
    }
    requireLength(line.text, .description, atMost: 200, line: line.number)
    require(
      line.on.month == month, .statementLineOutside(line: line.number, line.on, month))
  }
}

/// The amount without its sign; the smallest number has none.
private func abs(_ amount: Rupiah) -> Rupiah {
  amount.amount == .min ? Rupiah(.max) : max(amount, -amount)
}
