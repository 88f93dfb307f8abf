import RevolvingFund
import Testing

struct QueueTests {
  let books: Books
  let older: ApplicationID
  let newer: ApplicationID

  init() throws {
    var books = try Village.books()
    let groups = try ["A", "B"].map { name throws(Refusal) in try books.addGroup(name) }
    newer = try books.apply(groups[0], each: 500_000, papers: [.form], on: "2016-01-10")
    older = try books.apply(groups[1], each: 500_000, on: "2016-01-11")
    // Complete later: its place is behind, whatever its number.
    try books.run(
      CompleteApplication(
        application: newer, papers: Set(ApplicationPaper.allCases), day: "2016-01-12"),
      by: Village.officer)
    self.books = books
  }

  private func inspection(_ id: ApplicationID, on day: Day = "2016-01-14") -> RecordInspection {
    let shares = books.facts.applications[id]?.requested ?? []
    return RecordInspection(
      application: id, witness: Village.witness, recommended: shares,
      appraisals: Village.appraisals(of: shares), note: "", day: day)
  }

  private func signature(_ id: ApplicationID) -> SignApproval {
    SignApproval(application: id, verdict: .approve, note: "", day: "2016-01-15")
  }

  @Test func `applications are taken in the order of their completeness`() throws {
    var books = books
    #expect(
      books.refusal(inspection(newer), by: Village.officer) == [
        .queueSkipped(before: [older.number])
      ])
    try books.run(inspection(older), by: Village.officer)
    try books.run(inspection(newer), by: Village.officer)
    #expect(
      books.refusal(signature(newer), by: Village.manager) == [
        .queueSkipped(before: [older.number])
      ])
    try books.run(signature(older), by: Village.manager)
    try books.run(signature(newer), by: Village.manager)
    #expect(
      books.refusal(signature(newer), by: Village.coordinator) == [
        .queueSkipped(before: [older.number])
      ])
    // A rejection passes over nobody.
    try books.sign(newer, by: Village.coordinator, on: "2016-01-15", .reject)
  }

  @Test func `a skip has a reason and is confirmed by a second person`() throws {
    var books = books
    let skip = SkipQueue(application: newer, reason: "planting season", day: "2016-01-13")
    #expect(
      books.refusal(
        SkipQueue(application: newer, reason: " ", day: "2016-01-11"), by: Village.officer) == [
          .textMissing(field: .reason),
          .dayBefore("2016-01-11", earliest: "2016-01-12", milestone: .applicationCompleted),
        ])
    let confirm = ConfirmSkip(application: newer, day: "2016-01-14")
    #expect(
      books.refusal(confirm, by: Village.manager) == [
        .notFound(.queueSkip, name: "\(newer.number)")
      ])
    try books.run(skip, by: Village.officer)
    #expect(
      books.refusal(inspection(newer), by: Village.officer) == [
        .queueSkipped(before: [older.number])
      ])
    #expect(
      books.refusal(skip, by: Village.manager) == [
        .alreadyExists(.queueSkip, name: "\(newer.number)")
      ])
    #expect(books.refusal(confirm, by: Village.officer) == [.skipNeedsSecondPerson])
    try books.run(confirm, by: Village.manager)
    #expect(
      books.refusal(confirm, by: Village.coordinator) == [
        .alreadyExists(.queueSkip, name: "\(newer.number)")
      ])
    #expect(books.refusal(inspection(newer), by: Village.officer) == [])
  }

  @Test func `nobody puts a group of their own or of their kin forward`() throws {
    var books = books
    let ksm = KSMID(upk, 1)
    try books.run(
      DeclareRelationship(
        ksm: ksm, person: Village.manager, relationship: .business, note: "", day: "2016-01-12"),
      by: Village.manager)
    let member = try #require(books.facts.ksms[ksm]?.members.first)
    let skip = SkipQueue(application: newer, reason: "haste", day: "2016-01-13")
    #expect(
      books.refusal(skip, by: Village.manager) == [
        .recusalRequired(.business, person: Village.manager.value, ksm: 1)
      ])
    #expect(
      books.refusal(skip, by: member.person) == [.belongsToGroup(member: member.number)])
  }

  @Test func `a place is held by nobody who is over`() throws {
    var books = books
    try books.run(
      CancelApplication(application: older, reason: "no need", day: "2016-01-13"),
      by: Village.officer)
    #expect(books.refusal(inspection(newer), by: Village.officer) == [])
    #expect(
      books.refusal(
        SkipQueue(application: older, reason: "haste", day: "2016-01-13"), by: Village.manager
      )
      .map(\.code) == [.wrongApplicationState])
  }
}
