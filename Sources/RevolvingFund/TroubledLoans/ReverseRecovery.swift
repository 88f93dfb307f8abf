/// Takes back what was recorded as come in on a claim, by a new entry.
///
/// That is 41030 / 11010 or 11021 (rules.md 5.3), and the claim is higher again by so much. It
/// stands until the day before; the names of a claim that it had settled are taken again. Whoever
/// recorded it does not take it back.
///
/// Refused with: `textMissing`, `textTooLong` (the reason), `notFound` (the loan, or the receipt),
/// `dayInFuture`, `dayBefore` (the recovery), `reverserIsRecorder`, `borrowerHasOpenShare`,
/// `loanNotWrittenOff`, `repaymentReversed`, `insufficientFunds`.
public struct ReverseRecovery: Command {
  public let loan: LoanID
  /// The group of the loan.
  public let ksm: KSMID
  public let receipt: ReceiptNumber
  public let reason: String
  public let day: Day

  public init(loan: LoanID, ksm: KSMID, receipt: ReceiptNumber, reason: String, day: Day) {
    self.loan = loan
    self.ksm = ksm
    self.receipt = receipt
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .reverseRecovery }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("receipt", receipt.description)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.portfolios.insert(stream)
    keys.groupRecordsOf.insert(ksm)
    keys.ksms.insert(ksm)
    for account in [AccountCode.cash, .bank] {
      keys.balances.insert(AccountKey(upk: stream, account: account))
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let (found, writeOff) = try facts.writtenOff(loan)
    guard found.ksm == ksm else { throw Refusal(.notFound(.loan, name: "\(loan.number)")) }
    guard let recovery = writeOff.recoveries.first(where: { $0.receipt?.number == receipt }),
      let paper = recovery.receipt
    else {
      throw Refusal(.notFound(.repayment, name: "\(receipt)"))
    }
    if let reversal = recovery.reversal {
      throw Refusal(.repaymentReversed(receipt: "\(receipt)", on: reversal.on))
    }
    var violations = Violations()
    violations.require(reason, .reason)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: recovery.on, .recovered)
    violations.require(caller.person != paper.recordedBy, .reverserIsRecorder)
    violations.require(
      [.writtenOff, .fullyRecovered].contains(found.state), .loanNotWrittenOff(found.state))
    let borrowers = facts.ksms[ksm]?.borrowers(of: found) ?? []
    if found.state == .fullyRecovered {
      for (member, person) in borrowers where facts.claimed.contains(person) {
        violations.add([.borrowerHasOpenShare(member: member)])
      }
    }
    let held = facts.balances[AccountKey(upk: stream, account: paper.account)] ?? .zero
    violations.require(
      recovery.amount <= held,
      .insufficientFunds(paper.account, available: held, asked: recovery.amount))
    try violations.check()
    return effects(recovery, paper, found, writeOff, borrowers.map(\.person), facts, caller)
  }

  private func effects(
    _ recovery: ClaimRecovery, _ paper: ClaimReceipt, _ found: Loan, _ writeOff: WriteOff,
    _ borrowers: [PersonID], _ facts: Facts, _ caller: Caller
  ) -> Effects {
    var effects = Effects(head: facts.head(stream), subject: .loan(loan))
    let received = Posting(
      debit: paper.account, credit: .creditIncome, amount: recovery.amount, loan: loan.number)
    effects.post(
      on: day, "Pembatalan \(receipt) pinjaman hapus buku \(loan.number)", [received.reversed])
    var after = found
    after.state = .writtenOff
    effects.outcome.add("claim", writeOff.left.total + recovery.amount)
    effects.outcome.add("state", after.state.rawValue)
    effects.add(
      .recoveryReversed(
        loan, recovery,
        ClaimRecovery.Reversal(on: day, reason: reason, recordedBy: caller.person)))
    if found.state == .fullyRecovered {
      effects.add(.loanEnded(after))
      effects.add(.loanReopened(loan, borrowers: borrowers))
    }
    return effects
  }
}

extension KSM {
  /// Who borrowed with a loan of the group, by the number of the member.
  func borrowers(of loan: Loan) -> [(member: Int64, person: PersonID)] {
    loan.shares.compactMap { share in
      members.first { $0.number == share.member }.map { (share.member, $0.person) }
    }
  }
}
