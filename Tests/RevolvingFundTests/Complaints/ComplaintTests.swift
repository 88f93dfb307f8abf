import RevolvingFund
import Testing

struct ComplaintTests {
  let books: Books

  init() throws {
    books = try Village.books()
  }

  private func complaint(
    _ text: String = "No sheet on the board", on day: Day = "2016-05-02"
  ) -> RecordComplaint {
    RecordComplaint(upk: upk, channel: .box, text: text, day: day)
  }

  private func answer(
    _ text: String = "Posted", to number: Int64 = 1, on day: Day = "2016-05-09"
  ) -> AnswerComplaint {
    AnswerComplaint(complaint: ComplaintID(upk, number), text: text, day: day)
  }

  @Test func `complaints are numbered, and answered after some days`() throws {
    var books = books
    let first = try books.run(complaint(), by: Village.officer)
    #expect(first.subject == .complaint(ComplaintID(upk, 1)))
    #expect(try books.run(complaint(), by: Village.officer).subject.path == "complaints/2")
    let open = try #require(books.facts.complaints[ComplaintID(upk, 1)])
    #expect(open.days(asOf: "2016-05-12") == 10 && open.answer(asOf: "2016-05-12") == nil)

    let effects = try books.run(answer(), by: Village.manager)
    #expect(effects.outcome["days"] == "7")
    let answered = try #require(books.facts.complaints[ComplaintID(upk, 1)])
    #expect(answered.answer(asOf: "2016-05-08") == nil)
    #expect(answered.answer(asOf: "2016-05-09")?.by == Village.manager)
    #expect(answered.days(asOf: "2016-12-31") == 7 && answered.days(asOf: "2016-05-08") == 6)
  }

  @Test(arguments: [
    ("Nothing hangs on the board", ""), ("Loan 2 of 767.000 on 2016-05-02", ""),
    ("Call 0812-3456-7890", "contact"), ("Write to a@b", "contact"), ("Paid 12345678", ""),
    ("Account 123-45678-9", "contact"),
    ("Closed 2016-05-02 - 2016-05-04.", ""), ("dari 02-05-2016 04-05-2016", ""),
  ])
  func `a text that may give somebody away is recorded, and said to`(
    text: String, hint: String
  ) throws {
    var books = books
    let effects = try books.run(complaint(text), by: Village.officer)
    #expect(effects.outcome["hint"] == hint)
  }

  @Test(arguments: ["9900000000000001", "NIK 99 0000 000000 0001.", "9900-0000-0000-0001"])
  func `a NIK is refused however it is written`(number: String) throws {
    #expect(
      books.refusal(complaint(number), by: Village.officer)
        == [.personalDataInText(field: .complaint)])
    var books = books
    try books.run(complaint(), by: Village.officer)
    #expect(
      books.refusal(answer(number), by: Village.manager) == [.personalDataInText(field: .answer)])
  }

  @Test func `bad complaints and answers are refused`() throws {
    var books = books
    let long = String(repeating: "x", count: 2001)
    #expect(
      books.refusal(complaint(" "), by: Village.officer) == [.textMissing(field: .complaint)])
    #expect(
      books.refusal(complaint(long), by: Village.officer)
        == [.textTooLong(field: .complaint, length: 2001, limit: 2000)])
    #expect(
      books.refusal(complaint(on: "2021-01-01"), by: Village.officer)
        == [.dayInFuture("2021-01-01", today: "2020-12-31")])
    #expect(
      books.refusal(answer(), by: Village.manager) == [.notFound(.complaint, name: "1")])
    try books.run(complaint(), by: Village.officer)
    #expect(
      books.refusal(answer("", on: "2016-05-01"), by: Village.manager) == [
        .textMissing(field: .answer),
        .dayBefore("2016-05-01", earliest: "2016-05-02", milestone: .complained),
      ])
    try books.run(answer(), by: Village.manager)
    #expect(
      books.refusal(answer("Again"), by: Village.manager)
        == [.complaintAnswered(number: 1, on: "2016-05-09")])
  }
}
