/// Books savings that a group took back: never more than it has, nor than the account holds, on
/// that day or any later one that something was booked on.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (an empty reference),
/// `textTooLong`, `notFound`, `dayInFuture`, `dayBefore` (the group was formed),
/// `insufficientFunds`, `accountNotForSavings`, `savingsExceeded`, `savingsNotCovered`,
/// `referenceUsed`.
public struct WithdrawSavings: Command {
  public let ksm: KSMID
  public let amount: Rupiah
  /// Where the money came from: 11012 or 11022.
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

  public var kind: CommandKind { .withdrawSavings }
  public var stream: UPKID { ksm.upk }
  public var content: Content { movement.content }

  public func needs(_ keys: inout Keys) { movement.needs(&keys) }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let group = facts.ksms[ksm] else {
      throw Refusal(.notFound(.ksm, name: "\(ksm.number)"))
    }
    var violations = movement.violations(of: group, facts, caller)
    let saved = (facts.savings[ksm] ?? .empty).available(on: day)
    violations.require(
      amount <= saved, .savingsExceeded(ksm: ksm.number, available: saved, asked: amount))
    if AccountCode.ofSavers.contains(account) {
      let held = (facts.savingsPools[stream] ?? .empty).available(in: account, on: day)
      violations.require(
        amount <= held, .insufficientFunds(account, available: held, asked: amount))
      if Violations.isAmount(amount) {
        violations.add(facts.coverViolations([posting], on: day, in: stream))
      }
    }
    try violations.check()

    return movement.effects(
      facts, "Pengambilan tabungan KSM \(ksm.number)", posting, adding: -amount)
  }

  private var posting: Posting {
    Posting(debit: .savings, credit: account, amount: amount, ksm: ksm.number)
  }

  private var movement: SavingsMovement {
    SavingsMovement(ksm: ksm, amount: amount, account: account, reference: reference, day: day)
  }
}
