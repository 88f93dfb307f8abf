import RevolvingFund
import Testing

struct ClosePeriodTests {
  private func close(_ month: Month, on day: Day) -> ClosePeriod {
    ClosePeriod(upk: upk, month: month, day: day)
  }

  @Test func `months are closed in order, from that of the first event, after they ended`() throws {
    var books = try Village.books()
    func refusal(_ month: Month, on day: Day) -> [Rejection] {
      books.refusal(close(month, on: day), by: Village.bookkeeper)
    }
    #expect(
      refusal("2015-05", on: "2015-07-01") == [.periodOutOfOrder("2015-05", expected: "2015-06")])
    #expect(refusal("2015-06", on: "2015-06-30") == [.periodNotOver("2015-06", day: "2015-06-30")])
    #expect(
      refusal("2021-01", on: "2021-01-01") == [
        .dayInFuture("2021-01-01", today: "2020-12-31"),
        .periodNotOver("2021-01", day: "2021-01-01"),
        .periodOutOfOrder("2021-01", expected: "2015-06"),
      ])
    try books.run(close("2015-06", on: "2015-07-01"), by: Village.bookkeeper)
    #expect(
      refusal("2015-06", on: "2015-07-02") == [.periodOutOfOrder("2015-06", expected: "2015-07")])
    #expect(refusal("2015-07", on: "2015-08-01") == [])
    let unknown = ClosePeriod(upk: UPKID(9), month: "2015-06", day: "2015-07-01")
    books.facts.heads[UPKID(9)] = Head(stream: UPKID(9), latestDay: "1900-01-01", counters: [:])
    #expect(books.refusal(unknown, by: Village.bookkeeper) == [.notFound(.upk, name: "9")])
  }

  @Test func `vouchers before the first event move the first month to be closed`() throws {
    var books = try Village.books()
    try books.run(journal(on: "2015-03-05"), by: Village.bookkeeper)
    #expect(books.refusal(close("2015-03", on: "2015-07-01"), by: Village.bookkeeper) == [])
  }

  @Test func `a voucher that is dated before the unit worked binds it to no month of then`() throws
  {
    var books = try Village.books()
    try books.run(journal(on: "2001-03-05"), by: Village.bookkeeper)
    #expect(
      books.refusal(close("2001-03", on: "2015-07-01"), by: Village.bookkeeper)
        == [.periodOutOfOrder("2001-03", expected: "2010-01")])
    try books.run(close("2010-01", on: "2015-07-01"), by: Village.bookkeeper)
    #expect(
      books.refusal(journal(on: "2009-12-31"), by: Village.bookkeeper)
        .contains(.periodClosed("2009-12-31", closedThrough: "2010-01", line: 2)))
  }

  @Test(arguments: [
    (nil as Month?, nil as Day?, "2010-01" as Month), (nil, "2001-03-05", "2010-01"),
    (nil, "2010-01-31", "2010-01"), (nil, "2015-06-01", "2015-06"),
    ("2009-12", "2001-03-05", "2010-01"), ("2015-06", "2001-03-05", "2015-07"),
  ])
  func `the next month follows the closed ones, the first day and the first month of work`(
    closed: Month?, firstDay: Day?, next: Month
  ) {
    #expect(
      ClosePeriod.next(after: closed, firstDay: firstDay, operatingSince: "2010-01") == next)
  }

  @Test func `without an event the first operating month is the first`() throws {
    var books = try Village.books()
    books.facts.firstDays[upk] = nil
    #expect(books.refusal(close("2010-01", on: "2015-07-01"), by: Village.bookkeeper) == [])
  }

  @Test func `a close freezes every figure with its inputs`() throws {
    let books = try Mentari.books()
    let december = try #require(books.periods.last)
    #expect(december.month == "2017-12" && december.version == 1)
    #expect(december.closedOn == "2018-01-01" && december.closedBy == Village.bookkeeper)
    #expect(december.indicators.map(\.kind) == [.lar, .par, .ccr, .roi, .rr])
    #expect(
      december.indicators.map(\.inputs) == [
        Ratio(2, 4), Ratio(12_330_000, 20_000_000), Ratio(152_097, 150_414),
        Ratio(1_683, 20_000_000), Ratio(7_670_000, 20_000_000),
      ])
    #expect(december.indicators[3].judged == Ratio(1_683 * 12, 20_000_000 * 12))
    #expect(december.gate.ratio == Ratio(12_330_000, 20_000_000))
    #expect(december.gate.asOf == "2017-12-31")
  }

  private func journal(on day: Day) -> PostJournal {
    PostJournal(
      upk: upk,
      lines: [
        PostJournal.Line(
          number: 1, day: "2015-07-15", description: "a", debit: .bank, credit: .otherIncome,
          amount: 1, reference: nil),
        PostJournal.Line(
          number: 2, day: day, description: "b", debit: .bank, credit: .otherIncome, amount: 1,
          reference: nil),
      ])
  }
}
