import RevolvingFund
import Testing

/// Four months, five members of 500.000: 662.500 a month, of which 37.500 are charge.
struct FeeAndSavingsTests {
  private func lent(fee: Rupiah = 0, savings: Int = 0) throws -> (Books, KSMID, LoanID) {
    var books = try Village.books()
    let policy = try #require(books.facts.policies[upk]?.last)
    books.facts.policies[upk] = [policy.with(lateFee: fee, savingsThousandths: savings)]
    let ksm = try books.addGroup("A")
    let loan = try books.lend(ksm, each: 500_000, on: "2016-01-10")
    return (books, ksm, loan)
  }

  private func pay(_ loan: LoanID, _ amount: Rupiah, on day: Day) -> RecordRepayment {
    RecordRepayment(loan: loan, amount: amount, account: .cash, reference: nil, day: day)
  }

  @Test func `a late fee is owed once for each installment missed, and paid first`() throws {
    var (books, ksm, loan) = try lent(fee: 5_000)
    // The first is late, the second is due today.
    let effects = try books.run(pay(loan, 662_500, on: "2016-03-10"), by: Village.cashier)
    #expect(effects.outcome["late_fee"] == "5000")
    #expect(books.facts.loans[loan]?.paid.lateFee == 5_000)
    let again = try books.run(pay(loan, 10_000, on: "2016-03-10"), by: Village.cashier)
    #expect(again.outcome["late_fee"] == "0")
    try books.expectAgreement(on: loan)
    // The second is late too from the next day on.
    let next = try books.run(pay(loan, 10_000, on: "2016-03-11"), by: Village.cashier)
    #expect(next.outcome["late_fee"] == "5000")
    #expect(
      next.vouchers.first?.postings.last
        == Posting(debit: .cash, credit: .creditIncome, amount: 5_000, loan: 1))
    try books.run(
      ReverseRepayment(
        loan: loan, ksm: ksm, receipt: ReceiptNumber(year: 2016, number: 3), reason: "no",
        day: "2016-03-12"), by: Village.manager)
    try books.expectAgreement(on: loan)
  }

  @Test func `a loan with an open fee is not paid off`() throws {
    var (books, _, loan) = try lent(fee: 5_000)
    let debt: Rupiah = 2_500_000 + 75_000 + 5_000
    #expect(
      books.refusal(pay(loan, debt + 1, on: "2016-03-10"), by: Village.cashier) == [
        .repaymentExceedsDebt(amount: debt + 1, debt: debt)
      ])
    let short = try books.run(pay(loan, debt - 1, on: "2016-03-10"), by: Village.cashier)
    #expect(short.outcome["state"] == "active")
    // What was short of the settlement paid later charges ahead, which are not waived then.
    let last = try books.run(pay(loan, 75_001, on: "2016-03-10"), by: Village.cashier)
    #expect(last.outcome["state"] == "paidOff")
    try books.expectAgreement(on: loan)
  }

  @Test func `a fee that is taken back is owed again, and the loan is not paid off without it`()
    throws
  {
    var (books, ksm, loan) = try lent(fee: 5_000)
    let fee = try books.run(pay(loan, 5_000, on: "2016-03-10"), by: Village.cashier)
    #expect(fee.outcome["late_fee"] == "5000" && fee.outcome["principal"] == "0")
    try books.run(pay(loan, 2_575_000, on: "2016-03-10"), by: Village.cashier)
    #expect(books.facts.loans[loan]?.state == .paidOff && books.facts.claimed.isEmpty)
    let back = try books.run(
      ReverseRepayment(
        loan: loan, ksm: ksm, receipt: ReceiptNumber(year: 2016, number: 1), reason: "no",
        day: "2016-03-20"), by: Village.manager)
    #expect(
      back.vouchers.map(\.postings) == [
        [Posting(debit: .creditIncome, credit: .cash, amount: 5_000, loan: 1)]
      ])
    let reopened = try #require(books.facts.loans[loan])
    #expect(reopened.state == .active && reopened.closedOn == nil)
    #expect(reopened.paid.principal == 2_500_000 && reopened.paid.lateFee == 0)
    #expect(books.facts.claimed.count == 5)
    let repayments = books.facts.repayments[loan] ?? []
    #expect(reopened.lateFeeOwed(repayments, asOf: "2016-03-19") == 0)
    // What falls due after the settlement is not late.
    #expect(reopened.lateFeeOwed(repayments, asOf: "2016-12-31") == 5_000)
    #expect(books.facts.portfolios[upk]?[loan]?.position(asOf: "2016-12-31")?.outstanding == 0)
    #expect(
      books.refusal(pay(loan, 5_001, on: "2016-04-01"), by: Village.cashier) == [
        .repaymentExceedsDebt(amount: 5_001, debt: 5_000)
      ])
    let again = try books.run(pay(loan, 5_000, on: "2016-04-01"), by: Village.cashier)
    #expect(again.outcome["state"] == "paidOff")
    #expect(books.facts.loans[loan]?.closedOn == "2016-04-01" && books.facts.claimed.isEmpty)
  }

  @Test func `savings come with the installment, after it and before what runs ahead`() throws {
    var (books, ksm, loan) = try lent(savings: 50)
    let amount: Rupiah = 662_500 + 33_125 + 4_375
    let effects = try books.run(pay(loan, amount, on: "2016-02-08"), by: Village.cashier)
    #expect(effects.outcome["savings"] == "33125")
    #expect(effects.outcome["service_charge"] == "41875")
    #expect(books.facts.savings[ksm]?.balance(asOf: "2016-02-08") == 33_125)
    #expect(
      effects.vouchers.first?.postings.last
        == Posting(debit: .savingsCash, credit: .savings, amount: 33_125, ksm: ksm.number))
    try books.expectAgreement(on: loan)
    try books.run(
      ReverseRepayment(
        loan: loan, ksm: ksm, receipt: ReceiptNumber(year: 2016, number: 1), reason: "no",
        day: "2016-02-09"), by: Village.manager)
    #expect(books.facts.savings[ksm]?.balance(asOf: "2016-02-09") == 0)
    try books.expectAgreement(on: loan)
  }

  @Test func `exactly the settlement pays the loan off, and nothing is saved with it`() throws {
    var (books, _, loan) = try lent(savings: 50)
    let effects = try books.run(pay(loan, 2_537_500, on: "2016-02-10"), by: Village.cashier)
    #expect(effects.outcome["state"] == "paidOff")
    #expect(effects.outcome["savings"] == "0")
    try books.expectAgreement(on: loan)
  }
}
