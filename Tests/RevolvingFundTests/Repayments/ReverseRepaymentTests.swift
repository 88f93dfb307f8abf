import RevolvingFund
import Testing

struct ReverseRepaymentTests {
  var books: Books
  let ksm: KSMID
  let loan: LoanID
  let first = ReceiptNumber(year: 2016, number: 1)

  init() throws {
    books = try Village.books()
    ksm = try books.addGroup("A")
    loan = try books.lend(ksm, each: 500_000, on: "2016-01-10")
  }

  private func reversal(
    _ receipt: ReceiptNumber, on day: Day, reason: String = "counted twice"
  ) -> ReverseRepayment {
    ReverseRepayment(loan: loan, ksm: ksm, receipt: receipt, reason: reason, day: day)
  }

  @Test func `a reversal takes the money back and restates what came later`() throws {
    var books = books
    try books.repay(loan, 700_000, on: "2016-02-10")
    try books.repay(loan, 700_000, on: "2016-03-10")
    let effects = try books.run(reversal(first, on: "2016-02-10"), by: Village.manager)
    #expect(effects.vouchers.first?.number.description == "KK-2016-0002")
    #expect(books.facts.loans[loan]?.paid.principal == 625_000)
    #expect(books.facts.loans[loan]?.memberPaid == [140_000, 140_000, 140_000, 140_000, 140_000])
    try books.expectAgreement(on: loan)
    #expect(
      books.refusal(reversal(first, on: "2016-03-11"), by: Village.manager) == [
        .repaymentReversed(receipt: "KW-2016-0001", on: "2016-02-10")
      ])
  }

  @Test func `a loan that was paid off is active again, and its borrowers are taken`() throws {
    var books = books
    try books.repay(loan, 2_537_500, on: "2016-02-10")
    #expect(books.facts.claimed.isEmpty)
    var elsewhere = books
    let member = try #require(books.facts.ksms[ksm]?.members.first)
    elsewhere.facts.claimed = [member.person]
    #expect(
      elsewhere.refusal(reversal(first, on: "2016-02-12"), by: Village.manager) == [
        .borrowerHasOpenShare(member: 1)
      ])
    try books.run(reversal(first, on: "2016-02-12"), by: Village.manager)
    #expect(books.facts.loans[loan]?.state == .active)
    #expect(books.facts.loans[loan]?.waivedServiceCharge == 0)
    #expect(books.facts.claimed.count == 5)
    try books.expectAgreement(on: loan)
  }

  @Test func `what speaks against a reversal`() throws {
    var books = books
    try books.repay(loan, 700_000, on: "2016-02-10")
    #expect(
      books.refusal(reversal(first, on: "2016-02-09", reason: " "), by: Village.cashier) == [
        .textMissing(field: .reason),
        .dayBefore("2016-02-09", earliest: "2016-02-10", milestone: .repaid),
        .reverserIsRecorder,
      ])
    #expect(
      books.refusal(
        reversal(ReceiptNumber(year: 2016, number: 2), on: "2016-02-11"),
        by: Village.manager) == [.notFound(.repayment, name: "KW-2016-0002")])
    try books.close(through: "2016-02")
    #expect(
      books.refusal(reversal(first, on: "2016-02-20"), by: Village.manager) == [
        .periodClosed("2016-02-20", closedThrough: "2016-02")
      ])
    try books.run(reversal(first, on: "2016-03-01"), by: Village.manager)
    try books.expectAgreement(on: loan)
  }

  @Test(arguments: [
    ("KW-2016-0001", true), ("KW-2016-12345", true), ("KW-2016-1", false), ("KM-2016-0001", false),
    ("KW-2016-0000", false), ("", false), ("KW-16-0001", false),
  ])
  func `a receipt's number reads as it is written`(text: String, isNumber: Bool) {
    #expect((ReceiptNumber(text)?.description == text) == isNumber)
  }
}
