import RevolvingFund
import Testing

/// Five members with 500,000 each, four months from 10 January 2016: 662,500 on each tenth.
private func lent() throws -> (Books, LoanID) {
  var books = try Village.books()
  let loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
  return (books, loan)
}

extension Books {
  fileprivate func history(_ loan: LoanID) throws -> LoanHistory {
    try #require(facts.portfolios[loan.upk]?.loans.first { $0.loan.id == loan })
  }

  fileprivate func openCase(_ loan: LoanID, on day: Day) throws -> CollectionCase? {
    try history(loan).openCase(facts.caseSteps[loan] ?? [], asOf: day)
  }
}

struct CollectionCaseTests {
  @Test func `a loan one day late is a case, and on its due day it is none`() throws {
    let (books, loan) = try lent()
    #expect(try books.openCase(loan, on: "2016-02-10") == nil)
    let open = try #require(try books.openCase(loan, on: "2016-02-11"))
    #expect(open.daysLate == 1 && open.episode.openedOn == "2016-02-11")
    #expect(open.rung?.number == 1 && open.rung?.addressee == nil)
    #expect(open.actionsDue == [.bill])
    #expect(open.next?.rung.number == 2 && open.next?.on == "2016-03-10")
    #expect(open.position.overduePrincipal == 625_000)
  }

  @Test(
    arguments: [
      ("2016-02-11", 1), ("2016-03-09", 1), ("2016-03-10", 2), ("2016-04-09", 2),
      ("2016-04-10", 3), ("2016-05-09", 3), ("2016-05-10", 4), ("2016-08-09", 4),
      ("2016-08-10", 5), ("2016-11-10", 5), ("2016-11-11", 6), ("2018-01-01", 6),
    ] as [(Day, Int)])
  func `the ladder is climbed by the age of the oldest unpaid installment`(
    day: Day, rung: Int
  ) throws {
    let (books, loan) = try lent()
    #expect(try books.openCase(loan, on: day)?.rung?.number == rung)
  }

  @Test func `each rung turns to its office, from the board to the province`() {
    #expect(
      CollectionLadder.rungs.map(\.addressee)
        == [nil, nil, .bkmCoordinator, .wardOffice, .cityCoordinator, .provinceConsultant])
    #expect(CollectionLadder.rungs.map(\.number) == Array(1...6))
    #expect(CaseAction.own.allSatisfy { $0.addressee == nil })
    #expect(Escalate.Office.allCases.allSatisfy { $0.action.addressee != nil })
    #expect(Escalate.Office.allCases.allSatisfy { Escalate.Office($0.action) == $0 })
    #expect(CaseAction.own.allSatisfy { Escalate.Office($0) == nil })
  }

  @Test func `a payment that catches up closes the case, and a part of it takes it down`() throws {
    var (books, loan) = try lent()
    try books.repay(loan, 662_500, on: "2016-03-20")
    let down = try #require(try books.openCase(loan, on: "2016-03-20"))
    #expect(down.episode.due == "2016-02-10" && down.rung?.number == 1 && down.daysLate == 10)
    try books.repay(loan, 662_500, on: "2016-03-25")
    #expect(try books.openCase(loan, on: "2016-03-25") == nil)
    #expect(try books.openCase(loan, on: "2016-03-24")?.rung?.number == 1)
    let all = try books.history(loan).cases([], asOf: "2016-04-11")
    #expect(all.map(\.episode.due) == ["2016-02-10", "2016-04-10"])
    #expect(all.map(\.episode.endedOn) == ["2016-03-25", nil])
    #expect(all.map(\.episode.ending) == [.cured, nil])
    #expect(all[0].actionsDue == [] && all[0].rung == nil && all[0].next == nil)
  }

  @Test func `a payment that is taken back opens a case on that day`() throws {
    let (books, loan) = try lent()
    let paid = LoanHistory(
      loan: try books.history(loan).loan,
      entries: [
        LoanLedger.Entry(on: "2016-02-10", number: 1, amount: 662_500),
        LoanLedger.Entry(on: "2016-02-20", number: 2, amount: -662_500),
        LoanLedger.Entry(on: "2016-03-01", number: 3, amount: 662_500),
      ])
    #expect(paid.openCase([], asOf: "2016-02-19") == nil)
    let open = try #require(paid.openCase([], asOf: "2016-02-20"))
    #expect(open.episode.due == "2016-02-10" && open.episode.openedOn == "2016-02-20")
    #expect(open.daysLate == 10)
    #expect(paid.openCase([], asOf: "2016-03-01") == nil)
    #expect(paid.arrears(upTo: "2016-03-10").map(\.endedOn) == ["2016-03-01"])
  }

  @Test func `a payment of a part leaves the case open with less overdue`() throws {
    var (books, loan) = try lent()
    try books.repay(loan, 100_000, on: "2016-02-20")
    let open = try #require(try books.openCase(loan, on: "2016-02-20"))
    #expect(open.daysLate == 10)
    #expect(open.position.overduePrincipal + open.position.overdueServiceCharge == 562_500)
    #expect(
      try books.history(loan).openInstallments(asOf: "2016-02-20").map(\.total)
        == [562_500, 662_500, 662_500, 662_500])
  }

  @Test func `what falls due is listed by day, without what was paid in advance`() throws {
    var (books, loan) = try lent()
    let other = try books.lend(try books.addGroup("B"), each: 500_000, on: "2016-01-12")
    let book = try #require(books.facts.portfolios[upk])
    #expect(book.due(from: "2016-02-07", within: 3).map(\.loan) == [loan])
    #expect(book.due(from: "2016-02-06", within: 3) == [])
    #expect(book.due(from: "2016-02-10", within: 2).map(\.loan) == [loan, other])
    #expect(book.due(from: "2016-02-11", within: 0) == [])
    try books.repay(loan, 662_500, on: "2016-02-01")
    let paid = try #require(books.facts.portfolios[upk])
    #expect(paid.due(from: "2016-02-10", within: 2).map(\.loan) == [other])
    #expect(paid.due(from: "2016-02-10", within: 2).map(\.installment.total) == [662_500])
  }
}

