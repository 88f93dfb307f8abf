/// Gives a group back what it paid too much and was held for it: 21030 / 11010 or 11021.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (an empty reference),
/// `textTooLong`, `notFound`, `dayInFuture`, `accountNotForLending`, `insufficientFunds`,
/// `suspenseExceeded`, `referenceUsed`.
public struct RefundSuspense: Command {
  public let ksm: KSMID
  public let amount: Rupiah
  /// Where the money comes from: cash or the fund's bank account.
  public let account: AccountCode
  /// The number on the paper receipt.
  public let reference: String?
  public let day: Day

  public init(
    ksm: KSMID, amount: Rupiah, account: AccountCode, reference: String?, day: Day
  ) {
    self.ksm = ksm
    self.amount = amount
    self.account = account
    self.reference = reference
    self.day = day
  }

  public var kind: CommandKind { .refundSuspense }
  public var stream: UPKID { ksm.upk }
  public var content: Content {
    var content = Content()
    content.add("ksm", ksm.number)
    content.add("amount", amount)
    content.add("account", account.number)
    if let reference { content.add("reference", reference) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.ksms.insert(ksm)
    keys.suspenseOf.insert(ksm)
    keys.balances.insert(AccountKey(upk: stream, account: account))
    if let reference {
      keys.references.insert(ReferenceKey(upk: stream, reference: reference))
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard facts.ksms[ksm] != nil else {
      throw Refusal(.notFound(.ksm, name: "\(ksm.number)"))
    }
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    let isForLending = account == .cash || account == .bank
    violations.require(isForLending, .accountNotForLending(account))
    let held = facts.balances[AccountKey(upk: stream, account: account)] ?? .zero
    violations.require(
      amount <= held || !isForLending,
      .insufficientFunds(account, available: held, asked: amount))
    let owed = facts.suspenseAvailable(ksm, on: day)
    violations.require(
      amount <= owed, .suspenseExceeded(ksm: ksm.number, available: owed, asked: amount))
    violations.requireUnused(reference, line: nil, in: stream, facts)
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .ksm(ksm))
    effects.post(
      on: day, "Pengembalian titipan KSM \(ksm.number)", reference: reference,
      [Posting(debit: .suspense, credit: account, amount: amount, ksm: ksm.number)])
    effects.outcome.add("balance", owed - amount)
    return effects
  }
}

extension Facts {
  /// What is held for a group on a day, and on every later one.
  func suspenseAvailable(_ ksm: KSMID, on day: Day) -> Rupiah {
    max(.zero, suspense[ksm]?.lowest(from: day) ?? .zero)
  }
}
