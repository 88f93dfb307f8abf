import RevolvingFund
import Testing

struct CompletenessTests {
  let books: Books
  let ksm: KSMID

  init() throws {
    var books = try Village.books()
    ksm = try books.addGroup("A")
    self.books = books
  }

  @Test func `an application that lacks papers is recorded with all that are missing`() throws {
    var books = books
    let id = try books.apply(
      ksm, each: 500_000, papers: [.form, .identityCards], on: "2016-01-10")
    let found = try #require(books.facts.applications[id])
    #expect(found.state == .incomplete && found.completedOn == nil)
    #expect(found.missing == [.memberList, .formationMinutes, .jointLiabilityStatement])
    #expect(
      books.refusal(
        RecordInspection(
          application: id, witness: Village.witness, recommended: [], appraisals: [], note: "",
          day: "2016-01-11"), by: Village.officer) == [
          .wrongApplicationState(.incomplete, required: [.submitted, .inInspection])
        ])
  }

  @Test func `with the last paper it takes its place in the queue`() throws {
    var books = books
    let id = try books.apply(ksm, each: 500_000, papers: [.form], on: "2016-01-10")
    let some = try books.run(
      CompleteApplication(
        application: id, papers: [.memberList, .identityCards], day: "2016-01-12"),
      by: Village.officer)
    #expect(some.outcome["missing"] == "formationMinutes,jointLiabilityStatement")
    #expect(some.outcome["state"] == "incomplete")
    try books.run(
      CompleteApplication(
        application: id, papers: [.formationMinutes, .jointLiabilityStatement],
        day: "2016-01-14"), by: Village.officer)
    let found = try #require(books.facts.applications[id])
    #expect(found.state == .submitted && found.completedOn == "2016-01-14")
    #expect(found.missing.isEmpty)
    let early = RecordInspection(
      application: id, witness: Village.witness, recommended: [], appraisals: [], note: "",
      day: "2016-01-13")
    #expect(
      books.refusal(early, by: Village.officer) == [
        .dayBefore("2016-01-13", earliest: "2016-01-14", milestone: .applicationCompleted)
      ])
  }

  @Test func `papers are named, in time, and only while some are missing`() throws {
    var books = books
    let id = try books.apply(ksm, each: 500_000, papers: [], on: "2016-01-10")
    func refusal(_ papers: Set<ApplicationPaper>, on day: Day) -> [Rejection] {
      books.refusal(
        CompleteApplication(application: id, papers: papers, day: day), by: Village.officer)
    }
    #expect(refusal([], on: "2016-01-11") == [.papersNotGiven])
    #expect(
      refusal([.form], on: "2016-01-09") == [
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .applicationSubmitted)
      ])
    #expect(refusal([.form], on: "2016-04-09") == [])
    #expect(
      refusal([.form], on: "2016-04-10") == [
        .wrongApplicationState(.expired, required: [.incomplete])
      ])
    #expect(books.facts.applications[id]?.state(on: "2016-04-10") == .expired)
  }

  @Test func `the clock of the unit stands still while papers are missing`() throws {
    var books = books
    let chain = ApprovalChain.standard(of: upk)
    let id = try books.apply(ksm, each: 500_000, papers: [.form], on: "2016-01-10")
    let waiting = try #require(
      books.facts.applications[id]?.stage(on: "2016-02-10", chain: chain))
    #expect(waiting.stage == .papers && waiting.days == 31)
    #expect(waiting.limit == nil && !waiting.isOver)
    try books.run(
      CompleteApplication(
        application: id, papers: Set(ApplicationPaper.allCases), day: "2016-02-10"),
      by: Village.officer)
    let inTime = try #require(books.facts.applications[id]?.stage(on: "2016-02-17", chain: chain))
    #expect(inTime.stage == .inspection && inTime.days == 7 && !inTime.isOver)
    #expect(books.facts.applications[id]?.stage(on: "2016-02-18", chain: chain)?.isOver == true)
  }

  @Test func `an application is taken back with a reason until it is paid out`() throws {
    var books = books
    let id = try books.approve(ksm, each: 500_000, on: "2016-01-10")
    func refusal(_ reason: String = "moved away", on day: Day = "2016-01-11") -> [Rejection] {
      books.refusal(
        CancelApplication(application: id, reason: reason, day: day), by: Village.officer)
    }
    #expect(refusal(" ") == [.textMissing(field: .reason)])
    #expect(
      refusal(on: "2016-01-09") == [
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .signed)
      ])
    try books.contract(id, on: "2016-01-10")
    var paid = books
    try paid.run(
      Village.payOut(id, from: .bank, on: "2016-01-10"), by: Village.cashier)
    let late = CancelApplication(application: id, reason: "late", day: "2016-01-11")
    #expect(
      paid.refusal(late, by: Village.officer).map(\.code) == [.wrongApplicationState])
    try books.run(
      CancelApplication(application: id, reason: "moved away", day: "2016-01-11"),
      by: Village.officer)
    let found = try #require(books.facts.applications[id])
    #expect(found.state == .cancelled && found.cancellation?.reason == "moved away")
    #expect(found.stage(on: "2016-01-12", chain: .standard(of: upk)) == nil)
    // Its money is free: all of it may be promised again.
    let reserved = books.facts(
      for: SignApproval(application: id, verdict: .approve, note: "", day: "2016-01-12"))
    #expect(reserved.reservations[upk] == [])
  }
}