struct CaseStepTests {
  private func step(
    _ loan: LoanID, _ action: CaseAction, _ promise: Promise? = nil, note: String = "done",
    on day: Day
  ) -> RecordCaseStep {
    RecordCaseStep(
      loan: loan, action: action, note: note, evidence: "", promise: promise, day: day)
  }

  private func escalate(
    _ loan: LoanID, _ office: Escalate.Office, due: Day? = nil, on day: Day
  ) -> Escalate {
    Escalate(loan: loan, office: office, note: "help", evidence: "", answerDue: due, day: day)
  }

  private func answer(
    _ loan: LoanID, _ number: Int64, by person: PersonID? = nil, evidence: String = "",
    on day: Day
  ) -> AnswerEscalation {
    AnswerEscalation(
      step: CaseStepID(loan.upk, number), text: "We come.", answeredBy: person,
      evidence: evidence, day: day)
  }

  @Test func `steps are numbered, and what is done is asked for no more`() throws {
    var (books, loan) = try lent()
    let effects = try books.run(step(loan, .bill, on: "2016-02-11"), by: Village.officer)
    #expect(effects.subject == .caseStep(CaseStepID(upk, 1)))
    #expect(effects.subject.path == "case-steps/1")
    try books.run(step(loan, .warning1, on: "2016-03-10"), by: Village.manager)
    let open = try #require(try books.openCase(loan, on: "2016-03-10"))
    #expect(open.steps.map(\.action) == [.bill, .warning1])
    #expect(open.steps.map(\.by) == [Village.officer, Village.manager])
    #expect(open.actionsDue == [.jointLiabilityMeeting])
    #expect(try books.openCase(loan, on: "2016-03-09")?.steps.map(\.action) == [.bill])
  }

