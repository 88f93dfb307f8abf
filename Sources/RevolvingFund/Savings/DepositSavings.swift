/// Books savings that a group brought, in cash or straight to the savers' bank account.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (an empty reference),
/// `textTooLong`, `notFound`, `dayInFuture`, `dayBefore` (the group was formed),
/// `accountNotForSavings`, `savingsNotCovered`, `referenceUsed`.
public struct DepositSavings: Command {
  public let ksm: KSMID
  public let amount: Rupiah
  /// Where the money went: 11012 or 11022.
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

  public var kind: CommandKind { .depositSavings }
  public var stream: UPKID { ksm.upk }
  public var content: Content { movement.content }

  public func needs(_ keys: inout Keys) { movement.needs(&keys) }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let group = facts.ksms[ksm] else {
      throw Refusal(.notFound(.ksm, name: "\(ksm.number)"))
    }
    var violations = movement.violations(of: group, facts, caller)
    let isForSavings = AccountCode.ofSavers.contains(account)
    if isForSavings && Violations.isAmount(amount) {
      violations.add(facts.coverViolations([posting], on: day, in: stream))
    }
    try violations.check()

    return movement.effects(facts, "Tabungan KSM \(ksm.number)", posting, adding: amount)
  }

  private var posting: Posting {
    Posting(debit: account, credit: .savings, amount: amount, ksm: ksm.number)
  }

  private var movement: SavingsMovement {
    SavingsMovement(ksm: ksm, amount: amount, account: account, reference: reference, day: day)
  }
}
