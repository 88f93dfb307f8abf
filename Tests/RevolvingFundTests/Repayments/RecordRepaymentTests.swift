import RevolvingFund
import Testing

struct RecordRepaymentTests {
  let books: Books
  let loan: LoanID

  init() throws {
    var books = try Village.books()
    loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    self.books = books
  }

  private func refusal(
    _ amount: Rupiah, on day: Day = "2016-02-10", account: AccountCode = .cash,
    reference: String? = nil, loan: LoanID? = nil, of books: Books? = nil
  ) -> [Rejection] {
    (books ?? self.books).refusal(
      RecordRepayment(
        loan: loan ?? self.loan, amount: amount, account: account, reference: reference, day: day),
      by: Village.cashier)
  }

  @Test func `a repayment is booked as service charge and principal, on one receipt`() throws {
    var books = books
    let effects = try books.run(
      RecordRepayment(
        loan: loan, amount: 700_000, account: .cash, reference: "0001", day: "2016-02-10"),
      by: Village.cashier)
    let voucher = try #require(effects.vouchers.first)
    #expect(voucher.number.description == "KM-2016-0001")
    #expect(voucher.reference == "0001")
    #expect(
      voucher.postings == [
        Posting(debit: .cash, credit: .serviceCharge, amount: 75_000, loan: 1),
        Posting(debit: .cash, credit: .loans, amount: 625_000, loan: 1),
      ])
    #expect(effects.outcome["principal"] == "625000")
    #expect(effects.outcome["service_charge"] == "75000")
    #expect(effects.outcome["outstanding"] == "1875000")
    #expect(effects.outcome["state"] == "active")
  }

  @Test func `a part of the charge alone has one posting`() throws {
    let effects = try books.decide(
      RecordRepayment(
        loan: loan, amount: 1, account: .bank, reference: nil, day: "2016-02-10"),
      by: Village.cashier)
    #expect(effects.vouchers.first?.postings.map(\.credit) == [.serviceCharge])
  }

  @Test func `the settlement pays the loan off, waives the rest and frees the borrowers`() throws {
    var books = books
    let effects = try books.repay(loan, 2_537_500, on: "2016-02-10")
    #expect(effects.outcome["waived"] == "112500")
    #expect(effects.outcome["state"] == "paidOff")
    #expect(books.facts.loans[loan]?.closedOn == "2016-02-10")
    #expect(books.facts.claimed.isEmpty)
    #expect(refusal(1, of: books).first == .loanNotActive(.paidOff))
  }

  @Test func `a repayment is within the debt`() {
    #expect(refusal(2_537_501) == [.repaymentExceedsDebt(amount: 2_537_501, debt: 2_537_500)])
    #expect(refusal(2_650_000, on: "2016-04-11") == [])
    #expect(refusal(0) == [.amountNotPositive(field: .amount, 0)])
    #expect(
      refusal(1_000_000_000_000).map(\.code) == [.amountTooLarge, .repaymentExceedsDebt])
    #expect(refusal(Rupiah(Int64.max)).map(\.code) == [.amountTooLarge, .repaymentExceedsDebt])
    #expect(refusal(Rupiah(Int64.min)).map(\.code) == [.amountNotPositive])
  }

  @Test func `what else speaks against a repayment is told at once`() {
    #expect(
      refusal(-1, on: "2016-01-09", account: .savingsBank, reference: "") == [
        .amountNotPositive(field: .amount, -1), .textMissing(field: .reference),
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .disbursed),
        .accountNotForLending(.savingsBank),
      ])
    #expect(
      refusal(1, on: "2021-01-01", reference: String(repeating: "1", count: 61)) == [
        .textTooLong(field: .reference, length: 61, limit: 60),
        .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
    #expect(refusal(1, loan: LoanID(upk, 9)) == [.notFound(.loan, name: "9")])
  }

  @Test func `a receipt's number is used once`() throws {
    var books = books
    try books.run(
      RecordRepayment(
        loan: loan, amount: 1, account: .cash, reference: "7", day: "2016-02-10"),
      by: Village.cashier)
    let holder = PaperHolder(
      voucher: VoucherNumber(kind: .cashReceipt, year: 2016, number: 1), on: "2016-02-10",
      receipt: ReceiptNumber(year: 2016, number: 1), loan: 1)
    #expect(
      refusal(1, reference: "7", of: books) == [
        .referenceUsed(line: 1, reference: "7", holder: holder)
      ])
  }
}