  @Test func `no rung is climbed before its day, no letter leaves one out, and cures end it`()
    throws
  {
    var (books, loan) = try lent()
    #expect(
      books.refusal(step(loan, .warning1, on: "2016-02-11"), by: Village.officer)
        == [
          .ladderStepTooEarly(.warning1, "2016-02-11", from: "2016-03-10"),
          .ladderStepOutOfOrder(.warning1, missing: .bill),
        ])
    #expect(
      books.refusal(step(loan, .bill, on: "2016-02-10"), by: Village.officer)
        == [.caseNotOpen(loan: 1, on: "2016-02-10")])
    #expect(books.refusal(step(loan, .visit, on: "2016-02-11"), by: Village.officer) == [])
    try books.repay(loan, 662_500, on: "2016-02-15")
    #expect(
      books.refusal(step(loan, .bill, on: "2016-02-15"), by: Village.officer)
        == [.caseNotOpen(loan: 1, on: "2016-02-15")])
  }

  @Test func `a step lists all that is wrong at once, in the documented order`() throws {
    let (books, loan) = try lent()
    let promise = Promise(amount: 0, by: "2021-04-02")
    #expect(
      books.refusal(step(loan, .bill, promise, note: " ", on: "2021-01-01"), by: Village.cashier)
        == [
          .amountNotPositive(field: .amount, 0), .textMissing(field: .note),
          .dayInFuture("2021-01-01", today: "2020-12-31"),
          .dueTooLate("2021-04-02", latest: "2021-04-01"),
          .roleMissing(.loanOfficer, on: "2021-01-01"),
        ])
    #expect(
      books.refusal(
        step(loan, .bill, Promise(amount: 1, by: "2016-02-11"), on: "2016-02-11"),
        by: Village.officer)
        == [.dayBefore("2016-02-11", earliest: "2016-02-12", milestone: .promised)])
    #expect(
      books.refusal(step(LoanID(upk, 9), .bill, on: "2016-02-11"), by: Village.officer)
        == [.notFound(.loan, name: "9")])
    #expect(
      books.refusal(step(loan, .boardVisit, on: "2016-04-10"), by: Village.officer)
        == [.roleMissing(.bkmMember, on: "2016-04-10")])
  }

  @Test func `a promise is kept by payments after it, until its day`() throws {
    var (books, loan) = try lent()
    let promise = Promise(amount: 300_000, by: "2016-02-29")
    try books.run(step(loan, .visit, promise, on: "2016-02-15"), by: Village.officer)
    func outcome(on day: Day) throws -> PromiseOutcome {
      promise.outcome(madeOn: "2016-02-15", of: try books.history(loan), asOf: day)
    }
    #expect(try outcome(on: "2016-02-29") == .pending)
    #expect(try outcome(on: "2016-03-01") == .broken)
    try books.repay(loan, 200_000, on: "2016-02-15")
    try books.repay(loan, 299_999, on: "2016-02-20")
    try books.repay(loan, 50_000, on: "2016-03-01")
    #expect(try outcome(on: "2016-02-29") == .pending)
    #expect(try outcome(on: "2016-03-01") == .broken)
    try books.repay(loan, 1, on: "2016-02-29")
    #expect(try outcome(on: "2016-02-28") == .pending)
    #expect(try outcome(on: "2016-02-29") == .kept)
    #expect(try outcome(on: "2018-01-01") == .kept)
    let open = try #require(try books.openCase(loan, on: "2016-02-28"))
    #expect(open.steps.last.flatMap(open.outcome(of:)) == .pending)
  }

  @Test func `an escalation waits for its office, and nobody asks twice meanwhile`() throws {
    var (books, loan) = try lent()
    #expect(
      books.refusal(escalate(loan, .board, on: "2016-04-09"), by: Village.officer)
        == [.ladderStepTooEarly(.boardReport, "2016-04-09", from: "2016-04-10")])
    let effects = try books.run(escalate(loan, .board, on: "2016-04-10"), by: Village.officer)
    #expect(effects.outcome["answer_due"] == "2016-04-24")
    let asked = try #require(try books.openCase(loan, on: "2016-04-24"))
    #expect(asked.unanswered.map(\.action) == [.boardReport])
    #expect(asked.steps.map { $0.isOverdue(on: "2016-04-24") } == [false])
    #expect(asked.steps.map { $0.isOverdue(on: "2016-04-25") } == [true])
    #expect(
      books.refusal(escalate(loan, .board, on: "2016-04-20"), by: Village.officer)
        == [.escalationUnanswered(number: 1)])
    #expect(
      books.refusal(
        escalate(loan, .board, due: "2016-04-09", on: "2016-04-10"), by: Village.cashier)
        == [
          .dayBefore("2016-04-09", earliest: "2016-04-10", milestone: .escalated),
          .roleMissing(.manager, on: "2016-04-10"), .escalationUnanswered(number: 1),
        ])
    #expect(
      books.refusal(
        escalate(loan, .board, due: "2016-05-11", on: "2016-04-10"), by: Village.officer)
        == [.dueTooLate("2016-05-11", latest: "2016-05-10"), .escalationUnanswered(number: 1)])
  }

  @Test func `the office that was asked answers, once, or a paper shows it`() throws {
    var (books, loan) = try lent()
    try books.run(escalate(loan, .board, on: "2016-04-10"), by: Village.officer)
    #expect(
      books.refusal(answer(loan, 1, on: "2016-04-09"), by: Village.officer)
        == [
          .dayBefore("2016-04-09", earliest: "2016-04-10", milestone: .escalated),
          .roleMissing(.bkmCoordinator, on: "2016-04-09"),
        ])
    #expect(
      books.refusal(
        answer(loan, 1, by: Village.coordinator, on: "2016-04-12"), by: Village.officer)
        == [.textMissing(field: .evidence)])
    #expect(
      books.refusal(
        answer(loan, 1, by: PersonID(99), evidence: "S-1", on: "2016-04-12"),
        by: Village.officer)
        == [
          .notFound(.person, name: "99"), .roleMissing(.bkmCoordinator, on: "2016-04-12"),
        ])
    #expect(
      books.refusal(answer(loan, 7, on: "2016-04-12"), by: Village.coordinator)
        == [.notFound(.escalation, name: "7")])
    try books.run(
      answer(loan, 1, by: Village.coordinator, evidence: "S-1", on: "2016-04-12"),
      by: Village.officer)
    #expect(
      books.refusal(answer(loan, 1, on: "2016-04-13"), by: Village.coordinator)
        == [.escalationAnswered(number: 1)])
    let before = try #require(try books.openCase(loan, on: "2016-04-11"))
    #expect(before.unanswered.count == 1 && before.steps.first?.answer == nil)
    let after = try #require(try books.openCase(loan, on: "2016-04-12"))
    #expect(after.unanswered == [] && after.steps.first?.answer?.text == "We come.")
    #expect(books.refusal(escalate(loan, .board, on: "2016-04-20"), by: Village.officer) == [])
  }

  @Test func `a bill cannot be answered`() throws {
    var (books, loan) = try lent()
    try books.run(step(loan, .bill, on: "2016-02-11"), by: Village.officer)
    #expect(
      books.refusal(answer(loan, 1, on: "2016-02-12"), by: Village.coordinator)
        == [.notFound(.escalation, name: "1")])
  }

  @Test func `the ladder is complete when each rung was done and each office had its time`() throws
  {
    var (books, loan) = try lent()
    func missing(on day: Day) throws -> [Int] {
      let position = try #require(try books.history(loan).position(asOf: day))
      return CollectionLadder.missing(
        steps: books.facts.caseSteps[loan] ?? [], position: position, on: day
      ).map(\.number)
    }
    #expect(try missing(on: "2016-02-10") == [])
    #expect(try missing(on: "2016-04-10") == [1, 2, 3])
    try books.run(step(loan, .bill, on: "2016-02-11"), by: Village.officer)
    try books.run(step(loan, .warning1, on: "2016-03-10"), by: Village.officer)
    #expect(try missing(on: "2016-04-10") == [2, 3])
    try books.run(step(loan, .jointLiabilityMeeting, on: "2016-03-12"), by: Village.witness)
    try books.run(step(loan, .warning2, on: "2016-04-10"), by: Village.officer)
    try books.run(step(loan, .boardVisit, on: "2016-04-11"), by: Village.witness)
    try books.run(escalate(loan, .board, on: "2016-04-10"), by: Village.officer)
    #expect(try missing(on: "2016-04-24") == [3])
    #expect(try missing(on: "2016-04-25") == [])
  }
}

struct CollectionLetterTests {
  @Test func `a letter tells what is overdue, by when to pay and what went before`() throws {
    var (books, loan) = try lent()
    try books.run(
      RecordCaseStep(
        loan: loan, action: .bill, note: "handed over", evidence: "009/UPK", promise: nil,
        day: "2016-02-12"), by: Village.officer)
    let open = try #require(try books.openCase(loan, on: "2016-03-15"))
    let letter = try open.letter(.warning1)
    #expect(letter.overdue.map(\.number) == [1, 2] && letter.total == 1_325_000)
    #expect(letter.payBy == "2016-03-22")
    #expect(letter.earlier.map(\.kind) == [.bill])
    #expect(letter.earlier.map(\.evidence) == ["009/UPK"])
  }

  @Test func `no letter is written before its day, or without the one before it`() throws {
    let (books, loan) = try lent()
    let open = try #require(try books.openCase(loan, on: "2016-02-11"))
    #expect(throws: Never.self) { try open.letter(.bill) }
    #expect(
      throws: Refusal(
        .ladderStepTooEarly(.warning3, "2016-02-11", from: "2016-05-10"),
        [.ladderStepOutOfOrder(.warning3, missing: .warning2)])
    ) { try open.letter(.warning3) }
  }
}
