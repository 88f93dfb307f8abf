/// Takes a repayment back by a new entry, and restates how later ones split.
///
/// The repayment stands until the day before; a loan that it paid off is active again. Whoever
/// recorded it does not take it back.
///
/// Refused with: `textMissing`, `textTooLong` (the reason), `notFound` (the loan, or the receipt),
/// `dayInFuture`, `dayBefore` (the repayment), `reverserIsRecorder`, `borrowerHasOpenShare`,
/// `loanNotActive`, `repaymentReversed`, `insufficientFunds`, `savingsExceeded`,
/// `savingsNotCovered`, `suspenseExceeded`.
public struct ReverseRepayment: Command {
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

  public var kind: CommandKind { .reverseRepayment }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("receipt", receipt.description)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    RepaymentBooking.needs(loan, &keys)
    keys.groupRecordsOf.insert(ksm)
    keys.ksms.insert(ksm)
    keys.savingsOf.insert(ksm)
    keys.suspenseOf.insert(ksm)
    keys.savingsPools.insert(stream)
    for account in [AccountCode.cash, .bank] {
      keys.balances.insert(AccountKey(upk: stream, account: account))
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.loan(loan, of: ksm)
    let all = facts.repayments[loan] ?? []
    guard let repayment = all.first(where: { $0.receipt == receipt }) else {
      throw Refusal(.notFound(.repayment, name: "\(receipt)"))
    }
    if let reversal = repayment.reversal {
      throw Refusal(.repaymentReversed(receipt: "\(receipt)", on: reversal.on))
    }
    var violations = Violations()
    violations.require(reason, .reason)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: repayment.on, .repaid)
    violations.require(caller.person != repayment.recordedBy, .reverserIsRecorder)
    violations.require(
      [.active, .paidOff].contains(found.state), .loanNotActive(found.state))
    let borrowers = facts.ksms[ksm]?.borrowers(of: found) ?? []
    if found.state == .paidOff {
      for (member, person) in borrowers where facts.claimed.contains(person) {
        violations.add([.borrowerHasOpenShare(member: member)])
      }
    }
    violations.add(moneyViolations(repayment, facts))
    try violations.check()
    return effects(repayment, found, all, borrowers.map(\.person), facts, caller)
  }

  private func effects(
    _ repayment: Repayment, _ found: Loan, _ all: [Repayment], _ borrowers: [PersonID],
    _ facts: Facts, _ caller: Caller
  ) -> Effects {
    let before = found.ledger(all)
    let after = before.adding(.zero - repayment.loanPart, on: day)
    let changes = after.changes(since: before, from: day)
    var effects = Effects(head: facts.head(stream), subject: .loan(loan))
    let money = LoanMoney(account: repayment.account, loan: loan, ksm: ksm)
    effects.post(
      on: day, "Pembatalan \(receipt) pinjaman \(loan.number)",
      money.postings(changes[0].paid) + asides(repayment))
    for change in changes.dropFirst() { effects.restate(change, of: loan, after: receipt) }
    var paid = found
    paid.take(repayment, sign: -1, after, on: day)
    effects.report(changes[0].paid, of: repayment, paid)
    effects.add(
      .repaymentReversed(
        repayment,
        Repayment.Reversal(
          number: effects.draw(.repayment), on: day, reason: reason,
          recordedBy: caller.person)))
    effects.add(.loanPaid(paid))
    if found.state == .paidOff && paid.state == .active {
      effects.add(.loanReopened(loan, borrowers: borrowers))
    }
    return effects
  }

  /// The rest of the repayment's voucher, the other way round.
  private func asides(_ repayment: Repayment) -> [Posting] {
    let money = LoanMoney(account: repayment.account, loan: loan, ksm: ksm)
    return money.asides(
      lateFee: repayment.lateFee, savings: repayment.savings, excess: repayment.excess,
      setOff: repayment.account == .savings ? repayment.amount : .zero
    ).map(\.reversed)
  }

  private func moneyViolations(_ repayment: Repayment, _ facts: Facts) -> [Rejection] {
    var found: [Rejection] = []
    let source = repayment.account == .savings ? .bank : repayment.account
    if source.isMoney {
      let held = facts.balances[AccountKey(upk: stream, account: source)] ?? .zero
      let asked = repayment.amount - repayment.savings
      if asked > held {
        found.append(.insufficientFunds(source, available: held, asked: asked))
      }
    }
    if repayment.savings > .zero {
      let saved = (facts.savings[ksm] ?? .empty).available(on: day)
      if repayment.savings > saved {
        found.append(
          .savingsExceeded(ksm: ksm.number, available: saved, asked: repayment.savings))
      }
      let pool = facts.savingsPools[stream] ?? .empty
      let savers = repayment.account.saversAccount
      let held = pool.available(in: savers, on: day)
      if repayment.savings > held {
        found.append(.insufficientFunds(savers, available: held, asked: repayment.savings))
      }
      found += facts.coverViolations(asides(repayment), on: day, in: stream)
    }
    let suspense = facts.suspense[ksm]?.lowest(from: day) ?? .zero
    if repayment.excess > .zero && repayment.excess > suspense {
      found.append(
        .suspenseExceeded(
          ksm: ksm.number, available: max(.zero, suspense), asked: repayment.excess))
    }
    return found
  }
}
