import RevolvingFund
import Testing

struct PostJournalTests {
  let books: Books

  init() throws {
    books = try Village.books()
  }

  private func line(
    _ number: Int = 1, on day: Day = "2016-01-31", text: String = "fee",
    debit: AccountCode = .bankFees, credit: AccountCode = .bank, amount: Rupiah = 10,
    reference: String? = nil
  ) -> PostJournal.Line {
    PostJournal.Line(
      number: number, day: day, description: text, debit: debit, credit: credit,
      amount: amount, reference: reference)
  }

  private func refusal(_ lines: [PostJournal.Line], of books: Books? = nil) -> [Rejection] {
    (books ?? self.books).refusal(
      PostJournal(upk: upk, lines: lines), by: Village.bookkeeper)
  }

  @Test func `no two vouchers of a call stand on one line of it`() {
    #expect(refusal([line(1), line(2), line(1)]) == [.fieldRepeated(field: "voucher.1")])
    #expect(
      refusal([line(1), line(1, amount: 0)])
        == [.amountNotPositive(field: .line(1), 0)])
  }

  @Test func `vouchers get the next number of their kind and the year of their day`() throws {
    var books = books
    let effects = try books.run(
      PostJournal(
        upk: upk,
        lines: [
          line(1), line(2, debit: .bank, credit: .otherIncome), line(3, on: "2017-01-01"), line(4),
        ]), by: Village.bookkeeper)
    #expect(
      effects.vouchers.map(\.number.description) == [
        "KK-2016-0001", "KM-2016-0001", "KK-2017-0001", "KK-2016-0002",
      ])
    #expect(effects.counters == ["KK-2016": 3, "KM-2016": 2, "KK-2017": 2])
    let next = try books.run(PostJournal(upk: upk, lines: [line()]), by: Village.bookkeeper)
    #expect(next.vouchers.map(\.number.description) == ["KK-2016-0003"])
    #expect(next.outcome["vouchers"] == "1")
  }

  @Test func `a list has at least one voucher and at most a thousand`() throws {
    #expect(refusal([]) == [.vouchersMissing])
    #expect(
      refusal((1...1001).map { line($0) }) == [.tooManyVouchers(count: 1001, limit: 1000)])
    #expect(refusal((1...1000).map { line($0, amount: .limit) }) == [])
  }

  @Test func `one bad line refuses the whole list and is named`() {
    let long = String(repeating: "x", count: 201)
    let rows: [(PostJournal.Line, Rejection)] = [
      (line(500, amount: 0), .amountNotPositive(field: .line(500), 0)),
      (line(500, amount: 1_000_000_000_000), .amountTooLarge(field: .line(500), 1_000_000_000_000)),
      (line(500, text: " "), .textMissing(field: .description, line: 500)),
      (
        line(500, text: long),
        .textTooLong(field: .description, length: 201, limit: 200, line: 500)
      ),
      (line(500, reference: ""), .textMissing(field: .reference, line: 500)),
      (
        line(500, on: "2021-01-01"),
        .dayInFuture("2021-01-01", today: "2020-12-31", line: 500)
      ),
      (line(500, debit: AccountCode(51999)), .accountUnknown(line: 500, AccountCode(51999))),
      (line(500, debit: .loans), .accountControlled(line: 500, .loans)),
      (line(500, credit: .serviceCharge), .accountControlled(line: 500, .serviceCharge)),
      (line(500, debit: .bank), .accountsEqual(line: 500, .bank)),
    ]
    for (bad, rejection) in rows {
      var lines = (1...1000).map { line($0) }
      lines[499] = bad
      #expect(refusal(lines) == [rejection])
      #expect(rejection.facts.contains { $0.name == "line" && $0.value == "500" })
    }
  }

  @Test func `a paper's number is used once, in the list and before it`() throws {
    #expect(
      refusal([line(1, reference: "12"), line(2, reference: "12")]) == [
        .referenceUsed(line: 2, reference: "12")
      ])
    var books = books
    try books.run(
      PostJournal(upk: upk, lines: [line(reference: "12")]), by: Village.bookkeeper)
    #expect(
      refusal([line(7, reference: "12")], of: books) == [
        .referenceUsed(line: 7, reference: "12", holder: books.holder("12"))
      ])
  }

  @Test func `all that is wrong is told at once, in the order of the codes, then of the lines`() {
    let rejections = refusal([
      line(1, debit: .loans, amount: -5),
      line(2, on: "2021-01-01", text: "", debit: .bank, amount: 0),
    ])
    #expect(
      rejections == [
        .amountNotPositive(field: .line(1), -5), .amountNotPositive(field: .line(2), 0),
        .textMissing(field: .description, line: 2),
        .dayInFuture("2021-01-01", today: "2020-12-31", line: 2),
        .accountControlled(line: 1, .loans), .accountsEqual(line: 2, .bank),
      ])
  }

  @Test func `a bar in a reference does not make two vouchers the same`() {
    let left = PostJournal(upk: upk, lines: [line(text: "b|c", reference: "a")])
    let right = PostJournal(upk: upk, lines: [line(text: "c", reference: "a|b")])
    #expect(left.content.firstDifference(from: right.content) == "voucher.1")
    let none = PostJournal(upk: upk, lines: [line(text: "c")])
    #expect(right.content.firstDifference(from: none.content) == "voucher.1.reference")
  }

  @Test func `it is booked on the latest day of its vouchers`() {
    let command = PostJournal(
      upk: upk, lines: [line(1), line(2, on: "2016-03-01"), line(3, on: "2016-02-01")])
    #expect(command.day == "2016-03-01")
  }
}
