/// Records what a member received and for what it was used, as told at a visit.
///
/// A member who did not have the share, or gave it on, lent a name: whoever had the money may not
/// borrow any more, nor may the witness of the receipt, until the board lifts it.
///
/// Refused with: `amountNotPositive` (less than nothing received), `textTooLong`, `notFound`
/// (loan, member, companion, beneficiary), `dayInFuture`, `dayBefore` (the disbursement),
/// `roleMissing` (the companion is no member or coordinator of the board), `belongsToGroup`,
/// `visitNeedsCompanion` (the visitor paid the loan out, or names nobody else),
/// `receivedAboveShare`, `beneficiaryUnexplained`, `beneficiaryMissing`, `disbursementVoided`.
public struct RecordVisit: Command {
  public let loan: LoanID
  public let member: Int64
  public let companion: PersonID?
  public let received: Rupiah
  public let use: VisitUse
  public let beneficiary: PersonID?
  public let knowledge: BeneficiaryKnowledge
  public let note: String
  /// Where photographs are kept.
  public let reference: String
  public let day: Day

  public init(
    loan: LoanID, member: Int64, companion: PersonID?, received: Rupiah, use: VisitUse,
    beneficiary: PersonID?, knowledge: BeneficiaryKnowledge = .asNamed, note: String,
    reference: String, day: Day
  ) {
    self.loan = loan
    self.member = member
    self.companion = companion
    self.received = received
    self.use = use
    self.beneficiary = beneficiary
    self.knowledge = knowledge
    self.note = note
    self.reference = reference
    self.day = day
  }

  public var kind: CommandKind { .recordVisit }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("member", member)
    if let companion { content.add("companion", companion.value) }
    content.add("received", received)
    content.add("use", use.rawValue)
    if let beneficiary { content.add("beneficiary", beneficiary.value) }
    if knowledge == .unknown { content.add("beneficiary", knowledge.rawValue) }
    content.add("note", note)
    content.add("reference", reference)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addDisbursement(of: loan)
    keys.upks.insert(stream)
    keys.persons.formUnion([companion, beneficiary].compactMap { $0 })
    if let companion { keys.assignmentsOf.insert(companion) }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.loan(loan)
    // For what follows a restructured loan nothing was handed out.
    guard found.succession == nil else {
      throw Refusal(.notFound(.disbursement, name: "\(loan.number)"))
    }
    guard let share = found.shares.first(where: { $0.member == member }),
      let person = facts.ksms[found.ksm]?.members.first(where: { $0.number == member })?.person
    else {
      throw Refusal(.notFound(.member, name: "\(found.ksm.number)/\(member)"))
    }
    let finding = VisitFinding(received: received, of: share.amount, use: use)
    var violations = Violations()
    violations.require(received >= .zero, .amountNotPositive(field: .amount, received))
    violations.requireLength(note, .note, atMost: 2000)
    violations.requireLength(reference, .reference, atMost: 60)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.disbursedOn, .disbursed)
    violations.add(visitorViolations(found, facts, caller))
    violations.require(
      received <= share.amount,
      .receivedAboveShare(member: member, received: received, share: share.amount))
    violations.add(beneficiaryViolations(of: person, finding, facts))
    violations.requireNotVoided(found)
    try violations.check()

    return recording(person, finding, facts, by: caller.person)
  }

  private func visitorViolations(
    _ found: Loan, _ facts: Facts, _ caller: Caller
  ) -> [Rejection] {
    var violations: [Rejection] = []
    if let companion {
      if facts.persons[companion] == nil {
        violations.append(.notFound(.person, name: "\(companion.value)"))
      }
      if !facts.isOfBoard(companion, at: stream, on: day) {
        violations.append(.roleMissing(.bkmMember, on: day, person: companion.value))
      }
    }
    let paid = facts.disbursements[loan]?.paidBy == caller.person
    if companion == caller.person || (paid && companion == nil) {
      violations.append(.visitNeedsCompanion)
    }
    let visitors = [caller.person] + [companion].compactMap { $0 }
    return violations + (facts.ksms[found.ksm]?.belonging(visitors, on: day) ?? [])
      + facts.recusalViolations(visitors, on: found.ksm)
  }

  /// Somebody else had the money only where the member did not have it, or gave it on; then who is
  /// named, or said to be unknown, but not both.
  private func beneficiaryViolations(
    of person: PersonID, _ finding: VisitFinding?, _ facts: Facts
  ) -> [Rejection] {
    guard let beneficiary else {
      let isOpen = use == .byAnother && knowledge == .asNamed
      let isNeedless = knowledge == .unknown && finding != .nameLending
      return isOpen
        ? [.beneficiaryMissing(member: member)]
        : isNeedless ? [.beneficiaryUnexplained(member: member)] : []
    }
    guard facts.persons[beneficiary] != nil else {
      return [.notFound(.person, name: "\(beneficiary.value)")]
    }
    let isExplained =
      finding == .nameLending && person != beneficiary && knowledge == .asNamed
    return isExplained ? [] : [.beneficiaryUnexplained(member: member)]
  }

  private func recording(
    _ person: PersonID, _ finding: VisitFinding?, _ facts: Facts, by visitor: PersonID
  ) -> Effects {
    var id = VisitID(stream, 0)
    var blocks: [BorrowerBlock] = []
    let receipt = facts.disbursements[loan]?.receipts.first { $0.member == member }
    let blamed: [(PersonID?, BlockCause)] =
      finding != .nameLending
      ? [] : [(beneficiary, .beneficiary), (receipt?.witness, .witness)]
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = VisitID(stream, numbering.take(.visit))
      blocks = blamed.compactMap { person, cause in
        person.map {
          BorrowerBlock(
            id: BlockID(stream, numbering.take(.block)), person: $0, cause: cause, visit: id,
            since: day, lift: nil)
        }
      }
      return .visit(id)
    }
    effects.outcome.add("finding", finding?.rawValue ?? "")
    effects.outcome.add("blocked", blocks.count)
    effects.add(
      .visit(
        MemberVisit(
          id: id, loan: loan, member: member, person: person, on: day, visitor: visitor,
          companion: companion, received: received, use: use, finding: finding,
          beneficiary: beneficiary, note: note, reference: reference)))
    for block in blocks { effects.add(.block(block)) }
    return effects
  }
}

/// Whether it is known who had a member's money.
public enum BeneficiaryKnowledge: String, Hashable, Sendable, CaseIterable {
  /// Who is named had it, or nobody.
  case asNamed
  /// Somebody had it, and nobody knows who.
  case unknown
}
