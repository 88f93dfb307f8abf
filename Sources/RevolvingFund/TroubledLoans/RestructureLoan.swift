/// Turns what is open on a loan into a new loan over more time; the old one ends
/// (rules.md 2.9, B-55).
///
/// Terms but the months stay. Principal goes over whole and by member; service charge that fell due
/// is due again with the first installment. The class goes over too, until three installments in a
/// row were punctual (rules.md 0, ruling 1), and so do the borrowers' names.
///
/// Only a loan with something overdue is restructured, so that none is put off before it shows.
/// Late fees are settled before: a fee is of the old installments, and the new loan has none yet.
/// A member's rest that is too small for the months is paid off in fewer of them.
///
/// Refused with: `textMissing`, `textTooLong`, `scheduleNotPossible`, `notFound`, `dayInFuture`,
/// `dayBefore` (the disbursement, the last repayment), `noPolicyInForce`, `entryTooLate`,
/// `belongsToGroup`, `recusalRequired`, `termOutOfPolicy`, `loanNotActive`,
/// `loanRestructuredBefore`, `nothingOverdue`, `lateFeeOwed`.
public struct RestructureLoan: Command {
  public let loan: LoanID
  /// Installments of the new loan; within the policy in force on the day.
  public let months: Int
  public let grounds: Restructuring.Grounds
  public let day: Day

  public init(loan: LoanID, months: Int, grounds: Restructuring.Grounds, day: Day) {
    self.loan = loan
    self.months = months
    self.grounds = grounds
    self.day = day
  }

  public var kind: CommandKind { .restructureLoan }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("months", months)
    content.add("reason", grounds.reason)
    content.add("evidence", grounds.evidence)
    content.add("agreement", grounds.agreement)
    content.add("minutes", grounds.minutes)
    content.add("notice", grounds.notice)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(stream)
    keys.instruments = true
    keys.policiesOf.insert(stream)
    keys.portfolios.insert(stream)
    keys.repaymentsOf.insert(loan)
    keys.addGroup(of: loan)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let found = facts.portfolios[stream]?[loan], let group = facts.ksms[found.loan.ksm]
    else {
      throw Refusal(.notFound(.loan, name: "\(loan.number)"))
    }
    var violations = Violations()
    violations.require(grounds)
    violations.requirePast(day, caller)
    violations.require(day, following: found)
    violations.add(facts.lateEntryViolations(day, at: stream, caller))
    violations.require([caller.person], outside: group, on: day)
    violations.add(facts.recusalViolations([caller.person], on: group.id))
    violations.add(termViolations(found.loan, facts))
    violations.add(loanViolations(found, facts))
    try violations.check()
    return succeeding(found, facts, by: caller)
  }

  private func termViolations(_ old: Loan, _ facts: Facts) -> [Rejection] {
    guard let policy = (facts.policies[stream] ?? []).inForce(on: day) else {
      return [.noPolicyInForce(on: day)]
    }
    guard (policy.shortestTerm...policy.longestTerm).contains(months) else {
      return [
        .termOutOfPolicy(
          months: months, shortest: policy.shortestTerm, longest: policy.longestTerm)
      ]
    }
    return old.terms.over(months).violations(rests: old.openShares.map(\.amount))
  }

  private func loanViolations(_ found: LoanHistory, _ facts: Facts) -> [Rejection] {
    guard found.loan.state == .active else { return [.loanNotActive(found.loan.state)] }
    if let before = found.loan.succession {
      return [.loanRestructuredBefore(predecessor: before.predecessor.number)]
    }
    let isLate = found.position(asOf: day).map { $0.collectability > .current } ?? true
    guard isLate else { return [.nothingOverdue(on: day)] }
    let fee = found.loan.lateFeeOwed(facts.repayments[loan] ?? [], asOf: day)
    return fee > .zero ? [.lateFeeOwed(fee, loan: loan.number)] : []
  }

  private func succeeding(
    _ found: LoanHistory, _ facts: Facts, by caller: Caller
  ) -> Effects {
    var id = LoanID(stream, 0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = LoanID(stream, numbering.take(.loan))
      return .loan(id)
    }
    let charge = found.loan.openServiceCharge(fallenDueBy: day)
    let collectability = found.position(asOf: day)?.collectability ?? .current
    let successor = found.loan.successor(
      id, over: months, carrying: charge, collectability, on: day)
    var old = found.loan
    old.state = .restructured
    old.closedOn = day
    effects.post(
      on: day,
      "Penjadwalan ulang pinjaman \(loan.number) menjadi \(id.number) KSM \(old.ksm.number)",
      [
        Posting(
          debit: .loans, credit: .loans, amount: successor.principal, loan: id.number,
          fromLoan: loan.number)
      ])
    effects.outcome.add("loan", loan.number)
    effects.outcome.add("principal", successor.principal)
    effects.outcome.add("service_charge", charge)
    effects.outcome.add("collectability", collectability.rawValue)
    effects.add(.loanEnded(old))
    effects.add(.loanOpened(successor, borrowers: []))
    effects.add(
      .restructuring(
        Restructuring(
          loan: loan, successor: id, on: day, principal: successor.principal,
          serviceCharge: charge, collectability: collectability, grounds: grounds,
          decidedBy: caller.person)))
    return effects
  }
}

extension Loan {
  /// The loan that takes over what is open on this one.
  fileprivate func successor(
    _ id: LoanID, over months: Int, carrying charge: Rupiah, _ class: Collectability, on day: Day
  ) -> Loan {
    let shares = openShares
    return Loan(
      id: id, ksm: ksm, application: application, terms: terms.over(months), shares: shares,
      disbursedOn: day, state: .active, paid: .nothing, waivedServiceCharge: .zero,
      closedOn: nil,
      succession: Succession(
        predecessor: self.id, inheritedClass: `class`,
        carriedCharge: dividing(charge, among: shares, fallenDueBy: day)))
  }
}

extension Violations {
  fileprivate mutating func require(_ grounds: Restructuring.Grounds) {
    require(grounds.minutes, .minutes)
    require(grounds.reason, .reason, atMost: 2000)
    require(grounds.evidence, .evidence, atMost: 2000)
    require(grounds.agreement, .agreement)
    require(grounds.notice, .notice)
  }

  /// A day on which nothing of a loan was booked later: its disbursement, a repayment.
  mutating func require(_ day: Day, following found: LoanHistory) {
    let disbursed = found.loan.disbursedOn
    require(day, notBefore: disbursed, .disbursed)
    guard disbursed <= day, let last = found.payments.last?.on else { return }
    require(day, notBefore: last, .repaid)
  }
}
