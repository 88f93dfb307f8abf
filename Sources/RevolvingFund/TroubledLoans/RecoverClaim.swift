/// Books money that came in on the claim of a loan written off: income of the fund, and so much
/// less to claim (rules.md 5.3).
///
/// Written-off principal comes first, then the service charge. It draws a receipt of the same
/// series as repayments. The last rupiah frees the borrowers' names.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (an empty reference),
/// `textTooLong`, `notFound`, `dayInFuture`, `dayBefore` (the write-off), `loanNotWrittenOff`,
/// `recoveryExceedsClaim`, `accountNotForLending`, `referenceUsed`.
public struct RecoverClaim: Command {
  public let loan: LoanID
  public let amount: Rupiah
  /// Where the money went: cash or the fund's bank account.
  public let account: AccountCode
  /// The number on the paper receipt.
  public let reference: String?
  public let day: Day

  public init(
    loan: LoanID, amount: Rupiah, account: AccountCode, reference: String?, day: Day
  ) {
    self.loan = loan
    self.amount = amount
    self.account = account
    self.reference = reference
    self.day = day
  }

  public var kind: CommandKind { .recoverClaim }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = paperContent
    content.add("account", account.number)
    if let reference { content.add("reference", reference) }
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
    keys.portfolios.insert(stream)
    if let reference {
      keys.references.insert(ReferenceKey(upk: stream, reference: reference))
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let (found, writeOff) = try facts.writtenOff(loan)
    let claim = writeOff.room(from: day)
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: writeOff.on, .writtenOff)
    violations.require(found.state == .writtenOff, .loanNotWrittenOff(found.state))
    violations.require(
      amount <= claim.total || found.state != .writtenOff,
      .recoveryExceedsClaim(amount: amount, claim: claim.total))
    violations.require(
      account == .cash || account == .bank, .accountNotForLending(account))
    violations.requireUnused(reference, line: nil, in: stream, facts)
    try violations.check()
    return recovering(found, writeOff, of: claim, facts, by: caller.person)
  }

  private func recovering(
    _ loan: Loan, _ writeOff: WriteOff, of claim: PaidTotals, _ facts: Facts,
    by cashier: PersonID
  ) -> Effects {
    let principal = min(amount, claim.principal)
    let left = writeOff.left.total - amount
    var effects = Effects(head: facts.head(stream), subject: .loan(loan.id))
    let receipt = ReceiptNumber(year: day.year, number: effects.draw(.receipt(year: day.year)))
    let voucher = effects.post(
      on: day, "Penerimaan pinjaman hapus buku \(loan.id.number) KSM \(loan.ksm.number)",
      reference: reference,
      [Posting(debit: account, credit: .creditIncome, amount: amount, loan: loan.id.number)])
    let recovery = ClaimRecovery(
      number: writeOff.recoveries.count + 1, on: day, principal: principal,
      serviceCharge: amount - principal,
      receipt: ClaimReceipt(
        receipt, voucher: voucher, account: account, recordedBy: cashier), reversal: nil)
    var after = loan
    if left == .zero { after.state = .fullyRecovered }
    effects.outcome.add("receipt", receipt.description)
    effects.outcome.add("principal", recovery.principal)
    effects.outcome.add("service_charge", recovery.serviceCharge)
    effects.outcome.add("claim", left)
    effects.outcome.add("state", after.state.rawValue)
    effects.add(.claimRecovered(loan.id, recovery))
    if after.state != loan.state { effects.add(.loanEnded(after)) }
    return effects
  }
}

extension Facts {
  /// A loan and its write-off.
  ///
  /// - Throws: `notFound`, `loanNotWrittenOff`.
  func writtenOff(_ id: LoanID) throws(Refusal) -> (Loan, WriteOff) {
    guard let found = portfolios[id.upk]?[id] else {
      throw Refusal(.notFound(.loan, name: "\(id.number)"))
    }
    guard let writeOff = found.writeOff else {
      throw Refusal(.loanNotWrittenOff(found.loan.state))
    }
    return (found.loan, writeOff)
  }
}
