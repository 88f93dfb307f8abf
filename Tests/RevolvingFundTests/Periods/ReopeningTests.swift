import RevolvingFund
import Testing

/// A closed month is opened again by two people (rules.md 0, ruling 22).
struct ReopeningTests {
  private func request(_ month: Month, on day: Day, reason: String = "left out") -> RequestReopening
  {
    RequestReopening(upk: upk, month: month, reason: reason, day: day)
  }

  private func confirm(_ month: Month, on day: Day) -> ConfirmReopening {
    ConfirmReopening(upk: upk, month: month, day: day)
  }

  private func fee(on day: Day) -> PostJournal {
    PostJournal(
      upk: upk,
      lines: [
        PostJournal.Line(
          number: 1, day: day, description: "fee", debit: .bankFees, credit: .bank, amount: 900,
          reference: nil)
      ])
  }

  private func books() throws -> Books {
    var books = try Village.books()
    try books.close(through: "2016-10")
    return books
  }

  @Test func `what was left out is booked, and the next close makes version 2 beside version 1`()
    throws
  {
    var books = try books()
    #expect(
      books.refusal(fee(on: "2016-10-20"), by: Village.bookkeeper).map(\.code) == [.periodClosed])
    try books.run(request("2016-10", on: "2016-11-05"), by: Village.bookkeeper)
    #expect(
      books.refusal(fee(on: "2016-10-20"), by: Village.bookkeeper).map(\.code) == [.periodClosed])
    let opened = try books.run(confirm("2016-10", on: "2016-11-06"), by: Village.manager)
    #expect(opened.outcome["version"] == "2")
    #expect(books.facts.periods[upk]?.last?.month == "2016-09")
    try books.run(fee(on: "2016-10-20"), by: Village.bookkeeper)
    #expect(
      books.refusal(fee(on: "2016-09-30"), by: Village.bookkeeper).map(\.code) == [.periodClosed])
    try books.run(
      ClosePeriod(upk: upk, month: "2016-10", day: "2016-11-07"), by: Village.bookkeeper)
    let versions = books.periods.filter { $0.month == "2016-10" }
    #expect(versions.map(\.version) == [1, 2])
    #expect(
      PeriodDifference.all(from: versions[0], to: versions[1]) == [
        PeriodDifference(figure: .indicator(.ccr), before: Ratio(0, 0), after: Ratio(0, 900)),
        PeriodDifference(
          figure: .indicator(.roi), before: Ratio(0, 20_000_000),
          after: Ratio(-900, 20_000_000)),
      ])
    #expect(PeriodDifference.all(from: versions[0], to: versions[0]).isEmpty)
    // Version 2 can be opened as version 1 was.
    try books.run(request("2016-10", on: "2016-11-08"), by: Village.bookkeeper)
    try books.run(confirm("2016-10", on: "2016-11-08"), by: Village.manager)
    try books.run(
      ClosePeriod(upk: upk, month: "2016-10", day: "2016-11-09"), by: Village.bookkeeper)
    #expect(books.periods.last?.version == 3)
    try books.close(through: "2016-11")
    #expect(books.periods.last?.version == 1)
  }

  @Test func `the first closed month is opened as well`() throws {
    var books = try Village.books()
    try books.close(through: "2015-06")
    try books.run(request("2015-06", on: "2015-07-05"), by: Village.bookkeeper)
    try books.run(confirm("2015-06", on: "2015-07-05"), by: Village.manager)
    #expect(books.facts.periods[upk]?.last == nil)
    try books.run(
      ClosePeriod(upk: upk, month: "2015-06", day: "2015-07-06"), by: Village.bookkeeper)
    #expect(books.periods.last?.version == 2)
  }

  @Test func `only the last closed month is opened, with a reason, before the 15th`() throws {
    var books = try books()
    func refusal(_ command: some Command) -> [Rejection] {
      books.refusal(command, by: Village.bookkeeper)
    }
    #expect(
      refusal(request("2016-09", on: "2016-11-05")) == [
        .periodNotLast("2016-09", last: "2016-10")
      ])
    #expect(refusal(request("2016-10", on: "2016-11-14")) == [])
    #expect(
      refusal(request("2016-10", on: "2016-11-15")) == [
        .reopeningTooLate("2016-11-15", latest: "2016-11-14")
      ])
    #expect(
      refusal(request("2016-10", on: "2016-11-05", reason: " ")) == [
        .textMissing(field: .reason)
      ])
    #expect(
      refusal(request("2016-10", on: "2016-11-05", reason: String(repeating: "a", count: 2001)))
        == [.textTooLong(field: .reason, length: 2001, limit: 2000)])
    #expect(
      refusal(request("2016-10", on: "2021-01-01")) == [
        .dayInFuture("2021-01-01", today: "2020-12-31"),
        .reopeningTooLate("2021-01-01", latest: "2016-11-14"),
      ])
    try books.run(request("2016-10", on: "2016-11-05"), by: Village.bookkeeper)
    #expect(
      refusal(request("2016-10", on: "2016-11-06")) == [
        .alreadyExists(.reopening, name: "2016-10")
      ])
    let fresh = try Village.books()
    #expect(
      fresh.refusal(request("2016-10", on: "2016-11-05"), by: Village.bookkeeper)
        == [.notFound(.period, name: "2016-10")])
  }

  @Test func `another person confirms it, after it was asked for and in time`() throws {
    var books = try books()
    func refusal(on day: Day, by person: PersonID = Village.manager) -> [Rejection] {
      books.refusal(confirm("2016-10", on: day), by: person)
    }
    #expect(refusal(on: "2016-11-06") == [.notFound(.reopening, name: "2016-10")])
    try books.run(request("2016-10", on: "2016-11-05"), by: Village.bookkeeper)
    #expect(refusal(on: "2016-11-06", by: Village.bookkeeper) == [.confirmerIsRequester])
    #expect(
      refusal(on: "2016-11-04") == [
        .dayBefore("2016-11-04", earliest: "2016-11-05", milestone: .reopeningRequested)
      ])
    #expect(
      refusal(on: "2016-11-15") == [
        .reopeningTooLate("2016-11-15", latest: "2016-11-14")
      ])
    #expect(refusal(on: "2016-11-14") == [])
  }

  @Test func `a month of a closed year stays closed`() throws {
    var books = try Village.books()
    try books.close(through: "2015-12")
    try books.run(request("2015-12", on: "2016-01-02"), by: Village.bookkeeper)
    try books.run(CloseYear(upk: upk, year: 2015, day: "2016-01-03"), by: Village.bookkeeper)
    #expect(
      books.refusal(confirm("2015-12", on: "2016-01-04"), by: Village.manager)
        == [.yearClosed(2015)])
  }
}
