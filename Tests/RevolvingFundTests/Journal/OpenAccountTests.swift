import RevolvingFund
import Testing

struct OpenAccountTests {
  let books: Books

  init() throws { books = try Village.books() }

  private func opening(
    _ code: Int32, _ name: String = "Materai", on day: Day = "2016-01-01"
  ) -> OpenAccount {
    OpenAccount(upk: upk, account: Account(AccountCode(code), name), day: day)
  }

  @Test func `an account that was opened is booked on like any other`() throws {
    var books = books
    let effects = try books.run(opening(51031), by: Village.bookkeeper)
    #expect(effects.subject.path == "accounts/51031" && effects.vouchers.isEmpty)
    #expect(books.charts[upk]?.last == Account(AccountCode(51031), "Materai"))
    let line = PostJournal.Line(
      number: 1, day: "2016-01-31", description: "x", debit: AccountCode(51031), credit: .cash,
      amount: 1, reference: nil)
    #expect(
      books.refusal(PostJournal(upk: upk, lines: [line]), by: Village.bookkeeper) == [
        .incomeSpent(line: 1, AccountCode(51031), unspent: 0, asked: 1)
      ])
  }

  @Test func `the chart keeps the places of money, loans, savings, reserve and capital`() {
    for code: Int32 in [
      11011, 11023, 11031, 11060, 11100, 12013, 12022, 21020, 21029, 31015, 41011, 51050, 51055,
      51071, 51091, 9999, 60000,
    ] {
      #expect(
        books.refusal(opening(code), by: Village.bookkeeper).contains(
          .accountNotExtensible(AccountCode(code))), "\(code)")
    }
    for code: Int32 in [11061, 11099, 21011, 21051, 41029, 41031, 51011, 51049] {
      #expect(books.refusal(opening(code), by: Village.bookkeeper) == [], "\(code)")
    }
  }

  @Test func `it has a name and a code of its own, and a day that came`() throws {
    var books = books
    try books.run(opening(51031), by: Village.bookkeeper)
    #expect(
      books.refusal(opening(51031, " ", on: "2021-01-01"), by: Village.manager) == [
        .textMissing(field: .name), .alreadyExists(.account, name: "51031"),
        .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
    #expect(
      books.refusal(
        opening(51032, String(repeating: "x", count: 61)), by: Village.manager) == [
          .textTooLong(field: .name, length: 61, limit: 60)
        ])
  }

  @Test func `what is advanced on an added asset account is paid from unspent income`() throws {
    var books = books
    try books.run(opening(11061, "Uang muka"), by: Village.bookkeeper)
    func line(_ debit: AccountCode, _ credit: AccountCode, _ amount: Rupiah) -> PostJournal.Line {
      PostJournal.Line(
        number: 1, day: "2016-01-31", description: "x", debit: debit, credit: credit,
        amount: amount, reference: nil)
    }
    try books.run(
      PostJournal(upk: upk, lines: [line(.bank, .otherIncome, 100)]), by: Village.bookkeeper)
    let advance = line(AccountCode(11061), .cash, 60)
    try books.run(PostJournal(upk: upk, lines: [advance]), by: Village.bookkeeper)
    #expect(FundUse(books.trial(asOf: "2016-12-31")).unspent == 40)
    #expect(
      books.refusal(PostJournal(upk: upk, lines: [advance]), by: Village.bookkeeper) == [
        .incomeSpent(line: 1, AccountCode(11061), unspent: 40, asked: 60)
      ])
  }
}
