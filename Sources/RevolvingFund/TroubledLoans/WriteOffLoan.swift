/// Takes a loan of class 5 off the books; the claim on the group stays (rules.md 2.9, B-56).
///
/// The whole open principal leaves the loans: the reserve bears it as far as it was formed, and the
/// cost of the year what is missing (rules.md 5.3). The manager proposes, the board's coordinator
/// decides, and the annual community meeting (RWT) is told.
///
/// The group's own money comes first: what is held for it always, and its savings unless the
/// decision states why they cannot be used, as where no consent to a set-off was signed
/// (rules.md 2.6; 0, ruling 13).
///
/// Refused with: `textMissing`, `textTooLong`, `notFound` (the loan; a person), `dayInFuture`,
/// `dayBefore` (the disbursement, the last repayment), `entryTooLate`, `roleMissing`,
/// `belongsToGroup`, `proposerMayNotDecide`, `recusalRequired`, `loanNotActive`, `loanNotLoss`,
/// `ladderNotComplete`, `ownMoneyUnused`.
public struct WriteOffLoan: Command {
  public let loan: LoanID
  /// The group of the loan.
  public let ksm: KSMID
  /// The manager who proposed it.
  public let proposedBy: PersonID
  /// The number of the board's minutes.
  public let minutes: String
  /// The number of the report to the annual community meeting.
  public let report: String
  /// Why the group's savings cannot be used; empty where it has none.
  public let savingsKept: String
  public let day: Day

  public init(
    loan: LoanID, ksm: KSMID, proposedBy: PersonID, minutes: String, report: String,
    savingsKept: String, day: Day
  ) {
    self.loan = loan
    self.ksm = ksm
    self.savingsKept = savingsKept
    self.proposedBy = proposedBy
    self.minutes = minutes
    self.report = report
    self.day = day
  }

