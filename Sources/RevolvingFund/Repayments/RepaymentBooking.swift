/// A repayment from any source: what all commands that pay a loan have in common.
struct RepaymentBooking {
  let loan: LoanID
  let amount: Rupiah
  let account: AccountCode
  let reference: String?
  let day: Day
  /// For whom it is; empty for the usual split.
  let members: [MemberPayment]
  let excess: ExcessRule
  let saving: RepaymentDivision.Saving
  /// What it is called on the voucher.
  let title: String

  /// A checked repayment, ready to be booked.
  struct Checked {
    let before: Loan
    let ledger: LoanLedger
    let division: RepaymentDivision
    let members: [MemberPayment]
  }

  static func needs(_ loan: LoanID, _ keys: inout Keys) {
    keys.loans.insert(loan)
    keys.repaymentsOf.insert(loan)
  }

  /// Notes what speaks against it; `repaymentExceedsDebt`, `memberPaymentsDoNotSum`,
  /// `shareOverpaid` and what members that have no share are named by.
  func check(_ found: Loan, _ facts: Facts, _ violations: inout Violations) -> Checked {
    let ledger = found.ledger(facts)
    let division = RepaymentDivision(of: amount, on: day, found, ledger, saving)
    violations.require(
      division.excess == .zero || excess == .hold || found.state != .active,
      .repaymentExceedsDebt(amount: amount, debt: division.debt))
    let split = MemberSplit(found)
    if found.state == .active { checkMembers(found, division, split, &violations) }
    return Checked(
      before: found, ledger: ledger, division: division,
      members: members.isEmpty ? usual(found, division, split) : members.merged)
  }

  private func checkMembers(
    _ found: Loan, _ division: RepaymentDivision, _ split: MemberSplit,
    _ violations: inout Violations
  ) {
    guard !members.isEmpty else { return }
    let places = found.shares.enumerated().reduce(into: [:]) { $0[$1.element.member] = $1.offset }
    for number in Set(members.flatMap { [$0.member, $0.payer] }).sorted() {
      violations.require(
        places[number] != nil, .notFound(.member, name: "\(found.ksm.number)/\(number)"))
    }
    for payment in members { violations.require(payment.amount, .share(member: payment.member)) }
    guard members.allSatisfy({ Violations.isAmount($0.amount) }) else { return }
    let sum = members.total(\.amount)
    violations.require(
      sum == division.loanPart, .memberPaymentsDoNotSum(payments: sum, due: division.loanPart))
    let open = split.open
    for share in found.shares {
      let paid = members.filter { $0.member == share.member }.total(\.amount)
      let most = places[share.member].map { open[$0] } ?? .zero
      violations.require(
        paid <= most, .shareOverpaid(member: share.member, amount: paid, open: most))
    }
  }

  /// Each member for the own share.
  private func usual(
    _ found: Loan, _ division: RepaymentDivision, _ split: MemberSplit
  ) -> [MemberPayment] {
    let parts =
      division.settles
      ? split.settled(division.loanPart, on: day, rule: found.terms.earlySettlement)
      : split.divided(division.loanPart)
    return zip(found.shares, parts).filter { $0.1 > .zero }.map { share, part in
      MemberPayment(member: share.member, payer: share.member, amount: part)
    }
  }

  /// Books a checked repayment: a receipt, its voucher, and what later days split differently.
  func book(
    _ checked: Checked, _ facts: Facts, for caller: Caller
  ) -> Effects {
    let division = checked.division
    let after = checked.ledger.adding(division.loanPart, on: day)
    let changes = after.changes(since: checked.ledger, from: day)
    let source = LoanMoney(account: account, loan: loan, ksm: checked.before.ksm)
    let asides = source.asides(
      lateFee: division.lateFee, savings: division.savings, excess: division.excess,
      setOff: account == .savings ? amount : .zero)
    var effects = Effects(head: facts.head(loan.upk), subject: .loan(loan))
    let receipt = ReceiptNumber(
      year: day.year, number: effects.draw(.receipt(year: day.year)))
    let voucher = effects.post(
      on: day, "\(title) \(loan.number) KSM \(checked.before.ksm.number)", reference: reference,
      source.postings(changes[0].paid) + asides)
    for change in changes.dropFirst() {
      effects.restate(change, of: loan, after: receipt)
    }
    let repayment = Repayment(
      loan: loan, receipt: receipt, number: effects.draw(.repayment), on: day, account: account,
      loanPart: division.loanPart, lateFee: division.lateFee, savings: division.savings,
      excess: division.excess, members: checked.members, voucher: voucher, reference: reference,
      recordedBy: caller.person, reversal: nil)
    var paid = checked.before
    paid.take(repayment, sign: 1, after, on: day)
    effects.report(changes[0].paid, of: repayment, paid)
    effects.add(.repayment(repayment))
    effects.add(.loanPaid(paid))
    return effects
  }

}

extension Loan {
  /// What repayments paid on it, by whichever of the two was asked for.
  fileprivate func ledger(_ facts: Facts) -> LoanLedger {
    guard let payments = facts.payments[id] else { return ledger(facts.repayments[id] ?? []) }
    return LoanLedger(schedule: schedule, rule: terms.earlySettlement, entries: payments)
  }
}

/// What happens to money beyond the debt.
public enum ExcessRule: String, Hashable, Sendable, CaseIterable {
  case refuse
  /// It is held for the group on 21030 until it is given back or used.
  case hold
}

