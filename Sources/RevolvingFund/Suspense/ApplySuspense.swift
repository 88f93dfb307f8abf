/// Pays a group's loan with what is held for the group: 21030 / 11030 and 41010.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `notFound`, `dayInFuture`, `dayBefore`
/// (the disbursement), `loanNotActive`, `repaymentExceedsDebt`, `suspenseExceeded`.
public struct ApplySuspense: Command {
  public let loan: LoanID
  /// The group of the loan.
  public let ksm: KSMID
  public let amount: Rupiah
  public let day: Day

  public init(loan: LoanID, ksm: KSMID, amount: Rupiah, day: Day) {
    self.loan = loan
    self.ksm = ksm
    self.amount = amount
    self.day = day
  }

  public var kind: CommandKind { .applySuspense }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("amount", amount)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    RepaymentBooking.needs(loan, &keys)
    keys.suspenseOf.insert(ksm)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.loan(loan, of: ksm)
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.disbursedOn, .disbursed)
    violations.require(found.state == .active, .loanNotActive(found.state))
    let held = facts.suspenseAvailable(ksm, on: day)
    violations.require(
      amount <= held, .suspenseExceeded(ksm: ksm.number, available: held, asked: amount))
    let checked = booking.check(found, facts, &violations)
    try violations.check()
    return booking.book(checked, facts, for: caller)
  }

  private var booking: RepaymentBooking {
    RepaymentBooking(
      loan: loan, amount: amount, account: .suspense, reference: nil, day: day, members: [],
      excess: .refuse, saving: .none, title: "Titipan untuk pinjaman")
  }
}
