/// Posts vouchers of the bookkeeper, all of them or none.
///
/// A bank's fee or tax on the savers' account is paid by the fund: the same voucher moves as much
/// from 11021 to 11022 (rules.md 0, ruling 13).
///
/// Refused with, each naming the line: `amountNotPositive`, `amountTooLarge`, `textMissing`,
/// `textTooLong`, `dayInFuture`, `cashierMayNotPost` (who kept the cash on the voucher's day or
/// keeps it now), `savingsNotCovered`, `unnamedExceeded`, `vouchersMissing`, `tooManyVouchers`,
/// `accountUnknown`, `accountControlled`, `accountsEqual`, `fundForLendingOnly`, `incomeSpent`,
/// `referenceUsed` (before or twice in the list).
public struct PostJournal: Command {
  public let upk: UPKID
  public let lines: [Line]

  /// The most vouchers in one command.
  public static let limit = 1000

  /// A voucher as written by hand: one movement.
  public struct Line: Hashable, Sendable {
    /// Where it stands in what the caller sent, counted from 1.
    public let number: Int
    public let day: Day
    public let description: String
    public let debit: AccountCode
    public let credit: AccountCode
    public let amount: Rupiah
    public let reference: String?

    public init(
      number: Int, day: Day, description: String, debit: AccountCode, credit: AccountCode,
      amount: Rupiah, reference: String?
    ) {
      self.number = number
      self.day = day
      self.description = description
      self.debit = debit
      self.credit = credit
      self.amount = amount
      self.reference = reference
    }
  }

  public init(upk: UPKID, lines: [Line]) {
    self.upk = upk
    self.lines = lines
  }

  public var kind: CommandKind { .postJournal }
  public var stream: UPKID { upk }
  /// The latest day of its vouchers.
  public var day: Day { lines.map(\.day).max() ?? Day(epochDays: 0) }
  public var bookedDays: [BookedDay] { lines.map { BookedDay($0.day, line: $0.number) } }
  public var content: Content {
    var content = Content()
    for line in lines {
      // The description comes last and the reference apart: either may hold any character.
      content.add(
        "voucher.\(line.number)",
        "\(line.day)|\(line.debit.number)|\(line.credit.number)|\(line.amount.amount)|"
          + line.description)
      if let reference = line.reference {
        content.add("voucher.\(line.number).reference", reference)
      }
    }
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.accountsOf.insert(upk)
    for reference in lines.compactMap(\.reference) {
      keys.references.insert(ReferenceKey(upk: upk, reference: reference))
    }
    if lines.contains(where: {
      $0.debit.isPaidFromIncome || [.liability, .cost].contains($0.debit.kind)
    }) {
      keys.movements.insert(movements)
    }
    if lines.contains(where: { $0.debit.kind == .cost }) { keys.budgetsOf.insert(upk) }
    if lines.contains(where: \.movesSavings) { keys.savingsPools.insert(upk) }
    if lines.contains(where: { $0.debit == .suspense }) { keys.unnamedSuspenseOf.insert(upk) }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard lines.count <= PostJournal.limit else {
      throw Refusal(.tooManyVouchers(count: lines.count, limit: PostJournal.limit))
    }
    var violations = Violations()
    violations.require(!lines.isEmpty, .vouchersMissing)
    var seen: Set<String> = []
    for line in lines {
      violations.require(line, in: upk, facts, caller)
      if let reference = line.reference, !seen.insert(reference).inserted {
        violations.add([.referenceUsed(line: line.number, reference: reference)])
      }
    }
    violations.add(incomeViolations(facts.movements[movements] ?? []))
    violations.add(liabilityViolations(facts.movements[movements] ?? []))
    violations.add(coverViolations(facts.savingsPools[upk] ?? .empty))
    violations.add(suspenseViolations(facts.unnamedSuspense[upk] ?? DailyBalance()))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .journal(upk))
    for line in lines {
      effects.post(
        on: line.day, line.description, reference: line.reference, line.postings)
    }
    effects.outcome.add("vouchers", lines.count)
    let warnings = warnings(facts.movements[movements] ?? [], facts.budgets[upk] ?? [])
    if !warnings.overBudget.isEmpty {
      effects.outcome.add("over_budget", list(warnings.overBudget.map { "\($0.number)" }))
    }
    if !warnings.overOperatingLimit.isEmpty {
      effects.outcome.add(
        "over_operating_limit", list(warnings.overOperatingLimit.map { "\($0)" }))
    }
    return effects
  }
}

extension Violations {
  fileprivate mutating func require(
    _ line: PostJournal.Line, in upk: UPKID, _ facts: Facts, _ caller: Caller
  ) {
    require(line.amount, .line(line.number))
    require(line.description, .description, line: line.number)
    requirePast(line.day, caller, line: line.number)
    requireNoCashier(caller, at: upk, on: line.day, line: line.number, facts)
    for account in [line.debit, line.credit] {
      require(
        facts.accounts[upk]?.contains(account) ?? false,
        .accountUnknown(line: line.number, account))
      require(
        !AccountCode.controlled.contains(account)
          || account == .savingsBank && line.mayMoveSavingsBank,
        .accountControlled(line: line.number, account))
    }
    require(line.debit != line.credit, .accountsEqual(line: line.number, line.debit))
    require(!line.drainsFund, .fundForLendingOnly(line: line.number, line.debit))
    requireUnused(line.reference, line: line.number, in: upk, facts)
  }
}
