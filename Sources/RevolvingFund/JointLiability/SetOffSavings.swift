/// Pays what is overdue on a loan with the group's own savings, as its agreement allows (rules.md
/// 4.5; ruling 13): 21020 / 11030 and 41010, and as much from the savers' bank account to the
/// fund's.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `notFound`, `dayInFuture`, `dayBefore`
/// (the disbursement), `loanNotActive`, `repaymentExceedsDebt`, `insufficientFunds`,
/// `savingsExceeded`, `savingsNotCovered`, `setOffNotAgreed`, `setOffAboveArrears`.
public struct SetOffSavings: Command {
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

  public var kind: CommandKind { .setOffSavings }
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
    keys.savingsOf.insert(ksm)
    keys.savingsPools.insert(stream)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.loan(loan, of: ksm)
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.disbursedOn, .disbursed)
    violations.require(found.state == .active, .loanNotActive(found.state))
    violations.require(facts.setOffConsents.contains(loan), .setOffNotAgreed(loan: loan.number))
    let checked = booking.check(found, facts, &violations)
    let arrears = arrears(of: found, checked.ledger)
    violations.require(
      amount <= arrears || found.state != .active,
      .setOffAboveArrears(amount: amount, arrears: arrears))
    violations.add(savingsViolations(facts))
    try violations.check()
    return booking.book(checked, facts, for: caller)
  }

  /// All that is overdue: late fee, service charge and principal.
  private func arrears(of found: Loan, _ ledger: LoanLedger) -> Rupiah {
    let position = LoanPosition(
      loan: loan, ksm: ksm, schedule: ledger.schedule, paid: ledger.paid, asOf: day)
    return position.overduePrincipal + position.overdueServiceCharge
      + ledger.lateFeeOwed(on: day, found)
  }

  private func savingsViolations(_ facts: Facts) -> [Rejection] {
    var found: [Rejection] = []
    let saved = (facts.savings[ksm] ?? .empty).available(on: day)
    if amount > saved {
      found.append(.savingsExceeded(ksm: ksm.number, available: saved, asked: amount))
    }
    let pool = facts.savingsPools[stream] ?? .empty
    let banked = pool.available(in: .savingsBank, on: day)
    if amount > banked {
      found.append(.insufficientFunds(.savingsBank, available: banked, asked: amount))
    }
    guard Violations.isAmount(amount) else { return found }
    let taken = Posting(debit: .savings, credit: .loans, amount: amount, ksm: ksm.number)
    return found + facts.coverViolations([taken, move], on: day, in: stream)
  }

  private var move: Posting { Posting(debit: .bank, credit: .savingsBank, amount: amount) }

  private var booking: RepaymentBooking {
    RepaymentBooking(
      loan: loan, amount: amount, account: .savings, reference: nil, day: day, members: [],
      excess: .refuse, saving: .none, title: "Tanggung renteng pinjaman")
  }
}
