/// Pays out an application whose agreement is signed: the loan begins, and its borrowers' names are
/// taken.
///
/// Refused with: `scheduleNotPossible`, `notFound`, `dayInFuture`, `dayBefore` (the decision),
/// `noPolicyInForce`, `entryTooLate`, `roleMissing` (the witness is no member or coordinator of the
/// board), `deciderMayNotPay`, `belongsToGroup`, `recusalRequired`,
/// `signatoriesMiscounted`, `notSignatory`,
/// `witnessIsPayer`, `personBlocked` (the witness), `ksmTooSmall`, `tooFewWomen`, `ksmTooYoung`,
/// `memberNotActive`, `borrowerHasOpenShare`, `borrowerBlocked`, `criterionNotMet`,
/// `wrongApplicationState`, `approvalExpired`, `signatureVoid`, `lendingNotAuthorised`,
/// `monthsNotClosed`,
/// `accountNotForLending`, `insufficientFunds`.
public struct Disburse: Command {
  public let application: ApplicationID
  /// Cash or the fund's bank account; never the savers' money (002 §UPK-7e).
  public let account: AccountCode
  /// The three who signed for the bank; none where cash is paid (002 §UPK-5).
  public let signatories: [PersonID]
  /// The board's member who sees it (rules.md 0, ruling 19).
  public let witness: PersonID
  public let day: Day

  public init(
    application: ApplicationID, account: AccountCode, signatories: [PersonID], witness: PersonID,
    day: Day
  ) {
    self.application = application
    self.account = account
    self.signatories = signatories.sorted()
    self.witness = witness
    self.day = day
  }

  public var kind: CommandKind { .disburse }
  public var stream: UPKID { application.upk }
  public var content: Content {
    var content = Content()
    content.add("application", application.number)
    content.add("account", account.number)
    content.add("signatories", list(signatories.map { "\($0.value)" }))
    content.add("witness", witness.value)
    content.add("on", day)
    return content
  }

  private var funds: AccountKey { AccountKey(upk: stream, account: account) }

  public func needs(_ keys: inout Keys) {
    keys.addEligibility(ofGroupIn: application)
    keys.balances.insert(funds)
    keys.addWitness(witness, at: stream)
    keys.assignmentsOf.formUnion(signatories)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let found = facts.applications[application], let group = facts.ksms[found.ksm] else {
      throw Refusal(.notFound(.application, name: "\(application.number)"))
    }
    // What is not decided, or paid out already, has nothing else to be judged by.
    guard found.state == .contracted else {
      throw Refusal(.wrongApplicationState(found.state, required: [.contracted]))
    }
    let decidedOn = found.decidedOn ?? found.submittedOn
    let policy = (facts.policies[stream] ?? []).inForce(on: decidedOn)
    var violations = Violations()
    violations.requirePast(day, caller)
    let judged = facts.judgementDay(day, in: stream)
    violations.add(timeViolations(found, decidedOn: decidedOn, judgedOn: judged))
    violations.add(
      policy.map { $0.terms(months: found.months).violations(shares: found.recommendedAmounts) }
        ?? [.noPolicyInForce(on: decidedOn)])
    violations.require(
      !found.approvals.contains { $0.signer == caller.person }, .deciderMayNotPay)
    violations.require(witness: witness, of: [caller.person], facts, at: stream, on: day)
    violations.require([caller.person, witness], outside: group, on: day)
    violations.add(signatoryViolations(facts))
    violations.add(facts.recusalViolations([caller.person, witness], on: group.id))
    violations.add(facts.bindingViolations(found, on: decidedOn))
    let members = group.members.reduce(into: [:]) { $0[$1.number] = $1.person }
    violations.add(facts.lateEntryViolations(day, at: stream, caller))
    violations.judge(day, on: judged) {
      facts.gateViolations(found.ksm, sharing: found.recommended, on: $0)
        + facts.lendingViolations(found, on: $0)
    }
    violations.add(moneyViolations(found, facts))
    guard let policy else { throw violations.refusal(or: .noPolicyInForce(on: decidedOn)) }
    try violations.check()

    return opening(
      found, terms: policy.terms(months: found.months),
      borrowers: found.recommended.compactMap { members[$0.member] }, facts, by: caller.person)
  }

  private func timeViolations(
    _ found: Application, decidedOn: Day, judgedOn judged: Day
  ) -> [Rejection] {
    var violations: [Rejection] = []
    if day < decidedOn {
      violations.append(.dayBefore(day, earliest: decidedOn, milestone: .decided))
    }
    if let contract = found.contract, day < contract.on {
      violations.append(.dayBefore(day, earliest: contract.on, milestone: .agreementSigned))
    }
    return violations + found.expiryViolations(on: judged, enteredFor: day)
  }

  private func moneyViolations(_ found: Application, _ facts: Facts) -> [Rejection] {
    guard account == .cash || account == .bank else { return [.accountNotForLending(account)] }
    let available = facts.balances[funds] ?? .zero
    let asked = found.recommended.total(\.amount)
    guard asked > available else { return [] }
    return [.insufficientFunds(account, available: available, asked: asked)]
  }

  /// Money of the bank account leaves it with three signatures, cash with none.
  private func signatoryViolations(_ facts: Facts) -> [Rejection] {
    let named = Set(signatories)
    let required = account == .bank ? Disbursement.signatories : 0
    var violations: [Rejection] = []
    if named.count != required || signatories.count != required {
      violations.append(.signatoriesMiscounted(named: named.count, required: required))
    }
    return violations
      + named.sorted().filter {
        !facts.holds(.signatory, person: $0, at: stream, on: day)
      }.map { .notSignatory(person: $0.value, on: day) }
  }

  private func opening(
    _ found: Application, terms: LoanTerms, borrowers: [PersonID], _ facts: Facts,
    by payer: PersonID
  ) -> Effects {
    var id = LoanID(stream, 0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = LoanID(stream, numbering.take(.loan))
      return .loan(id)
    }
    let loan = Loan(
      id: id, ksm: found.ksm, application: found.id, terms: terms, shares: found.recommended,
      disbursedOn: day, state: .active, paid: .nothing, waivedServiceCharge: .zero,
      closedOn: nil)
    effects.post(
      on: day, "Pencairan pinjaman \(id.number) KSM \(found.ksm.number)",
      [Posting(debit: .loans, credit: account, amount: loan.principal, loan: id.number)])
    effects.outcome.add("principal", loan.principal)
    effects.outcome.add("application", application.number)
    effects.add(.loanOpened(loan, borrowers: borrowers))
    effects.add(
      .disbursement(
        Disbursement(
          loan: id, on: day, account: account, paidBy: payer, signatories: signatories,
          witness: witness, receipts: [], void: nil)))
    effects.add(.applicationState(application, .disbursed, loan: id))
    return effects
  }
}

extension Application {
  fileprivate var recommendedAmounts: [Rupiah] { recommended.map(\.amount) }
}

extension Violations {
  /// The refusal of what was found, or of one more reason where nothing was.
  func refusal(or last: Rejection) -> Refusal {
    do {
      try check()
      return Refusal(last)
    } catch {
      return error
    }
  }
}
