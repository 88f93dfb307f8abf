import RevolvingFund
import Testing

struct SavingsCommandTests {
  private var books: Books
  private let ksm: KSMID

  init() throws {
    books = try Village.books()
    ksm = try books.addGroup("A")
  }

  private func deposit(
    _ amount: Rupiah, _ account: AccountCode = .savingsCash, _ reference: String? = nil,
    on day: Day = "2016-01-10"
  ) -> DepositSavings {
    DepositSavings(ksm: ksm, amount: amount, account: account, reference: reference, day: day)
  }

  private func withdrawal(
    _ amount: Rupiah, _ account: AccountCode = .savingsCash, on day: Day = "2016-01-10"
  ) -> WithdrawSavings {
    WithdrawSavings(ksm: ksm, amount: amount, account: account, reference: nil, day: day)
  }

  private func banking(_ amount: Rupiah, on day: Day = "2016-01-10") -> BankSavings {
    BankSavings(upk: upk, amount: amount, reference: nil, day: day)
  }

  @Test func `savings come in, are banked and go out, each with its voucher`() throws {
    var books = books
    let first = try books.run(deposit(100), by: Village.cashier)
    #expect(first.subject == .ksm(ksm))
    #expect(first.outcome["balance"] == "100")
    try books.run(deposit(50, .savingsBank), by: Village.cashier)
    try books.run(banking(60), by: Village.cashier)
    let last = try books.run(withdrawal(110, .savingsBank), by: Village.cashier)
    #expect(last.outcome["balance"] == "40")
    #expect(
      books.vouchers.suffix(4).map(\.postings) == [
        [Posting(debit: .savingsCash, credit: .savings, amount: 100, ksm: 1)],
        [Posting(debit: .savingsBank, credit: .savings, amount: 50, ksm: 1)],
        [Posting(debit: .savingsBank, credit: .savingsCash, amount: 60)],
        [Posting(debit: .savings, credit: .savingsBank, amount: 110, ksm: 1)],
      ])
    #expect(
      books.vouchers.suffix(4).map(\.number.description) == [
        "KM-2016-0001", "KM-2016-0002", "PB-2016-0001", "KK-2016-0001",
      ])
  }

  @Test func `no more goes out than the group has and the account holds, then and later`() throws {
    var books = books
    let other = try books.addGroup("B")
    try books.run(deposit(100), by: Village.cashier)
    try books.run(
      DepositSavings(
        ksm: other, amount: 500, account: .savingsBank, reference: nil, day: "2016-01-10"),
      by: Village.cashier)
    try books.run(banking(40, on: "2016-02-01"), by: Village.cashier)
    let rows: [(Rupiah, AccountCode, Day, [Rejection])] = [
      (60, .savingsCash, "2016-01-10", []),
      (
        61, .savingsCash, "2016-01-10",
        [.insufficientFunds(.savingsCash, available: 60, asked: 61)]
      ),
      (100, .savingsBank, "2016-01-10", []),
      (101, .savingsBank, "2016-02-01", [.savingsExceeded(ksm: 1, available: 100, asked: 101)]),
      (
        1, .savingsBank, "2016-01-09",
        [
          .insufficientFunds(.savingsBank, available: 0, asked: 1),
          .savingsExceeded(ksm: 1, available: 0, asked: 1),
          .savingsNotCovered(held: -1, owed: -1, on: "2016-01-09"),
        ]
      ),
    ]
    for (amount, account, day, expected) in rows {
      let found = books.refusal(withdrawal(amount, account, on: day), by: Village.cashier)
      // What is owed falls with what is held: the cover itself never fails here.
      #expect(
        found == expected.filter { $0.code != .savingsNotCovered }, "\(amount) on \(day)")
    }
    try books.run(withdrawal(100, .savingsBank, on: "2016-03-01"), by: Village.cashier)
    #expect(
      books.refusal(withdrawal(1, on: "2016-01-10"), by: Village.cashier) == [
        .savingsExceeded(ksm: 1, available: 0, asked: 1)
      ])
  }

  @Test func `only what is there in cash is banked, then and later`() throws {
    var books = books
    try books.run(deposit(100), by: Village.cashier)
    try books.run(withdrawal(30, on: "2016-02-01"), by: Village.cashier)
    #expect(books.refusal(banking(70), by: Village.cashier) == [])
    #expect(
      books.refusal(banking(71), by: Village.cashier) == [
        .insufficientFunds(.savingsCash, available: 70, asked: 71)
      ])
    #expect(
      books.refusal(banking(0, on: "2021-01-01"), by: Village.cashier) == [
        .amountNotPositive(field: .amount, 0), .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
  }

  @Test func `all that is wrong is told at once`() throws {
    var books = books
    let wrong: [Rejection] = [
      .amountNotPositive(field: .amount, -1), .textMissing(field: .reference),
      .dayBefore("2015-05-31", earliest: "2015-06-01", milestone: .ksmFormed),
      .accountNotForSavings(.bank),
    ]
    #expect(
      books.refusal(deposit(-1, .bank, "", on: "2015-05-31"), by: Village.cashier) == wrong)
    #expect(
      books.refusal(deposit(Rupiah(Int64.max), .cash, on: "2021-01-01"), by: Village.cashier) == [
        .amountTooLarge(field: .amount, Rupiah(Int64.max)),
        .dayInFuture("2021-01-01", today: "2020-12-31"), .accountNotForSavings(.cash),
      ])
    #expect(
      books.refusal(withdrawal(5, .bank), by: Village.cashier) == [
        .accountNotForSavings(.bank), .savingsExceeded(ksm: 1, available: 0, asked: 5),
      ])
    try books.run(deposit(5, .savingsCash, "T-1"), by: Village.cashier)
    #expect(
      books.refusal(deposit(5, .savingsCash, "T-1"), by: Village.cashier) == [
        .referenceUsed(line: 1, reference: "T-1", holder: books.holder("T-1"))
      ])
    let nobody = KSMID(upk, 9)
    #expect(
      books.refusal(
        DepositSavings(
          ksm: nobody, amount: 1, account: .savingsCash, reference: nil, day: "2016-01-01"),
        by: Village.cashier) == [.notFound(.ksm, name: "9")])
    #expect(
      books.refusal(
        WithdrawSavings(
          ksm: nobody, amount: 1, account: .savingsCash, reference: nil, day: "2016-01-01"),
        by: Village.cashier) == [.notFound(.ksm, name: "9")])
  }

  @Test func `where savings are not covered, nothing that leaves it so is booked`() throws {
    var books = books
    // As books of an earlier program may stand, which let 21020 be booked by hand.
    books.facts.savingsPools[upk] = SavingsPool(movements: [
      SavingsPool.Movement(account: .savings, on: "2016-01-01", net: -50),
      SavingsPool.Movement(account: .savingsBank, on: "2016-02-01", net: 20),
    ])
    #expect(
      books.refusal(deposit(5), by: Village.cashier) == [
        .savingsNotCovered(held: 5, owed: 55, on: "2016-01-10")
      ])
    #expect(
      books.refusal(deposit(5, on: "2016-02-01"), by: Village.cashier) == [
        .savingsNotCovered(held: 25, owed: 55, on: "2016-02-01")
      ])
  }
}
