extension Facts {
  /// Takes in what follows from an accepted command, so that the next one is decided as if it were
  /// recorded.
  ///
  /// Only what was loaded, or came from commands before, stays whole: of a key that no command
  /// named there is afterwards what this one changed and no more. Of a month that was opened again
  /// the one before it is not among the facts: whoever takes that in loads the periods anew.
  public mutating func take(_ effects: Effects, of command: some Command, by person: PersonID) {
    takeHead(effects, of: command)
    for change in effects.changes { take(change, effects) }
    for voucher in effects.vouchers {
      take(voucher, in: command.stream)
      keep(voucher, of: command, by: person)
    }
    for voucher in effects.vouchers where voucher.reference != nil {
      takePaper(of: voucher, effects)
    }
  }

  private mutating func takeHead(_ effects: Effects, of command: some Command) {
    let head = effects.head
    heads[head.stream] = Head(
      stream: head.stream, latestDay: max(head.latestDay, command.day),
      counters: head.counters.merging(effects.counters) { $1 },
      closedThrough: effects.closedMonth ?? head.closedThrough, freeze: head.freeze)
    guard head.stream != .province else { return }
    let first = command.bookedDays.map(\.day).min() ?? command.day
    firstDays[head.stream] = min(first, firstDays[head.stream] ?? first)
  }

  private mutating func take(_ change: Change, _ effects: Effects) {
    switch change {
    case .region, .bkm, .upk, .person, .assignment, .assignmentEnded, .papersFiled, .training,
      .principal, .token, .tokenRevoked:
      takeParty(change, effects)
    case .charter, .policy, .policyBounds, .acknowledgement, .attestation, .instrument,
      .approvalChain, .delegation, .delegationRevoked:
      takeRule(change)
    case .ksm, .member, .membershipEnded, .relationship, .relationshipEnded:
      takeGroup(change)
    case .application, .applicationFiled, .inspection, .approval, .applicationState,
      .applicationVoided, .applicationChanged:
      takeApplication(change)
    case .loanOpened, .loanPaid, .loanEnded, .loanReopened, .disbursement, .receipts,
      .disbursementVoided, .restructuring, .writeOff, .claimRecovered, .recoveryReversed,
      .claimWaived, .repayment, .repaymentReversed, .liabilityCall, .memberDebtSettled:
      takeLoan(change)
    case .account, .cashCount, .cashDifferenceBooked, .reconciliation, .asset, .assetDepreciated,
      .suspenseAssigned:
      takeBook(change, effects)
    case .periodClosed, .reopeningRequested, .periodReopened, .yearClosed, .profitAllocated,
      .budget, .budgetApproved, .recovery, .collection, .repair, .freezeChanged:
      takePeriod(change)
    case .caseStep, .caseAnswer, .visit, .block, .blockLifted, .accountability:
      takeWork(change)
    }
  }

  /// What was done about borrowers and arrears, and what others said of it.
  private mutating func takeWork(_ change: Change) {
    switch change {
    case .caseStep(let step): caseSteps[step.loan, default: []].append(step)
    case .caseAnswer(let id, let answer): take(answer, to: id)
    case .visit(let visit):
      conduct[visit.person, default: BorrowerConduct()].uses.append(
        BorrowerConduct.Use(on: visit.on, visit.use))
    case .block(let block): keep(block)
    case .blockLifted(let id, let lift):
      guard var block = blocks[id] else { return }
      block.lift = lift
      keep(block)
    case .accountability(let record): take(record)
    default: break
    }
  }

  private mutating func take(_ answer: CaseAnswer, to id: CaseStepID) {
    for (loan, steps) in caseSteps where steps.contains(where: { $0.id == id }) {
      caseSteps[loan] = steps.map { step in
        guard step.id == id else { return step }
        return CaseStep(
          id: id, loan: loan, action: step.action, on: step.on, by: step.by, note: step.note,
          evidence: step.evidence, promise: step.promise, answerDue: step.answerDue,
          answer: answer)
      }
    }
  }

  private mutating func keep(_ block: BorrowerBlock) {
    blocks[block.id] = block
    var known = conduct[block.person] ?? BorrowerConduct()
    known.blocks.removeAll { $0.id == block.id }
    known.blocks.append(block)
    conduct[block.person] = known
  }

  private mutating func take(_ record: AccountabilityRecord) {
    switch record {
    case .complaint(let complaint): complaints[complaint.id] = complaint
    case .complaintAnswer(let id, let answer): complaints[id]?.answer = answer
    case .meeting: break
    case .supervision(let supervision):
      supervisions[supervision.upk, default: []].append(supervision)
      for finding in supervision.findings { findings[finding.id] = finding }
    case .findingAnswer(let id, let answer): findings[id]?.answer = answer
    case .publication(let publication):
      publications[publication.upk, default: []].append(publication)
    case .confirmation(let confirmation):
      for finding in confirmation.findings { findings[finding.id] = finding }
    }
  }
}
