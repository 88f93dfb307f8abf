import RevolvingFund
import Testing

struct FreezeTests {
  private func frozen(requestedBy person: PersonID? = nil) throws -> Books {
    var books = try Village.books()
    let head = try #require(books.facts.heads[upk])
    books.facts.heads[upk] = Head(
      stream: upk, latestDay: head.latestDay, counters: head.counters,
      freeze: Freeze(
        upk: upk, number: 3, on: "2016-05-10",
        difference: BookDifference(
          control: "loans", place: "loan/1", what: "account 11030", expected: "1", found: "2"),
        request: person.map { Freeze.Request(by: $0, on: "2016-05-11", reason: "Dipulihkan") },
        release: nil))
    return books
  }

  private func request(_ reason: String = "Dipulihkan", on day: Day = "2016-05-11")
    -> RequestRelease
  {
    RequestRelease(upk: upk, reason: reason, day: day)
  }

  private func confirm(on day: Day = "2016-05-12") -> ConfirmRelease {
    ConfirmRelease(upk: upk, day: day)
  }

  @Test func `frozen books refuse what is asked of them with one reason alone`() throws {
    let books = try frozen()
    let close = ClosePeriod(upk: upk, month: "2031-01", day: "2031-02-01")
    #expect(
      books.refusal(close, by: Village.bookkeeper)
        == [.upkFrozen(on: "2016-05-10", place: "loan/1", what: "account 11030")])
  }

  @Test func `a release is asked for with a reason, from the day of the freeze on`() throws {
    let books = try frozen()
    #expect(
      books.refusal(request("", on: "2016-05-09"), by: Village.bookkeeper) == [
        .textMissing(field: .reason),
        .dayBefore("2016-05-09", earliest: "2016-05-10", milestone: .frozen),
      ])
    #expect(
      books.refusal(request(String(repeating: "a", count: 2001)), by: Village.bookkeeper)
        == [.textTooLong(field: .reason, length: 2001, limit: 2000)])
    #expect(
      books.refusal(request(on: "2021-01-01"), by: Village.bookkeeper)
        == [.dayInFuture("2021-01-01", today: "2020-12-31")])
    let effects = try books.decide(request(), by: Village.bookkeeper)
    #expect(effects.subject == .freeze(upk, number: 3))
    guard case .freezeChanged(let freeze)? = effects.changes.first else {
      Issue.record("nothing changed")
      return
    }
    #expect(freeze.request?.by == Village.bookkeeper && freeze.release == nil)
  }

  @Test func `another person confirms a release, not before it was asked for`() throws {
    let books = try frozen(requestedBy: Village.bookkeeper)
    #expect(
      books.refusal(confirm(on: "2016-05-10"), by: Village.bookkeeper) == [
        .dayBefore("2016-05-10", earliest: "2016-05-11", milestone: .releaseRequested),
        .releaseNeedsSecondPerson,
      ])
    #expect(
      books.refusal(confirm(on: "2021-01-01"), by: Village.officer)
        == [.dayInFuture("2021-01-01", today: "2020-12-31")])
    let effects = try books.decide(confirm(), by: Village.officer)
    guard case .freezeChanged(let freeze)? = effects.changes.first else {
      Issue.record("nothing changed")
      return
    }
    #expect(freeze.release == Freeze.Release(by: Village.officer, on: "2016-05-12"))
  }

  @Test func `what is not frozen is not released, nor what nobody asked for`() throws {
    let open = try Village.books()
    #expect(open.refusal(request(), by: Village.bookkeeper).map(\.code) == [.notFound])
    #expect(open.refusal(confirm(), by: Village.officer).map(\.code) == [.notFound])
    #expect(
      try frozen().refusal(confirm(), by: Village.officer)
        == [.notFound(.releaseRequest, name: "3")])
  }
}
