/// Books money received on a loan and says what it paid off (rules.md 0, ruling 7).
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (an empty reference),
/// `textTooLong`, `notFound`, `dayInFuture`, `dayBefore` (the disbursement), `loanNotActive`,
/// `repaymentExceedsDebt`, `accountNotForLending`, `referenceUsed`.
public struct RecordRepayment: Command {
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

  public var kind: CommandKind { .recordRepayment }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("amount", amount)
    content.add("account", Int64(account.number))
    if let reference { content.add("reference", reference) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.loans.insert(loan)
    if let reference {
      keys.references.insert(ReferenceKey(upk: stream, reference: reference))
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard var found = facts.loans[loan] else {
      throw Refusal(.notFound(.loan, name: "\(loan.number)"))
    }
    var violations = Violations()
    violations.require(amount, .amount)
    violations.requirePast(day, caller)
    violations.require(
      found.disbursedOn <= day,
      .dayBefore(day, earliest: found.disbursedOn, milestone: .disbursed))
    violations.require(found.state == .active, .loanNotActive(found.state))
    violations.require(
      account == .cash || account == .bank, .accountNotForLending(account))
    violations.requireUnused(reference, line: nil, in: stream, facts)
    let schedule = found.schedule
    let debt = schedule.settlement(
      after: found.paid, on: day, rule: found.terms.earlySettlement)
    violations.require(
      amount <= debt || found.state != .active,
      .repaymentExceedsDebt(amount: amount, debt: debt))
    try violations.check()

    let allocation = schedule.allocated(amount, on: day, to: found)
    found.pay(allocation, on: day, settles: amount == debt)
    var effects = Effects(head: facts.head(stream), subject: .loan(loan))
    effects.post(
      on: day, "Angsuran pinjaman \(loan.number) KSM \(found.ksm.number)",
      reference: reference, postings(allocation))
    effects.outcome.add("principal", allocation.principal)
    effects.outcome.add("service_charge", allocation.serviceCharge)
    effects.outcome.add("waived", allocation.waivedServiceCharge)
    effects.outcome.add("outstanding", found.principal - found.paid.principal)
    effects.outcome.add("state", found.state.rawValue)
    effects.add(.loanPaid(found))
    return effects
  }

  private func postings(_ allocation: Allocation) -> [Posting] {
    let parts = [
      (AccountCode.serviceCharge, allocation.serviceCharge), (.loans, allocation.principal),
    ]
    return parts.filter { $0.1 > .zero }.map { credit, amount in
      Posting(debit: account, credit: credit, amount: amount, loan: loan.number)
    }
  }
}

extension Schedule {
  /// The split of an amount that was checked against the debt.
  fileprivate func allocated(_ amount: Rupiah, on day: Day, to loan: Loan) -> Allocation {
    do {
      return try allocate(amount, after: loan.paid, on: day, rule: loan.terms.earlySettlement)
    } catch {
      preconditionFailure("a repayment within the debt can always be split")
    }
  }
}

extension Loan {
  fileprivate mutating func pay(_ allocation: Allocation, on day: Day, settles: Bool) {
    paid.principal += allocation.principal
    paid.serviceCharge += allocation.serviceCharge
    waivedServiceCharge += allocation.waivedServiceCharge
    guard settles else { return }
    state = .paidOff
    closedOn = day
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
      !facts.usedReferences.contains(key), .referenceUsed(line: line ?? 1, reference: reference))
  }
}
