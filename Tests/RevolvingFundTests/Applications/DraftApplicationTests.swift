import RevolvingFund
import Testing

struct DraftApplicationTests {
  let books: Books
  let ksm: KSMID

  init() throws {
    var books = try Village.books()
    ksm = try books.addGroup("A")
    self.books = books
  }

  private func draft(
    _ shares: [Share]? = nil, amount: Rupiah? = nil, months: Int = 4, of ksm: KSMID? = nil,
    papers: Set<ApplicationPaper> = [.form], on day: Day, replacing replaced: ApplicationID? = nil
  ) -> DraftApplication {
    let shares = shares ?? (1...5).map { Share(member: $0, amount: 500_000) }
    return DraftApplication(
      form: SubmitApplication(
        ksm: ksm ?? self.ksm, amount: amount ?? shares.total(\.amount), shares: shares,
        months: months, purpose: .familyCapital, businessStage: .existing, papers: papers,
        day: day), replacing: replaced)
  }

  private func refusal(_ command: any Command, in books: Books? = nil) -> [Rejection] {
    (books ?? self.books).refusal(command, by: Village.officer)
  }

  @Test func `a draft is held to nothing that its group is held to, and waits for nobody`() throws {
    var books = books
    // No policy lends to six, none for sixty months, and nobody is member 9.
    let made = try books.run(
      draft([Share(member: 9, amount: 9_000_000)], months: 60, on: "2015-07-01"),
      by: Village.officer)
    #expect(made.outcome["state"] == "draft")
    #expect(
      made.outcome["missing"]
        == "memberList,identityCards,formationMinutes,jointLiabilityStatement")
    let id = ApplicationID(upk, 1)
    let found = try #require(books.facts.applications[id])
    #expect(found.state == .draft && !found.wasHandedIn && found.completedOn == nil)
    #expect(found.validUntil == "2015-09-29")
    #expect(
      PipelineProgress(found, disbursedOn: nil, asOf: "2015-07-02") == nil)
    let visit = RecordInspection(
      application: id, witness: Village.witness, recommended: [], appraisals: [], note: "",
      day: "2015-07-02")
    #expect(refusal(visit, in: books).map(\.code).contains(.wrongApplicationState))
  }

  @Test func `a form stands on its own, names a group, and is of a day that came`() {
    let two = [Share(member: 1, amount: 5), Share(member: 1, amount: 5)]
    #expect(
      refusal(draft(two, amount: 11, months: 61, of: KSMID(upk, 9), on: "2016-01-10")) == [
        .notFound(.ksm, name: "9"), .shareRepeated(member: 1),
        .sharesDoNotSum(shares: 10, amount: 11),
        .termOutOfPolicy(months: 61, shortest: 1, longest: 60),
      ])
    #expect(refusal(draft(months: 0, on: "2016-01-10")).map(\.code) == [.termOutOfPolicy])
    #expect(refusal(draft(on: "2099-01-01")).map(\.code) == [.dayInFuture])
  }

  @Test func `a draft is typed anew, keeps its number, and grows no younger by it`() throws {
    var books = books
    let id = ApplicationID(upk, 1)
    try books.run(draft(on: "2016-01-10"), by: Village.officer)
    let anew = draft(
      [Share(member: 2, amount: 700_000)], months: 6,
      papers: Set(ApplicationPaper.allCases), on: "2016-01-12", replacing: id)
    try books.run(anew, by: Village.officer)
    let found = try #require(books.facts.applications[id])
    #expect(books.facts.applications.count == 1)
    #expect(found.amount == 700_000 && found.months == 6 && found.missing == [])
    #expect(found.submittedOn == "2016-01-10" && found.state == .draft)
    #expect(found.completedOn == nil)

    #expect(
      refusal(draft(on: "2016-01-09", replacing: id), in: books) == [
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .applicationDrafted)
      ])
    let other = try books.addGroup("B")
    #expect(
      refusal(draft(of: other, on: "2016-01-13", replacing: id), in: books)
        == [.notFound(.application, name: "1")])
    #expect(
      refusal(draft(on: "2016-01-13", replacing: ApplicationID(upk, 7)), in: books)
        == [.notFound(.application, name: "7")])
  }

  @Test func `a draft takes its place in the queue on the day of its submission`() throws {
    var books = books
    let id = ApplicationID(upk, 1)
    try books.run(
      draft(papers: Set(ApplicationPaper.allCases), on: "2016-01-10"), by: Village.officer)
    let done = try books.run(
      SubmitDraft(draft: id, ksm: ksm, day: "2016-01-20"), by: Village.officer)
    #expect(done.outcome["state"] == "submitted" && done.outcome["missing"] == "")
    let found = try #require(books.facts.applications[id])
    #expect(found.wasHandedIn && found.state == .submitted)
    #expect(found.submittedOn == "2016-01-20" && found.completedOn == "2016-01-20")
    let asked = try #require(
      try SubmittedAlike(books: self.books, ksm: ksm, on: "2016-01-20").application)
    #expect(found == asked)
    #expect(
      refusal(SubmitDraft(draft: id, ksm: ksm, day: "2016-01-21"), in: books)
        == [.wrongApplicationState(.submitted, required: [.draft])])
    #expect(
      refusal(draft(on: "2016-01-21", replacing: id), in: books)
        == [.wrongApplicationState(.submitted, required: [.draft])])
  }

  @Test func `a draft that lacks papers is submitted as incomplete`() throws {
    var books = books
    try books.run(draft(on: "2016-01-10"), by: Village.officer)
    try books.run(
      SubmitDraft(draft: ApplicationID(upk, 1), ksm: ksm, day: "2016-01-11"), by: Village.officer)
    let found = try #require(books.facts.applications[ApplicationID(upk, 1)])
    #expect(found.state == .incomplete && found.missing.count == 4)
  }

  @Test func `a submission of a draft is held to all that any submission is`() throws {
    var books = books
    let shares = [Share(member: 6, amount: 2_000_000)]
    try books.run(draft(shares, months: 40, on: "2015-07-01"), by: Village.officer)
    let asked = SubmitApplication(
      ksm: ksm, amount: 2_000_000, shares: shares, months: 40, purpose: .familyCapital,
      businessStage: .existing, papers: [.form], day: "2015-08-31")
    let expected = refusal(asked)
    #expect(expected.count >= 4)
    let id = ApplicationID(upk, 1)
    #expect(refusal(SubmitDraft(draft: id, ksm: ksm, day: "2015-08-31"), in: books) == expected)
    #expect(
      refusal(SubmitDraft(draft: id, ksm: ksm, day: "2015-06-30"), in: books).contains(
        .dayBefore("2015-06-30", earliest: "2015-07-01", milestone: .applicationDrafted)))
    #expect(
      refusal(SubmitDraft(draft: ApplicationID(upk, 5), ksm: ksm, day: "2015-08-31"), in: books)
        == [.notFound(.application, name: "5")])
  }

  @Test func `a draft expires ninety days after it was made, and nothing says so`() throws {
    var books = books
    let id = ApplicationID(upk, 1)
    try books.run(draft(on: "2016-01-10"), by: Village.officer)
    try books.run(draft(on: "2016-03-01", replacing: id), by: Village.officer)
    let found = try #require(books.facts.applications[id])
    #expect(found.state(on: "2016-04-09") == .draft && found.state(on: "2016-04-10") == .expired)
    #expect(refusal(SubmitDraft(draft: id, ksm: ksm, day: "2016-04-09"), in: books) == [])
    let late: [Rejection] = [.wrongApplicationState(.expired, required: [.draft])]
    #expect(refusal(SubmitDraft(draft: id, ksm: ksm, day: "2016-04-10"), in: books) == late)
    #expect(refusal(draft(on: "2016-04-10", replacing: id), in: books) == late)
  }

  @Test func `a draft is taken back, and was never handed in`() throws {
    var books = books
    let id = ApplicationID(upk, 1)
    try books.run(draft(on: "2016-01-10"), by: Village.officer)
    func cancelling(on day: Day) -> CancelApplication {
      CancelApplication(application: id, reason: "no need", day: day)
    }
    #expect(
      refusal(cancelling(on: "2016-01-09"), in: books) == [
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .applicationDrafted)
      ])
    try books.run(cancelling(on: "2016-01-11"), by: Village.officer)
    let found = try #require(books.facts.applications[id])
    #expect(found.state == .cancelled && !found.wasHandedIn)
    #expect(
      refusal(SubmitDraft(draft: id, ksm: ksm, day: "2016-01-12"), in: books)
        == [.wrongApplicationState(.cancelled, required: [.draft])])
  }
}

/// The application that a group would have made in one step.
private struct SubmittedAlike {
  let application: Application?

  init(books: Books, ksm: KSMID, on day: Day) throws {
    var books = books
    let shares = (1...5).map { Share(member: $0, amount: 500_000) }
    try books.run(
      SubmitApplication(
        ksm: ksm, amount: 2_500_000, shares: shares, months: 4, purpose: .familyCapital,
        businessStage: .existing, papers: Set(ApplicationPaper.allCases), day: day),
      by: Village.officer)
    application = books.facts.applications[ApplicationID(upk, 1)]
  }
}
