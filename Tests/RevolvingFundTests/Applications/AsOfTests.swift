import RevolvingFund
import Testing

struct AsOfTests {
  @Test func `an application stands on each day as it did then`() throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    let id = try books.apply(ksm, each: 500_000, papers: [.form], on: "2016-01-10")
    try books.run(
      CompleteApplication(
        application: id, papers: Set(ApplicationPaper.allCases), day: "2016-01-12"),
      by: Village.officer)
    try books.inspect(id, on: "2016-01-14")
    for (signer, day) in [
      (Village.manager, "2016-01-16"), (Village.coordinator, "2016-01-18"),
    ] as [(PersonID, Day)] {
      try books.run(
        SignApproval(application: id, verdict: .approve, note: "", day: day), by: signer)
    }
    try books.contract(id, on: "2016-01-20")
    let found = try #require(books.facts.applications[id])
    let stood: [(Day, ApplicationState)] = [
      ("2016-01-11", .incomplete), ("2016-01-12", .submitted), ("2016-01-14", .recommended),
      ("2016-01-16", .inDecision), ("2016-01-18", .approved), ("2016-01-20", .contracted),
    ]
    #expect(found.asOf("2016-01-09") == nil)
    for (day, state) in stood { #expect(found.asOf(day)?.state == state, "\(day)") }
    #expect(found.asOf("2016-01-13")?.inspection == nil)
    #expect(found.asOf("2016-01-17")?.approvals.map(\.signer) == [Village.manager])
    #expect(found.asOf("2016-01-18")?.validUntil == "2016-03-18")
    #expect(found.asOf("2016-01-20") == found)
  }

  @Test func `who waits for money waits until the day of release`() throws {
    var found = Application(
      id: ApplicationID(upk, 1), ksm: KSMID(upk, 1), purpose: .productiveBusiness,
      businessStage: .existing, months: 3, requested: [], submittedOn: "2016-01-01",
      state: .approved, inspection: nil, approvals: [], loan: nil)
    found.completedOn = "2016-01-01"
    let step = ChainStep(
      number: 1, role: .manager, quorum: 1, deadlineDays: 3, fromAmount: .zero,
      fromPARThousandths: 0)
    found.inspection = Inspection(
      round: 1, inspector: Village.officer, witness: Village.witness, on: "2016-01-02",
      recommended: [], appraisals: [], steps: [step], note: "")
    found.approvals = [
      Approval(
        round: 1, step: step.step, signer: Village.manager, onBehalfOf: nil, verdict: .approve,
        on: "2016-01-03", note: "", bound: "")
    ]
    found.waitlistedOn = "2016-01-04"
    found.releasedOn = "2016-01-09"
    found.skip = QueueSkip(
      reason: "season", requestedBy: Village.officer, requestedOn: "2016-01-02",
      confirmedBy: Village.manager, confirmedOn: "2016-01-08")
    #expect(found.asOf("2016-01-03")?.state == .approved)
    #expect(found.asOf("2016-01-08")?.state == .waitlisted)
    #expect(found.asOf("2016-01-09")?.state == .approved)
    #expect(found.asOf("2016-01-01")?.skip == nil)
    #expect(found.asOf("2016-01-07")?.skip?.confirmedBy == nil)
    #expect(found.asOf("2016-01-08")?.skip?.confirmedBy == Village.manager)
  }
}
