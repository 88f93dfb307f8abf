/// Brings savings that were received in cash to the savers' bank account: 11022 / 11012.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (an empty reference),
/// `textTooLong`, `dayInFuture`, `insufficientFunds`, `savingsNotCovered`, `referenceUsed`.
public struct BankSavings: Command {
  public let upk: UPKID
  public let amount: Rupiah
  /// The number on the bank's slip.
  public let reference: String?
  public let day: Day

  public init(upk: UPKID, amount: Rupiah, reference: String?, day: Day) {
    self.upk = upk
    self.amount = amount
    self.reference = reference
    self.day = day
  }

  public var kind: CommandKind { .bankSavings }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("amount", amount)
    if let reference { content.add("reference", reference) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.savingsPools.insert(upk)
    if let reference {
      keys.references.insert(ReferenceKey(upk: upk, reference: reference))
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    let held = (facts.savingsPools[upk] ?? .empty).available(in: .savingsCash, on: day)
    violations.require(
      amount <= held, .insufficientFunds(.savingsCash, available: held, asked: amount))
    if Violations.isAmount(amount) {
      violations.add(facts.coverViolations([posting], on: day, in: upk))
    }
    violations.requireUnused(reference, line: nil, in: upk, facts)
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .journal(upk))
    effects.post(on: day, "Setor tabungan ke bank", reference: reference, [posting])
    effects.outcome.add("cash", held - amount)
    return effects
  }

  private var posting: Posting {
    Posting(debit: .savingsBank, credit: .savingsCash, amount: amount)
  }
}
