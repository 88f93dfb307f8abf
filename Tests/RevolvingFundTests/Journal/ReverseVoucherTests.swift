import RevolvingFund
import Testing

struct ReverseVoucherTests {
  private var books: Books
  private let fee = VoucherNumber(kind: .cashPayment, year: 2016, number: 1)

  init() throws {
    books = try Village.books()
    try books.run(
      PostJournal(
        upk: upk,
        lines: [
          line(1), line(2, debit: .cash, credit: .debts, amount: 500),
          line(3, debit: .savingsBank, credit: .otherIncome, amount: 7),
        ]), by: Village.bookkeeper)
  }

  private func line(
    _ number: Int, on day: Day = "2016-01-31", debit: AccountCode = .bankFees,
    credit: AccountCode = .bank, amount: Rupiah = 10
  ) -> PostJournal.Line {
    PostJournal.Line(
      number: number, day: day, description: "fee", debit: debit, credit: credit,
      amount: amount, reference: nil)
  }

  private func reversal(
    _ voucher: VoucherNumber? = nil, reason: String = "booked twice", on day: Day = "2016-02-10"
  ) -> ReverseVoucher {
    ReverseVoucher(upk: upk, voucher: voucher ?? fee, reason: reason, day: day)
  }

  @Test func `a voucher is taken back by its mirror, which names it`() throws {
    var books = books
    let before = books.trial(asOf: "2016-12-31")
    let effects = try books.run(reversal(), by: Village.manager)
    let mirror = try #require(effects.vouchers.first)
    #expect(mirror.reverses == fee && mirror.number.description == "KM-2016-0003")
    #expect(mirror.postings == [Posting(debit: .bank, credit: .bankFees, amount: 10)])
    #expect(mirror.description == "Pembatalan KK-2016-0001: booked twice")
    #expect(effects.outcome["reversed"] == "KK-2016-0001")
    let after = books.trial(asOf: "2016-12-31")
    #expect(after.balance(.bank) == before.balance(.bank) + 10)
    #expect(after.balance(.bankFees) == .zero)
  }

  @Test func `each voucher is taken back once, and no reversal is`() throws {
    var books = books
    let mirror = try #require(try books.run(reversal(), by: Village.manager).vouchers.first)
    #expect(
      books.refusal(reversal(), by: Village.manager) == [
        .voucherReversed(fee, by: mirror.number)
      ])
    #expect(
      books.refusal(reversal(mirror.number), by: Village.bookkeeper) == [
        .voucherNotManual(mirror.number, kind: "journal.reverse")
      ])
  }

  @Test func `what was not booked by hand is not taken back by hand`() throws {
    let capital = try #require(
      books.facts.vouchers.first { $0.value.kind == "capital.receive" }?.key.number)
    #expect(
      books.refusal(reversal(capital), by: Village.manager) == [
        .voucherNotManual(capital, kind: "capital.receive")
      ])
    let nothing = VoucherNumber(kind: .transfer, year: 2016, number: 99)
    #expect(
      books.refusal(reversal(nothing), by: Village.manager) == [
        .notFound(.voucher, name: "PB-2016-0099")
      ])
  }

  @Test func `another person takes it back, with a reason, not before it was booked`() {
    let rows: [(ReverseVoucher, PersonID, [Rejection])] = [
      (reversal(), Village.bookkeeper, [.reverserIsRecorder]),
      (reversal(reason: " "), Village.manager, [.textMissing(field: .reason)]),
      (
        reversal(reason: String(repeating: "x", count: 161)), Village.manager,
        [.textTooLong(field: .reason, length: 161, limit: 160)]
      ),
      (
        reversal(on: "2021-01-01"), Village.manager,
        [.dayInFuture("2021-01-01", today: "2020-12-31")]
      ),
      (
        reversal(on: "2016-01-30"), Village.manager,
        [.dayBefore("2016-01-30", earliest: "2016-01-31", milestone: .posted)]
      ),
      (reversal(), Village.cashier, [.cashierMayNotPost(on: "2016-02-10")]),
    ]
    for (command, person, expected) in rows {
      #expect(books.refusal(command, by: person) == expected)
    }
  }

  @Test func `a debt that was paid since is not paid again`() throws {
    var books = books
    let receipt = VoucherNumber(kind: .cashReceipt, year: 2016, number: 1)
    #expect(books.refusal(reversal(receipt), by: Village.manager) == [])
    try books.run(
      PostJournal(
        upk: upk,
        lines: [line(1, on: "2016-03-01", debit: .debts, credit: .cash, amount: 1)]),
      by: Village.bookkeeper)
    #expect(
      books.refusal(reversal(receipt), by: Village.manager) == [
        .fundForLendingOnly(line: 1, .debts)
      ])
  }

  @Test func `the savers' money stays covered`() throws {
    var books = books
    let interest = VoucherNumber(kind: .cashReceipt, year: 2016, number: 2)
    #expect(books.refusal(reversal(interest), by: Village.manager) == [])
    books.facts.savingsPools[upk] = SavingsPool(movements: [
      SavingsPool.Movement(account: .savings, on: "2016-01-01", net: -7),
      SavingsPool.Movement(account: .savingsBank, on: "2016-01-31", net: 7),
    ])
    #expect(
      books.refusal(reversal(interest), by: Village.manager) == [
        .savingsNotCovered(held: 0, owed: 7, on: "2016-02-10")
      ])
  }

  @Test func `a voucher's number is read as it is written`() {
    for text in ["KM-2017-0012", "KK-2017-0001", "PB-2016-12345"] {
      #expect(VoucherNumber(parsing: text)?.description == text)
    }
    for text in ["", "KM-2017", "KM-2017-12", "km-2017-0012", "KM-2017-0000", "XX-2017-0001"] {
      #expect(VoucherNumber(parsing: text) == nil, "\(text)")
    }
  }

  @Test func `who kept the cash on the day books nothing of it by hand`() throws {
    var books = books
    let person = Village.cashier
    let id = try #require(
      books.facts.assignments.values.first { $0.person == person && $0.role == .cashier }?.id)
    try books.run(EndAssignment(assignment: id, day: "2016-06-30"), by: person)
    func refusal(on day: Day) -> [Rejection] {
      books.refusal(PostJournal(upk: upk, lines: [line(4, on: day)]), by: person)
    }
    #expect(refusal(on: "2016-06-30") == [.cashierMayNotPost(on: "2016-06-30", line: 4)])
    #expect(refusal(on: "2016-07-01") == [])
  }
}
