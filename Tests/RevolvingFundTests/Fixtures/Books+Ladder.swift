@testable import RevolvingFund

extension Books {
  /// Has everything done that the ladder asks for, each on its day, and every office answer by the
  /// day on which it was asked.
  mutating func climbLadder(of loan: LoanID, from due: Day) {
    facts.caseSteps[loan] = CollectionLadder.rungs.flatMap { rung in
      rung.actions.map { (action: $0, on: rung.day(from: due)) }
    }.enumerated().map { number, done in
      let asks = done.action.addressee != nil
      return CaseStep(
        id: CaseStepID(upk, Int64(number + 1)), loan: loan, action: done.action, on: done.on,
        by: Village.officer, note: "n", evidence: "N-1", promise: nil,
        answerDue: asks ? done.on : nil,
        answer: asks
          ? CaseAnswer(on: done.on, by: Village.coordinator, text: "t", evidence: "") : nil)
    }
  }
}
