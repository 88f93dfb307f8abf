import RevolvingFund
import Testing

struct CashCountTests {
  private var books: Books

  init() throws {
    books = try Village.books()
    try books.run(
      PostJournal(
        upk: upk,
        lines: [
          PostJournal.Line(
            number: 1, day: "2016-01-10", description: "tarik", debit: .cash, credit: .bank,
            amount: 500, reference: nil),
          PostJournal.Line(
            number: 2, day: "2016-02-10", description: "tarik", debit: .cash, credit: .bank,
            amount: 200, reference: nil),
        ]), by: Village.bookkeeper)
  }

  private func count(
    _ counted: Rupiah, on day: Day, by witness: PersonID = Village.witness, note: String = ""
  ) -> RecordCashCount {
    RecordCashCount(upk: upk, counted: counted, witness: witness, note: note, day: day)
  }

  private func booking(_ number: Int64, on day: Day) -> BookCashDifference {
    BookCashDifference(upk: upk, count: number, day: day)
  }

  @Test func `a count stands beside what the books said at the end of its day`() throws {
    var books = books
    let first = try books.run(count(500, on: "2016-01-31"), by: Village.cashier)
    #expect(first.outcome["ledger"] == "500" && first.outcome["difference"] == "0")
    #expect(first.subject.path == "cash-counts/1" && first.vouchers.isEmpty)
    let second = try books.run(count(640, on: "2016-02-29"), by: Village.cashier)
    #expect(second.outcome["ledger"] == "700" && second.outcome["difference"] == "-60")
    let known = try #require(books.facts.cashCounts[upk])
    #expect(known.map(\.counter) == [Village.cashier, Village.cashier])
    #expect(known[1].asOf("2016-02-28") == nil)
    #expect(try books.run(count(0, on: "2016-03-01"), by: Village.cashier).vouchers.isEmpty)
  }

  @Test func `two people see the cash counted, day after day`() throws {
    var books = books
    try books.run(count(500, on: "2016-01-31"), by: Village.cashier)
    let rows: [(RecordCashCount, [Rejection])] = [
      (count(-1, on: "2016-02-01"), [.amountNotPositive(field: .amount, -1)]),
      (
        count(Rupiah(Int64.max), on: "2016-02-01"),
        [.amountTooLarge(field: .amount, Rupiah(Int64.max))]
      ),
      (count(5, on: "2021-01-01"), [.dayInFuture("2021-01-01", today: "2020-12-31")]),
      (
        count(5, on: "2016-01-30"),
        [.dayBefore("2016-01-30", earliest: "2016-01-31", milestone: .counted)]
      ),
      (count(5, on: "2016-02-01", by: Village.cashier), [.witnessIsCounter]),
      (count(5, on: "2016-02-01", by: PersonID(999)), [.notFound(.person, name: "999")]),
      (
        count(5, on: "2016-02-01", note: String(repeating: "x", count: 201)),
        [.textTooLong(field: .note, length: 201, limit: 200)]
      ),
    ]
    for (command, expected) in rows {
      #expect(books.refusal(command, by: Village.cashier) == expected)
    }
  }

  @Test func `what is missing is owed, and what is over is income`() throws {
    var books = books
    try books.run(count(640, on: "2016-02-29"), by: Village.cashier)
    let short = try books.run(booking(1, on: "2016-03-01"), by: Village.bookkeeper)
    #expect(
      short.vouchers.map(\.postings) == [
        [Posting(debit: .misuseReceivable, credit: .cash, amount: 60)]
      ])
    try books.run(count(650, on: "2016-03-31"), by: Village.cashier)
    let over = try books.run(booking(2, on: "2016-03-31"), by: Village.bookkeeper)
    #expect(
      over.vouchers.map(\.postings) == [
        [Posting(debit: .cash, credit: .otherIncome, amount: 10)]
      ])
    #expect(books.trial(asOf: "2016-03-31").balance(.cash) == 650)
  }

  @Test func `only the last difference is booked, once, and not by who keeps the cash`() throws {
    var books = books
    try books.run(count(640, on: "2016-02-29"), by: Village.cashier)
    #expect(
      books.refusal(booking(9, on: "2016-03-01"), by: Village.bookkeeper) == [
        .notFound(.cashCount, name: "9")
      ])
    #expect(
      books.refusal(booking(1, on: "2016-02-28"), by: Village.cashier) == [
        .dayBefore("2016-02-28", earliest: "2016-02-29", milestone: .counted),
        .cashierMayNotPost(on: "2016-02-28"),
      ])
    let voucher = try #require(
      try books.run(booking(1, on: "2016-03-05"), by: Village.bookkeeper).vouchers.first?.number)
    #expect(
      books.refusal(booking(1, on: "2016-03-05"), by: Village.bookkeeper) == [
        .cashDifferenceBooked(count: 1, voucher)
      ])
    // Counted before it was booked: the same money is missing, and not twice.
    try books.run(count(640, on: "2016-03-02"), by: Village.cashier)
    #expect(
      books.refusal(booking(2, on: "2016-03-06"), by: Village.bookkeeper) == [
        .cashDifferenceBooked(count: 1, voucher)
      ])
    try books.run(count(640, on: "2016-03-07"), by: Village.cashier)
    #expect(
      books.refusal(booking(3, on: "2016-03-07"), by: Village.bookkeeper) == [
        .cashCountAgrees(count: 3)
      ])
    #expect(
      books.refusal(booking(2, on: "2016-03-07"), by: Village.bookkeeper).contains(
        .cashCountSuperseded(count: 2, last: 3)))
  }
}
