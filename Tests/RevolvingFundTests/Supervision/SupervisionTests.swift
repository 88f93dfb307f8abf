import RevolvingFund
import Testing

struct SupervisionTests {
  let books: Books
  let supervisor = Village.supervisors[0]

  init() throws {
    books = try Village.books()
  }

  private func inspection(
    _ findings: [RecordSupervision.FindingPlan] = [.init(text: "No signature", due: nil)],
    note: String = "Cash book", on day: Day = "2016-05-02"
  ) -> RecordSupervision {
    RecordSupervision(upk: upk, note: note, findings: findings, day: day)
  }

  private func answer(
    _ text: String = "Signed", to number: Int64 = 1, on day: Day = "2016-05-20"
  ) -> AnswerFinding {
    AnswerFinding(finding: FindingID(upk, number), text: text, evidence: "KW-1", day: day)
  }

  @Test func `an inspection opens findings that somebody else answers by a day`() throws {
    var books = books
    let effects = try books.run(
      inspection([
        .init(text: "No signature", due: nil), .init(text: "Late", due: "2016-05-10"),
      ]), by: supervisor)
    #expect(effects.subject == .supervision(upk, number: 1))
    #expect(effects.outcome["findings"] == "2")
    let first = try #require(books.facts.findings[FindingID(upk, 1)])
    let second = try #require(books.facts.findings[FindingID(upk, 2)])
    #expect(first.due == "2016-06-01" && second.due == "2016-05-10")
    #expect(first.source == .supervision(1) && first.by == supervisor)
    #expect(!second.isOverdue(asOf: "2016-05-10") && second.isOverdue(asOf: "2016-05-11"))

    try books.run(answer(to: 2, on: "2016-05-12"), by: Village.manager)
    let answered = try #require(books.facts.findings[FindingID(upk, 2)])
    #expect(answered.isOverdue(asOf: "2016-05-11") && !answered.isOverdue(asOf: "2016-12-31"))
    #expect(answered.answer(asOf: "2016-05-12")?.by == Village.manager)
  }

  @Test func `bad inspections are refused`() throws {
    func refusal(_ command: RecordSupervision, by person: PersonID) -> [Rejection] {
      books.refusal(command, by: person)
    }
    #expect(
      refusal(inspection(), by: Village.manager) == [.roleMissing(.supervisor, on: "2016-05-02")])
    #expect(refusal(inspection(note: ""), by: supervisor) == [.textMissing(field: .note)])
    #expect(
      refusal(inspection([.init(text: "", due: nil)]), by: supervisor)
        == [.textMissing(field: .finding, line: 1)])
    #expect(
      refusal(inspection([.init(text: "9900000000000001", due: nil)]), by: supervisor)
        == [.personalDataInText(field: .finding, line: 1)])
    #expect(
      refusal(inspection([.init(text: "x", due: "2016-05-01")]), by: supervisor) == [
        .dayBefore("2016-05-01", earliest: "2016-05-02", milestone: .supervised)
      ])
    let many = [RecordSupervision.FindingPlan](repeating: .init(text: "x", due: nil), count: 51)
    #expect(
      refusal(inspection(many), by: supervisor) == [.tooManyFindings(count: 51, limit: 50)])
  }

  @Test func `an answer is one, and not by the finder`() throws {
    var books = books
    #expect(
      books.refusal(answer(), by: Village.manager) == [.notFound(.finding, name: "1")])
    try books.run(inspection(), by: supervisor)
    #expect(books.refusal(answer(), by: supervisor) == [.finderMayNotAnswer])
    #expect(
      books.refusal(answer("", on: "2016-05-01"), by: Village.manager) == [
        .textMissing(field: .answer),
        .dayBefore("2016-05-01", earliest: "2016-05-02", milestone: .supervised),
      ])
    try books.run(answer(), by: Village.manager)
    #expect(
      books.refusal(answer("Again"), by: Village.manager)
        == [.findingAnswered(number: 1, on: "2016-05-20")])
  }

  private func publication(
    _ month: Month = "2016-01", kind: PublicationKind = .noticeSheet, reference: String = "Board",
    on day: Day = "2016-02-04"
  ) -> RecordPublication {
    RecordPublication(
      upk: upk, publication: kind, month: month, reference: reference, day: day)
  }

  @Test func `a closed month is published once of each kind`() throws {
    var books = books
    #expect(
      books.refusal(publication(), by: Village.manager) == [.notFound(.period, name: "2016-01")])
    try books.close(through: "2016-01")
    #expect(
      books.refusal(publication(reference: ""), by: Village.manager)
        == [.textMissing(field: .reference)])
    try books.run(publication(), by: Village.manager)
    try books.run(publication(kind: .bkmReport), by: Village.manager)
    #expect(
      books.refusal(publication(), by: Village.manager)
        == [.alreadyExists(.publication, name: "notice-sheet 2016-01")])
    #expect(
      books.facts.publications[upk]?.map(\.kind) == [.noticeSheet, .bkmReport])
  }
}
