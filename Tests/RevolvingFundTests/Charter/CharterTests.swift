import RevolvingFund
import Testing

struct CharterTests {
  private func refusal(_ charter: Charter, on day: Day = "2015-07-01") throws -> [Rejection] {
    try Village.bare().refusal(SetCharter(charter: charter, day: day), by: Village.coordinator)
  }

  @Test func `a charter is recorded as it is, with what it lacks`() throws {
    var books = try Village.bare()
    let effects = try books.run(
      SetCharter(charter: Village.charter(lacking: [.lendingOnly]), day: "2015-07-01"),
      by: Village.coordinator)
    #expect(effects.subject == .charter(upk, version: 1))
    #expect(effects.subject.path == "charters/1")
    let charter = try #require(books.facts.charters[upk]?.first)
    #expect(charter.version == 1)
    #expect(charter.lacking == [.lendingOnly])
    #expect(charter.articles[.povertyTool] == "Article povertyTool")
    try books.run(
      SetCharter(charter: Village.charter(from: "2016-01-01"), day: "2015-12-01"),
      by: Village.coordinator)
    let all = books.facts.charters[upk] ?? []
    #expect(all.inForce(on: "2015-05-31") == nil)
    #expect(all.inForce(on: "2015-12-31")?.version == 1)
    #expect(all.inForce(on: "2016-01-01")?.lacking == [])
  }

  @Test func `a charter without any clause is one`() throws {
    let bare = Village.charter(lacking: Set(CharterClause.allCases))
    #expect(try refusal(bare) == [])
    #expect(bare.lacking == CharterClause.allCases)
  }

  @Test func `deed, minutes and the words of a clause are there, and not too long`() throws {
    let long = String(repeating: "x", count: 2001)
    let charter = Charter(
      upk: upk, version: 0, validFrom: Village.founded, deed: "",
      articles: [.povertyTool: " ", .incomeForUnitOnly: long], minutes: "\t")
    #expect(
      try refusal(charter, on: "2021-01-01") == [
        .textMissing(field: .deed), .textMissing(field: .povertyTool),
        .textMissing(field: .minutes),
        .textTooLong(field: .incomeForUnitOnly, length: 2001, limit: 2000),
        .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
  }

  @Test func `a version begins after the one before it and after the latest booked day`() throws {
    var books = try Village.bare()
    try books.run(
      SetCharter(charter: Village.charter(from: "2015-01-01"), day: "2015-07-01"),
      by: Village.coordinator)
    func refusal(from day: Day) -> [Rejection] {
      books.refusal(
        SetCharter(charter: Village.charter(from: day), day: "2015-07-01"),
        by: Village.coordinator)
    }
    #expect(
      refusal(from: "2015-01-01") == [
        .dayBefore("2015-01-01", earliest: "2015-01-02", milestone: .charterBegan),
        .dayBefore("2015-01-01", earliest: "2015-07-02", milestone: .decided),
      ])
    #expect(refusal(from: "2015-07-02") == [])
  }

  @Test func `every field of a charter makes it another request`() {
    let base = SetCharter(charter: Village.charter(), day: "2015-07-01").content
    let changes: [(Charter, String)] = [
      (Village.charter(from: "2016-01-01"), "valid_from"), (Village.charter(deed: "x"), "deed"),
      (Village.charter(lacking: [.lendingOnly]), "clause.lendingOnly"),
      (Village.charter(minutes: "x"), "minutes"),
    ]
    for (charter, field) in changes {
      let content = SetCharter(charter: charter, day: "2015-07-01").content
      #expect(content.firstDifference(from: base) == field)
    }
  }
}
