// What every step of a case is held against.
extension Keys {
  /// What is needed to know how a loan's case stands, and who may act in it.
  public mutating func addCase(of loan: LoanID) {
    upks.insert(loan.upk)
    portfolios.insert(loan.upk)
    caseStepsOf.insert(loan)
    relationshipsOfLoans.insert(loan)
  }
}

extension Facts {
  /// The cases of a loan that had opened by a day, oldest first.
  ///
  /// - Throws: `notFound`.
  public func cases(of loan: LoanID, asOf day: Day) throws(Refusal) -> [CollectionCase] {
    try history(of: loan).cases(caseSteps[loan] ?? [], asOf: day)
  }

  /// The case of a loan that is open at the end of a day; `nil` while nothing is overdue.
  func openCase(of loan: LoanID, on day: Day) -> CollectionCase? {
    portfolios[loan.upk]?[loan]?.openCase(caseSteps[loan] ?? [], asOf: day)
  }

  /// Whether savings of the group paid on a loan since its open case began.
  func hasSetOff(inCaseOf loan: LoanID, on day: Day) -> Bool {
    guard let open = openCase(of: loan, on: day) else { return false }
    return (repayments[loan] ?? []).contains {
      $0.account == .savings && open.episode.openedOn <= $0.on && $0.counts(on: day)
    }
  }

  /// What speaks against an action on a loan: `dayInFuture`, `roleMissing`, `recusalRequired`
  /// (who decides for the board), `caseNotOpen`, `ladderStepTooEarly`, `ladderStepOutOfOrder`.
  ///
  /// - Throws: `notFound`, alone.
  func caseViolations(
    _ action: CaseAction, of loan: LoanID, on day: Day, _ caller: Caller
  ) throws(Refusal) -> [Rejection] {
    let history = try history(of: loan)
    var found: [Rejection] = []
    if caller.today < day { found.append(.dayInFuture(day, today: caller.today)) }
    let mayDo = action.doers.contains {
      holds($0, person: caller.person, at: loan.upk, on: day)
    }
    if !mayDo, let usual = action.doers.first { found.append(.roleMissing(usual, on: day)) }
    if action == .boardDecision {
      found += recusalViolations([caller.person], on: history.loan.ksm)
    }
    guard let open = history.openCase(caseSteps[loan] ?? [], asOf: day) else {
      return found + [.caseNotOpen(loan: loan.number, on: day)]
    }
    return found + open.violations(of: action)
  }

  /// The effects of a step that was checked; its number is drawn here.
  func recording(_ step: CaseStep) -> Effects {
    var number: Int64 = 0
    var effects = Effects(head: head(step.id.upk)) { numbering in
      number = numbering.take(.caseStep)
      return .caseStep(CaseStepID(step.id.upk, number))
    }
    effects.outcome.add("loan", step.loan.number)
    if let due = step.answerDue { effects.outcome.add("answer_due", due) }
    effects.add(
      .caseStep(
        CaseStep(
          id: CaseStepID(step.id.upk, number), loan: step.loan, action: step.action, on: step.on,
          by: step.by, note: step.note, evidence: step.evidence, promise: step.promise,
          answerDue: step.answerDue, answer: nil)))
    return effects
  }
}

extension Violations {
  /// A day in the future that is not too far off.
  mutating func requireDue(_ due: Day, atMost latest: Day) {
    require(due <= latest, .dueTooLate(due, latest: latest))
  }
}
