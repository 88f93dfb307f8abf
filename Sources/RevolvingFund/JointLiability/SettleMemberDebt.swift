/// Records that a member gave another back what was paid for the own share.
///
/// It moves no money of the UPK. Refused with: `amountNotPositive`, `amountTooLarge`, `notFound`,
/// `dayInFuture`, `dayBefore` (the disbursement), `memberDebtExceeded`.
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
    let open = min(owed(found, facts, asOf: day), owed(found, facts, asOf: caller.today))
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

  /// What was owed by a day; what was settled later counts too where the day is today.
  private func owed(_ found: Loan, _ facts: Facts, asOf day: Day) -> Rupiah {
    JointLiability(
      found, repayments: facts.repayments[loan] ?? [],
      settlements: facts.debtSettlements[loan] ?? [], writeOff: nil, asOf: day
    ).debts.first { $0.pair == pair }?.amount ?? .zero
  }
}