/// Where the money for a loan comes from and goes back to.
struct LoanMoney {
  let account: AccountCode
  let loan: LoanID
  let ksm: KSMID

  /// The postings of a day's change: what came from the account or goes back to it, and what moves
  /// between principal and service charge.
  func postings(_ change: PaidTotals) -> [Posting] {
    let total = change.principal + change.serviceCharge
    let isIn = total >= .zero
    let charge =
      isIn
      ? min(total, max(.zero, change.serviceCharge))
      : max(total, min(.zero, change.serviceCharge))
    let principal = total - charge
    var postings: [Posting] = []
    for (account, amount) in [(AccountCode.serviceCharge, charge), (.loans, principal)] {
      if amount > .zero { postings.append(receiving(amount, for: account)) }
      if amount < .zero { postings.append(returning(.zero - amount, of: account)) }
    }
    return postings + LoanMoney.restating(change.principal - principal, of: loan)
  }

  /// What a receipt holds beside the loan's part; of a set-off, the savers' money that moves.
  func asides(
    lateFee: Rupiah, savings: Rupiah, excess: Rupiah, setOff: Rupiah
  ) -> [Posting] {
    var postings: [Posting] = []
    if lateFee > .zero { postings.append(receiving(lateFee, for: .creditIncome)) }
    if savings > .zero {
      postings.append(
        Posting(
          debit: account.saversAccount, credit: .savings, amount: savings, ksm: ksm.number))
    }
    if excess > .zero {
      postings.append(
        Posting(debit: account, credit: .suspense, amount: excess, ksm: ksm.number))
    }
    if setOff > .zero {
      postings.append(Posting(debit: .bank, credit: .savingsBank, amount: setOff))
    }
    return postings
  }

  func receiving(_ amount: Rupiah, for credit: AccountCode) -> Posting {
    Posting(
      debit: account, credit: credit, amount: amount, loan: loan.number, ksm: group)
  }

  func returning(_ amount: Rupiah, of debit: AccountCode) -> Posting {
    Posting(
      debit: debit, credit: account, amount: amount, loan: loan.number, ksm: group)
  }

  /// Savings and what is held belong to the group.
  private var group: Int64? {
    [.savings, .suspense].contains(account) ? ksm.number : nil
  }

  /// So much principal instead of service charge, or less.
  static func restating(_ principal: Rupiah, of loan: LoanID) -> [Posting] {
    if principal == .zero { return [] }
    return principal > .zero
      ? [Posting(debit: .serviceCharge, credit: .loans, amount: principal, loan: loan.number)]
      : [
        Posting(
          debit: .loans, credit: .serviceCharge, amount: .zero - principal, loan: loan.number)
      ]
  }
}

extension AccountCode {
  /// Where savings that came with money on this account are kept.
  var saversAccount: AccountCode { self == .bank ? .savingsBank : .savingsCash }
}

extension Effects {
  /// Corrects how the payments of a later day split.
  mutating func restate(
    _ change: LoanLedger.DayTotal, of loan: LoanID, after receipt: ReceiptNumber
  ) {
    let postings = LoanMoney.restating(change.paid.principal, of: loan)
    guard !postings.isEmpty else { return }
    post(on: change.on, "Koreksi angsuran pinjaman \(loan.number) setelah \(receipt)", postings)
  }

  /// What the answer shows of a repayment or of its reversal.
  mutating func report(_ change: PaidTotals, of repayment: Repayment, _ loan: Loan) {
    outcome.add("receipt", repayment.receipt.description)
    outcome.add("principal", change.principal)
    outcome.add("service_charge", change.serviceCharge)
    outcome.add("late_fee", repayment.lateFee)
    outcome.add("savings", repayment.savings)
    outcome.add("held", repayment.excess)
    outcome.add("waived", loan.waivedServiceCharge)
    outcome.add("outstanding", loan.principal - loan.paid.principal)
    outcome.add("state", loan.state.rawValue)
    for payment in repayment.members {
      outcome.add("member.\(payment.member).\(payment.payer)", payment.amount)
    }
  }
}

extension Loan {
  /// Adds a repayment's sums, or takes them off, and becomes what the ledger says on that day.
  ///
  /// Paid off means that no late fee is owed either (rules.md 0, ruling 7): where the receipt of a
  /// fee was taken back the loan is active until it is paid again.
  mutating func take(
    _ repayment: Repayment, sign: Int64, _ ledger: LoanLedger, on day: Day
  ) {
    func signed(_ amount: Rupiah) -> Rupiah { Rupiah(sign * amount.amount) }
    let fee = paid.lateFee + signed(repayment.lateFee)
    paid = ledger.paid
    paid.lateFee = fee
    savingsPaid += signed(repayment.savings)
    for payment in repayment.members {
      guard let place = shares.firstIndex(where: { $0.member == payment.member }) else { continue }
      memberPaid[place] += signed(payment.amount)
    }
    let settled = ledger.settledOn.map { (on: $0, fee: ledger.lateFeeOwed(on: $0, self)) }
    waivedServiceCharge =
      settled == nil ? .zero : ledger.schedule.serviceCharge - paid.serviceCharge
    let paidOffOn = settled.flatMap { $0.fee == .zero ? max($0.on, closedOn ?? day) : nil }
    state = paidOffOn == nil ? .active : .paidOff
    closedOn = paidOffOn
  }
}
