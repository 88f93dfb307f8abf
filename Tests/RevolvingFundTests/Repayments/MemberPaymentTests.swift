import RevolvingFund
import Testing

struct MemberPaymentTests {
  let books: Books
  let loan: LoanID

  init() throws {
    var books = try Village.books()
    loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    self.books = books
  }

  private func payment(
    _ amount: Rupiah, _ members: [MemberPayment], reference: String? = nil
  ) -> RecordRepayment {
    RecordRepayment(
      loan: loan, amount: amount, account: .cash, reference: reference, members: members,
      day: "2016-02-10")
  }

  @Test func `a repayment that names nobody is for every member alike, to the last rupiah`() throws
  {
    var books = books
    let effects = try books.run(payment(700_002, []), by: Village.cashier)
    #expect(
      books.facts.loans[loan]?.memberPaid == [140_001, 140_001, 140_000, 140_000, 140_000])
    #expect(effects.outcome["receipt"] == "KW-2016-0001")
    #expect(effects.outcome["member.1.1"] == "140001")
    try books.expectAgreement(on: loan)
  }

  @Test func `members are paid as the group says, and one may pay for another`() throws {
    var books = books
    try books.run(
      payment(
        300_000,
        [
          MemberPayment(member: 1, payer: 1, amount: 140_000),
          MemberPayment(member: 2, payer: 1, amount: 160_000),
        ]), by: Village.cashier)
    let found = try #require(books.facts.loans[loan])
    #expect(found.memberPaid == [140_000, 160_000, 0, 0, 0])
    // What names nobody goes first to those who are open longest.
    try books.repay(loan, 400_000, on: "2016-02-10")
    #expect(books.facts.loans[loan]?.memberPaid.total() == 700_000)
    try books.expectAgreement(on: loan)
  }

  @Test func `what a member brings in parts is one payment`() throws {
    var books = books
    let parts = [(1, 1, 100_000), (2, 1, 60_000), (1, 1, 40_000)] as [(Int64, Int64, Rupiah)]
    let effects = try books.run(
      payment(
        200_000, parts.map { MemberPayment(member: $0.0, payer: $0.1, amount: $0.2) }),
      by: Village.cashier)
    #expect(
      books.facts.repayments[loan]?.last?.members == [
        MemberPayment(member: 1, payer: 1, amount: 140_000),
        MemberPayment(member: 2, payer: 1, amount: 60_000),
      ])
    #expect(effects.outcome.repeatedName == nil)
    #expect(effects.outcome["member.1.1"] == "140000")
    try books.expectAgreement(on: loan)
  }

  @Test func `what is wrong with the members is told at once`() throws {
    #expect(
      books.refusal(
        payment(300_000, [MemberPayment(member: 9, payer: 8, amount: 200_000)]),
        by: Village.cashier) == [
          .notFound(.member, name: "1/8"), .notFound(.member, name: "1/9"),
          .memberPaymentsDoNotSum(payments: 200_000, due: 300_000),
        ])
    #expect(
      books.refusal(
        payment(600_000, [MemberPayment(member: 1, payer: 1, amount: 600_000)]),
        by: Village.cashier) == [.shareOverpaid(member: 1, amount: 600_000, open: 530_000)])
    #expect(
      books.refusal(
        payment(1, [MemberPayment(member: 1, payer: 1, amount: 0)]), by: Village.cashier)
        == [.amountNotPositive(field: .share(member: 1), 0)])
  }

  @Test func `the paper says whether it is the same money`() {
    let first = payment(300_000, [], reference: "K-1")
    #expect(first.paper?.isSame(as: payment(300_000, [], reference: "K-1").content) == true)
    #expect(first.paper?.isSame(as: payment(300_001, [], reference: "K-1").content) == false)
    #expect(payment(300_000, []).paper == nil)
  }

  @Test func `money beyond the debt is held for the group, used or given back`() throws {
    var books = books
    let ksm = try #require(books.facts.loans[loan]?.ksm)
    let debt: Rupiah = 2_537_500
    let effects = try books.run(
      RecordRepayment(
        loan: loan, amount: debt + 62_500, account: .cash, reference: nil, excess: .hold,
        day: "2016-02-10"), by: Village.cashier)
    #expect(effects.outcome["held"] == "62500")
    #expect(effects.outcome["state"] == "paidOff")
    #expect(books.facts.suspense[ksm]?.balance(asOf: "2016-02-10") == 62_500)
    func refund(_ amount: Rupiah, _ day: Day = "2016-02-11") -> RefundSuspense {
      RefundSuspense(ksm: ksm, amount: amount, account: .cash, reference: nil, day: day)
    }
    #expect(
      books.refusal(refund(62_501), by: Village.cashier) == [
        .suspenseExceeded(ksm: ksm.number, available: 62_500, asked: 62_501)
      ])
    #expect(
      books.refusal(refund(1, "2016-02-09"), by: Village.cashier) == [
        .suspenseExceeded(ksm: ksm.number, available: 0, asked: 1)
      ])
    try books.run(refund(2_500), by: Village.cashier)
    let second = try books.lend(ksm, each: 500_000, on: "2016-03-10")
    let applied = try books.run(
      ApplySuspense(loan: second, ksm: ksm, amount: 60_000, day: "2016-04-10"),
      by: Village.cashier)
    #expect(
      applied.vouchers.first?.postings == [
        Posting(
          debit: .suspense, credit: .serviceCharge, amount: 37_500, loan: 2, ksm: ksm.number),
        Posting(debit: .suspense, credit: .loans, amount: 22_500, loan: 2, ksm: ksm.number),
      ])
    #expect(books.facts.suspense[ksm]?.balance(asOf: "2016-04-10") == 0)
    try books.expectAgreement(on: second)
  }
}
