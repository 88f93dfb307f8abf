/// Records that a member gave another back what was paid for the own share.
///
/// What was given back already on a later day counts too. It moves no money of the UPK.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `notFound`, `dayInFuture`, `dayBefore` (the
/// disbursement), `memberDebtExceeded`.
public struct SettleMemberDebt: Command {
  public let loan: LoanID
  public let pair: MemberPair
  public let amount: Rupiah
  public let day: Day

  public init(loan: LoanID, pair: MemberPair, amount: Rupiah, day: Day) {
    self.loan = loan
    self.pair = pair
    self.amount = amount
    self.day = day
  }

  public var kind: CommandKind { .settleMemberDebt }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("debtor", pair.debtor)
    content.add("creditor", pair.creditor)
    content.add("amount", amount)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    RepaymentBooking.needs(loan, &keys)
    keys.debtSettlementsOf.insert(loan)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.loan(loan)
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.disbursedOn, .disbursed)
    let open = max(.zero, owed(facts).lowest(from: day))
    violations.require(
      amount <= open,
      .memberDebtExceeded(
        debtor: pair.debtor, creditor: pair.creditor, open: open, asked: amount))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .loan(loan))
    let settlement = DebtSettlement(
      loan: loan, number: effects.draw(.debtSettlement), pair: pair, amount: amount, on: day)
    effects.outcome.add("open", open - amount)
    effects.add(.memberDebtSettled(settlement))
    return effects
  }

  /// What the debtor owed, day by day: what stands of the payments, less what was given back; to
  /// oneself nobody owes anything.
  private func owed(_ facts: Facts) -> DailyBalance {
    var balance = DailyBalance()
    guard pair.debtor != pair.creditor else { return balance }
    for repayment in facts.repayments[loan] ?? [] {
      let paid = repayment.members.filter { $0.member == pair.debtor && $0.payer == pair.creditor }
        .total(\.amount)
      balance.add(paid, on: repayment.on)
      if let reversal = repayment.reversal { balance.add(.zero - paid, on: reversal.on) }
    }
    for settled in facts.debtSettlements[loan] ?? [] where settled.pair == pair {
      balance.add(.zero - settled.amount, on: settled.on)
    }
    return balance
  }
}
