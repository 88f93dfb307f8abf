import RevolvingFund
import Testing

/// What a manual voucher may not do with the fund's money and the savers'.
struct RingFenceTests {
  private var books: Books

  init() throws {
    books = try Village.books()
    let ksm = try books.addGroup("A")
    try books.run(
      DepositSavings(
        ksm: ksm, amount: 1000, account: .savingsBank, reference: nil, day: "2016-01-05"),
      by: Village.cashier)
  }

  private typealias Written = (debit: Int32, credit: Int32, amount: Int64, day: Day)

  private func journal(_ lines: [Written]) -> PostJournal {
    PostJournal(
      upk: upk,
      lines: lines.enumerated().map { index, line in
        PostJournal.Line(
          number: index + 1, day: line.day, description: "x", debit: AccountCode(line.debit),
          credit: AccountCode(line.credit), amount: Rupiah(line.amount), reference: nil)
      })
  }

  private func refusal(_ lines: [Written], _ books: Books? = nil) -> [Rejection] {
    (books ?? self.books).refusal(journal(lines), by: Village.bookkeeper)
  }

  @Test(arguments: [51010, 51020, 51030, 51040, 51050, 12020] as [Int32])
  func `cost is paid from unspent income, to the last rupiah`(account: Int32) throws {
    #expect(
      refusal([(account, 11010, 1, "2016-01-31")]) == [
        .incomeSpent(line: 1, AccountCode(account), unspent: 0, asked: 1)
      ])
    #expect(
      refusal([(11021, 41020, 100, "2016-12-31"), (account, 11010, 100, "2016-01-31")]) == [])
    #expect(
      refusal([(11021, 41020, 100, "2016-12-31"), (account, 11010, 101, "2016-01-31")]) == [
        .incomeSpent(line: 2, AccountCode(account), unspent: 100, asked: 101)
      ])
  }

  @Test(arguments: [(51060, 11021), (51070, 12021), (51080, 12021), (51090, 11021)])
  func `the bank's cost, wear and risk are booked whatever is left`(debit: Int32, credit: Int32) {
    #expect(refusal([(debit, credit, 5_000_000, "2016-01-31")]) == [])
  }

  @Test func `earlier lines count, but for those that are refused`() {
    #expect(
      refusal([
        (11021, 41020, 100, "2016-01-31"), (51010, 11010, 60, "2016-01-31"),
        (51020, 11010, 50, "2016-01-31"), (12020, 11010, 40, "2016-01-31"),
        (51030, 11010, 1, "2016-01-31"),
      ]) == [
        .incomeSpent(line: 3, AccountCode(51020), unspent: 40, asked: 50),
        .incomeSpent(line: 5, AccountCode(51030), unspent: 0, asked: 1),
      ])
  }

  @Test func `a year has its own income, and what earlier years left`() throws {
    var books = books
    try books.run(
      journal([(11021, 41020, 100, "2016-05-01"), (51010, 11010, 30, "2016-06-01")]),
      by: Village.bookkeeper)
    #expect(refusal([(51010, 11010, 70, "2016-01-31")], books) == [])
    #expect(refusal([(51010, 11010, 70, "2017-01-31")], books) == [])
    #expect(
      refusal([(51010, 11010, 71, "2017-01-31"), (51010, 11010, 1, "2015-12-31")], books) == [
        .incomeSpent(line: 1, AccountCode(51010), unspent: 70, asked: 71),
        .incomeSpent(line: 2, AccountCode(51010), unspent: 0, asked: 1),
      ])
    // A loss of an earlier year takes nothing from this one's income.
    try books.run(journal([(51060, 11021, 500, "2016-07-01")]), by: Village.bookkeeper)
    #expect(
      refusal([(11021, 41020, 9, "2017-01-31"), (51010, 11010, 9, "2017-01-31")], books) == [])
  }

  @Test func `moving a cost to its right account spends nothing`() throws {
    var books = books
    try books.run(
      journal([(11021, 41020, 100, "2016-05-01"), (51010, 11010, 100, "2016-06-01")]),
      by: Village.bookkeeper)
    #expect(refusal([(51030, 51010, 40, "2016-06-30")], books) == [])
    #expect(
      refusal([(51030, 51080, 40, "2016-06-30")], books) == [
        .incomeSpent(line: 1, AccountCode(51030), unspent: 0, asked: 40)
      ])
  }

  @Test(
    arguments: [
      (31040, true), (31010, true), (31050, true), (51070, true), (51080, true), (12021, true),
      (21050, true), (21010, true), (41020, true), (51060, false),
    ] as [(Int32, Bool)])
  func `the fund's money goes out for loans, for cost and for what is owed, and for nothing else`(
    debit: Int32, drains: Bool
  ) {
    for money: Int32 in [11010, 11021] {
      let found = refusal([(debit, money, 10, "2016-01-31")])
      #expect(
        found.contains(.fundForLendingOnly(line: 1, AccountCode(debit))) == drains,
        "\(debit) / \(money)")
    }
    // What is owed may be paid, to the last rupiah, counting the lines before.
    #expect(
      refusal([(11010, 21010, 10, "2016-01-30"), (21010, 11010, 10, "2016-01-31")]) == [])
    #expect(
      refusal([(11010, 21010, 10, "2016-01-30"), (21010, 11010, 11, "2016-01-31")])
        == [.fundForLendingOnly(line: 2, AccountCode(21010))])
    #expect(
      !refusal([(31040, 21050, 10, "2016-01-31")]).contains {
        $0.code == .fundForLendingOnly
      })
  }

  @Test(
    arguments: [
      (21020, 11010), (11010, 21020), (11012, 11010), (11010, 11012), (11022, 11012),
      (11022, 11021), (11022, 11010), (11010, 11022), (51010, 11022), (51030, 11022),
      (21050, 11022), (11022, 41010), (41020, 11022),
    ] as [(Int32, Int32)])
  func `the savers' accounts move by savings, and not by hand`(debit: Int32, credit: Int32) {
    let found = refusal([(11021, 41020, 50, "2016-01-06"), (debit, credit, 10, "2016-01-31")])
    #expect(found.contains { $0.code == .accountControlled }, "\(found)")
    #expect(!found.contains { $0.code == .savingsNotCovered })
  }

  @Test func `the fund pays what the bank takes from the savers' account`() throws {
    var books = books
    let effects = try books.run(
      journal([
        (51060, 11022, 30, "2016-01-31"), (51090, 11022, 4, "2016-01-31"),
        (11022, 41020, 20, "2016-01-31"),
      ]), by: Village.bookkeeper)
    #expect(
      effects.vouchers.map(\.postings) == [
        [
          Posting(debit: .bankFees, credit: .savingsBank, amount: 30),
          Posting(debit: .savingsBank, credit: .bank, amount: 30),
        ],
        [
          Posting(debit: .bankTax, credit: .savingsBank, amount: 4),
          Posting(debit: .savingsBank, credit: .bank, amount: 4),
        ],
        [Posting(debit: .savingsBank, credit: .otherIncome, amount: 20)],
      ])
    #expect(effects.vouchers.map(\.number.kind) == [.cashPayment, .cashPayment, .cashReceipt])
    #expect(books.trial(asOf: "2016-01-31").balance(.savingsBank) == 1020)
  }

  @Test func `what the savers' account earned may go to the fund, and not one rupiah of theirs`()
    throws
  {
    var books = books
    #expect(
      refusal([(11021, 11022, 1, "2016-01-31")]) == [
        .savingsNotCovered(held: 999, owed: 1000, on: "2016-01-31", line: 1)
      ])
    try books.run(journal([(11022, 41020, 20, "2016-02-01")]), by: Village.bookkeeper)
    #expect(
      refusal(
        [
          (11021, 11022, 1, "2016-01-31"), (11021, 11022, 15, "2016-02-01"),
          (11021, 11022, 6, "2016-02-02"), (11021, 11022, 5, "2016-02-02"),
        ], books) == [
          .savingsNotCovered(held: 999, owed: 1000, on: "2016-01-31", line: 1),
          .savingsNotCovered(held: 999, owed: 1000, on: "2016-02-02", line: 3),
        ])
    // Money that is needed later cannot be taken before.
    try books.run(journal([(11021, 11022, 20, "2016-03-01")]), by: Village.bookkeeper)
    #expect(
      refusal([(11021, 11022, 1, "2016-02-01")], books) == [
        .savingsNotCovered(held: 999, owed: 1000, on: "2016-03-01", line: 1)
      ])
  }

  @Test func `a refused line keeps its own reasons and hides no other`() {
    #expect(
      refusal([(51010, 11010, -5, "2016-01-31"), (31040, 11021, 5, "2021-01-31")]) == [
        .amountNotPositive(field: .line(1), -5),
        .dayInFuture("2021-01-31", today: "2020-12-31", line: 2),
        .accountControlled(line: 2, .priorProfit),
        .fundForLendingOnly(line: 2, .priorProfit),
      ])
  }

  @Test func `loans are not paid from the savers' accounts`() throws {
    var books = books
    let id = try books.approve(try books.addGroup("B"), each: 100, on: "2016-02-01")
    try books.contract(id, on: "2016-02-01")
    for account in AccountCode.ofSavers {
      #expect(
        books.refusal(
          Village.payOut(id, from: account, on: "2016-02-01"), by: Village.cashier)
          == [.accountNotForLending(account)])
    }
  }
}
