public import RevolvingFund

extension FundWorld {
  /// Does what the ladder asks for about a loan, each on its day; the province answers at once, the
  /// other offices not at all.
  public func climbLadder(of loan: LoanID, from due: Day) async throws {
    for rung in CollectionLadder.rungs {
      for action in rung.actions {
        try await climb(action, of: loan, on: rung.day(from: due))
      }
    }
  }

  private func climb(_ action: CaseAction, of loan: LoanID, on day: Day) async throws {
    guard let office = Escalate.Office(action) else {
      let isForBoard = action == .boardVisit || action == .boardDecision
      try await fixture.run(
        RecordCaseStep(
          loan: loan, action: action, note: "Dilakukan",
          evidence: action == .savingsSetOff ? "SPP-1" : "", promise: nil, day: day),
        by: isForBoard ? coordinator : loanOfficer)
      return
    }
    let step = try await fixture.run(
      Escalate(
        loan: loan, office: office, note: "Mohon bantuan", evidence: "", answerDue: day, day: day),
      by: manager)
    guard office == .province else { return }
    try await fixture.run(
      AnswerEscalation(
        step: CaseStepID(upk.id, step), text: "Setuju hapus buku",
        answeredBy: FundWorld.consultant, evidence: "S-77", day: day), by: manager)
  }
}
