@testable import RevolvingFund

// Who belongs to a group, holds an office or a token, and how borrowers behaved.
extension Books {
  /// Who there is, what they are and how they log in.
  mutating func applyPerson(_ change: Change) {
    switch change {
    case .person(let person, let sealed):
      facts.persons[person.id] = person
      if let digest = sealed.nikDigest { facts.registeredNIKDigests.insert(digest) }
    case .assignment(let assignment): facts.assignments[assignment.id] = assignment
    case .assignmentEnded(let id, let until): end(id, until: until)
    case .papersFiled(let id, let minutes, let duties): file(id, minutes, duties)
    case .training(let training):
      facts.trainings[training.person, default: []].append(training)
    case .principal(let principal): facts.principals[principal.id] = principal
    case .token(let token): facts.tokens[token.id] = token
    case .tokenRevoked(let id, let day): revoke(id, on: day)
    default: break
    }
  }

  /// What became of a pay-out, and what visits found.
  mutating func applyHandover(_ change: Change) {
    switch change {
    case .disbursement(let disbursement):
      facts.disbursements[disbursement.loan] = disbursement
    case .receipts(let loan, let signed): facts.disbursements[loan]?.receipts += signed
    case .disbursementVoided(let loan, let void):
      facts.disbursements[loan.id]?.void = void
      keep(loan)
      facts.claimed.subtract(borrowers[loan.id] ?? [])
    case .visit(let visit):
      facts.conduct[visit.person, default: BorrowerConduct()].uses.append(
        BorrowerConduct.Use(on: visit.on, visit.use))
    case .block(let block): keep(block)
    case .blockLifted(let id, let lift):
      guard var block = facts.blocks[id] else { return }
      block.lift = lift
      keep(block)
    default: break
    }
  }

  private mutating func keep(_ block: BorrowerBlock) {
    facts.blocks[block.id] = block
    var conduct = facts.conduct[block.person] ?? BorrowerConduct()
    conduct.blocks.removeAll { $0.id == block.id }
    conduct.blocks.append(block)
    facts.conduct[block.person] = conduct
  }

  mutating func regroup(_ id: KSMID, _ members: ([Member]) -> [Member]) {
    guard let ksm = facts.ksms[id] else { return }
    facts.ksms[id] = KSM(
      id: id, name: ksm.name, formedOn: ksm.formedOn, members: members(ksm.members))
  }

  mutating func endMembership(_ ksm: KSMID, _ number: Int64, _ day: Day) {
    regroup(ksm) { members in
      members.map {
        $0.number == number
          ? Member(
            number: $0.number, person: $0.person, gender: $0.gender, joinedOn: $0.joinedOn,
            leftOn: day)
          : $0
      }
    }
    if let person = facts.ksms[ksm]?.members.first(where: { $0.number == number })?.person {
      facts.openMemberships[MembershipKey(upk: ksm.upk, person: person)] = nil
    }
  }

  mutating func end(_ id: AssignmentID, until: Day) {
    facts.assignments[id] = facts.assignments[id].map {
      Assignment(
        id: id, person: $0.person, role: $0.role, scope: $0.scope, from: $0.from, until: until,
        minutes: $0.minutes, duties: $0.duties)
    }
  }

  mutating func file(_ id: AssignmentID, _ minutes: FiledPaper?, _ duties: FiledPaper?) {
    facts.assignments[id] = facts.assignments[id].map {
      Assignment(
        id: id, person: $0.person, role: $0.role, scope: $0.scope, from: $0.from,
        until: $0.until, minutes: minutes, duties: duties)
    }
  }

  mutating func revoke(_ id: TokenID, on day: Day) {
    facts.tokens[id] = facts.tokens[id].map {
      Token(
        id: id, principal: $0.principal, hash: $0.hash, issuedOn: $0.issuedOn,
        expiresOn: $0.expiresOn, revokedOn: day)
    }
  }

  mutating func keep(_ answer: CaseAnswer, to id: CaseStepID) {
    for (loan, steps) in facts.caseSteps {
      facts.caseSteps[loan] = steps.map { step in
        guard step.id == id else { return step }
        return CaseStep(
          id: id, loan: loan, action: step.action, on: step.on, by: step.by, note: step.note,
          evidence: step.evidence, promise: step.promise, answerDue: step.answerDue,
          answer: answer)
      }
    }
  }
}