  public var kind: CommandKind { .writeOffLoan }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("proposed_by", proposedBy.value)
    content.add("minutes", minutes)
    content.add("report", report)
    if !savingsKept.isEmpty { content.add("savings_kept", savingsKept) }
    content.add("on", day)
    return content
  }

  private var reserve: AccountKey { AccountKey(upk: stream, account: .loanLossReserve) }
  private var movements: MovementsKey { MovementsKey(upk: stream, upTo: day) }

  public func needs(_ keys: inout Keys) {
    keys.addCase(of: loan)
    keys.repaymentsOf.insert(loan)
    keys.instruments = true
    keys.persons.insert(proposedBy)
    keys.assignmentsOf.insert(proposedBy)
    keys.addGroup(of: loan)
    keys.balances.insert(reserve)
    keys.movements.insert(movements)
    keys.savingsOf.insert(ksm)
    keys.suspenseOf.insert(ksm)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let found = facts.portfolios[stream]?[loan], found.loan.ksm == ksm,
      let group = facts.ksms[ksm]
    else {
      throw Refusal(.notFound(.loan, name: "\(loan.number)"))
    }
    var violations = Violations()
    violations.require(minutes, .minutes)
    violations.require(report, .report)
    violations.requireLength(savingsKept, .reason, atMost: 2000)
    violations.require(
      facts.persons[proposedBy] != nil, .notFound(.person, name: "\(proposedBy.value)"))
    violations.requirePast(day, caller)
    violations.require(day, following: found)
    violations.add(facts.lateEntryViolations(day, at: stream, caller))
    violations.require(
      facts.holds(.manager, person: proposedBy, at: stream, on: day),
      .roleMissing(.manager, on: day))
    violations.require([caller.person, proposedBy], outside: group, on: day)
    violations.add(facts.recusalViolations([caller.person, proposedBy], on: group.id))
    violations.require(proposedBy != caller.person, .proposerMayNotDecide)
    violations.require(found.loan.state == .active, .loanNotActive(found.loan.state))
    violations.add(lossViolations(found, facts))
    try violations.check()
    return writingOff(found, facts, by: caller)
  }

  /// That it is class 5, and then, as the last rung is reached only with it, that nothing of the
  /// ladder and none of the group's own money was left out.
  ///
  /// The set-off counts as done where one is on the books since the case opened, where the group
  /// has no savings, or where a paper shows why there is none; a step alone is not enough.
  private func lossViolations(_ found: LoanHistory, _ facts: Facts) -> [Rejection] {
    guard found.loan.state == .active, let position = found.position(asOf: day) else { return [] }
    guard position.collectability == .loss else {
      return [
        .loanNotLoss(
          position.collectability, on: day, lossFrom: position.oldestUnpaidDue?.lossFrom)
      ]
    }
    let steps = found.openCase(facts.caseSteps[loan] ?? [], asOf: day)?.steps ?? []
    let saved = (facts.savings[ksm] ?? .empty).available(on: day)
    var done = CollectionLadder.done(steps, on: day)
    done.remove(.savingsSetOff)
    let isShown = steps.contains { $0.action == .savingsSetOff && !$0.evidence.isEmpty }
    if saved == .zero || isShown || facts.hasSetOff(inCaseOf: loan, on: day) {
      done.insert(.savingsSetOff)
    }
    let missing = CollectionLadder.rungs.flatMap(\.actions).filter { !done.contains($0) }
    let held = facts.suspenseAvailable(ksm, on: day)
    let isKept = savingsKept.contains { !$0.isWhitespace }
    return (missing.isEmpty ? [] : [.ladderNotComplete(missing: missing)])
      + (held > .zero || saved > .zero && !isKept
        ? [.ownMoneyUnused(ksm: ksm.number, savings: saved, held: held)] : [])
  }

  private func writingOff(
    _ found: LoanHistory, _ facts: Facts, by caller: Caller
  ) -> Effects {
    let formed = reserveFormed(facts)
    let principal = found.loan.openPrincipal
    let fromReserve = min(formed, principal)
    let writeOff = WriteOff(
      loan: loan, on: day, principal: principal,
      serviceCharge: found.loan.openServiceCharge(fallenDueBy: day), fromReserve: fromReserve,
      decision: WriteOff.Decision(
        minutes: minutes, report: report, proposedBy: proposedBy, decidedBy: caller.person,
        savingsKept: savingsKept),
      recoveries: [], waiver: nil)
    var gone = found.loan
    gone.state = .writtenOff
    gone.closedOn = day
    var effects = Effects(head: facts.head(stream), subject: .loan(loan))
    effects.post(
      on: day, "Hapus buku pinjaman \(loan.number) KSM \(gone.ksm.number)",
      [
        (AccountCode.loanLossReserve, fromReserve), (.provision, principal - fromReserve),
      ].filter { $0.1 > .zero }.map {
        Posting(debit: $0, credit: .loans, amount: $1, loan: loan.number)
      })
    effects.outcome.add("principal", principal)
    effects.outcome.add("service_charge", writeOff.serviceCharge)
    effects.outcome.add("from_reserve", fromReserve)
    effects.outcome.add("cost", principal - fromReserve)
    effects.add(.loanEnded(gone))
    effects.add(.writeOff(writeOff))
    return effects
  }
}

extension WriteOffLoan {
  /// What the reserve held at the end of the day and holds still: what was formed later is not for
  /// it, and what was released later is gone.
  ///
  /// The reserve is a contra-account: formed, it lowers the assets.
  private func reserveFormed(_ facts: Facts) -> Rupiah {
    let onDay = (facts.movements[movements] ?? []).filter { $0.account == .loanLossReserve }
      .total { $0.credit - $0.debit }
    return max(.zero, min(onDay, -(facts.balances[reserve] ?? .zero)))
  }
}

extension Day {
  /// The first day on which what was due on this one has class 5.
  fileprivate var lossFrom: Day { addingMonths(9).addingDays(1) }
}
