/// Books money received on a loan and says what it paid off, whose share, and who brought it
/// (rules.md 0, ruling 7).
///
/// Of an earlier day than other payments it changes how those split: each of their days gets a
/// correcting voucher, so that the loan and account 11030 agree at the end of every day.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (an empty reference),
/// `textTooLong`, `notFound` (the loan, or a member without a share), `dayInFuture`, `dayBefore`
/// (the disbursement), `loanNotActive`, `repaymentExceedsDebt`, `memberPaymentsDoNotSum`,
/// `shareOverpaid`, `accountNotForLending`, `referenceUsed`.
public struct RecordRepayment: Command {
  public let loan: LoanID
  public let amount: Rupiah
  /// Where the money went: cash or the fund's bank account.
  public let account: AccountCode
  /// The number on the paper receipt.
  public let reference: String?
  /// For whose share it is and who brought it; empty for the usual split.
  public let members: [MemberPayment]
  public let excess: ExcessRule
  public let day: Day

  public init(
    loan: LoanID, amount: Rupiah, account: AccountCode, reference: String?,
    members: [MemberPayment] = [], excess: ExcessRule = .refuse, day: Day
  ) {
    self.loan = loan
    self.amount = amount
    self.account = account
    self.reference = reference
    self.members = members
    self.excess = excess
    self.day = day
  }

  public var kind: CommandKind { .recordRepayment }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = paperContent
    content.add("account", Int64(account.number))
    if let reference { content.add("reference", reference) }
    for (index, payment) in members.enumerated() {
      content.add(
        "member.\(index + 1)", "\(payment.member)|\(payment.payer)|\(payment.amount.amount)")
    }
    if excess == .hold { content.add("excess", excess.rawValue) }
    return content
  }

  /// The paper says that it is the same money: sent again under another id it is not booked again.
  public var paper: Paper? {
    reference.map {
      Paper(key: ReferenceKey(upk: stream, reference: $0), content: paperContent)
    }
  }

  private var paperContent: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("amount", amount)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.loans.insert(loan)
    keys.paymentsOf.insert(loan)
    if let reference {
      keys.references.insert(ReferenceKey(upk: stream, reference: reference))
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.loan(loan)
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.disbursedOn, .disbursed)
    violations.require(found.state == .active, .loanNotActive(found.state))
    violations.require(
      account == .cash || account == .bank, .accountNotForLending(account))
    violations.requireUnused(reference, line: nil, in: stream, facts)
    let checked = booking.check(found, facts, &violations)
    try violations.check()
    return booking.book(checked, facts, for: caller)
  }

  private var booking: RepaymentBooking {
    RepaymentBooking(
      loan: loan, amount: amount, account: account, reference: reference, day: day,
      members: members, excess: excess, saving: .withInstallment, title: "Angsuran pinjaman")
  }
}

extension Violations {
  /// A paper's number that no voucher of the UPK carries yet.
  mutating func requireUnused(
    _ reference: String?, line: Int?, in upk: UPKID, _ facts: Facts
  ) {
    guard let reference else { return }
    require(reference, .reference, atMost: 60, line: line)
    let key = ReferenceKey(upk: upk, reference: reference)
    require(
      !facts.usedReferences.contains(key),
      .referenceUsed(line: line ?? 1, reference: reference, holder: facts.paperHolders[key]))
  }
}
