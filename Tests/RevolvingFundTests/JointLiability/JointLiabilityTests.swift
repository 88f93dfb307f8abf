import RevolvingFund
import Testing

struct JointLiabilityTests {
  var books: Books
  let ksm: KSMID
  let loan: LoanID

  init() throws {
    books = try Village.books()
    ksm = try books.addGroup("A")
    loan = try books.lend(ksm, each: 500_000, on: "2016-01-10")
  }

  private func standing(_ books: Books, asOf day: Day) throws -> JointLiability {
    JointLiability(
      try #require(books.facts.loans[loan]), repayments: books.facts.repayments[loan] ?? [],
      settlements: books.facts.debtSettlements[loan] ?? [],
      writeOff: books.facts.portfolios[upk]?[loan]?.writeOff, asOf: day)
  }

  /// Four pay their own 132.500, the first also 100.000 for the fifth.
  private func collected() throws -> Books {
    var books = books
    let own = (Int64(1)...4).map { MemberPayment(member: $0, payer: $0, amount: 132_500) }
    try books.run(
      RecordRepayment(
        loan: loan, amount: 630_000, account: .cash, reference: nil,
        members: own + [MemberPayment(member: 5, payer: 1, amount: 100_000)],
        day: "2016-02-10"), by: Village.cashier)
    return books
  }

  @Test func `who is short, who paid for whom, and who owes whom`() throws {
    let found = try standing(collected(), asOf: "2016-02-11")
    #expect(found.members.map(\.due) == [132_500, 132_500, 132_500, 132_500, 132_500])
    #expect(found.members.map(\.short) == [0, 0, 0, 0, 32_500])
    #expect(found.members.map(\.paidByOthers) == [0, 0, 0, 0, 100_000])
    #expect(found.members.map(\.paidForOthers) == [100_000, 0, 0, 0, 0])
    #expect(found.debts == [MemberDebt(pair: MemberPair(debtor: 5, creditor: 1), amount: 100_000)])
    // On the due day nobody is behind, and before the payment nobody owes.
    #expect(try standing(collected(), asOf: "2016-02-10").short.isEmpty)
    #expect(try standing(collected(), asOf: "2016-02-09").debts.isEmpty)
  }

  @Test func `a call is the meeting that the ladder asks for, once it asks`() throws {
    var books = books
    func call(on day: Day) throws {
      try books.run(
        CallJointLiability(loan: loan, present: [1, 2], decision: "All pay", day: day),
        by: Village.officer)
    }
    try call(on: "2016-02-15")
    #expect(books.facts.caseSteps[loan] == nil)
    try call(on: "2016-03-10")
    #expect(books.facts.caseSteps[loan]?.map(\.action) == [.jointLiabilityMeeting])
    #expect(books.facts.caseSteps[loan]?.map(\.note) == ["All pay"])
    try call(on: "2016-03-20")
    #expect(books.facts.caseSteps[loan]?.count == 1)
  }

  @Test func `a debt inside the group is settled up to what it is`() throws {
    var books = try collected()
    func settling(_ amount: Rupiah, on day: Day = "2016-03-01") -> SettleMemberDebt {
      SettleMemberDebt(
        loan: loan, pair: MemberPair(debtor: 5, creditor: 1), amount: amount, day: day)
    }
    #expect(
      books.refusal(settling(100_001), by: Village.officer) == [
        .memberDebtExceeded(debtor: 5, creditor: 1, open: 100_000, asked: 100_001)
      ])
    #expect(
      books.refusal(settling(1, on: "2016-02-09"), by: Village.officer) == [
        .memberDebtExceeded(debtor: 5, creditor: 1, open: 0, asked: 1)
      ])
    let effects = try books.run(settling(60_000), by: Village.officer)
    #expect(effects.vouchers.isEmpty)
    #expect(effects.outcome["open"] == "40000")
    #expect(
      books.refusal(settling(40_001, on: "2016-02-20"), by: Village.officer) == [
        .memberDebtExceeded(debtor: 5, creditor: 1, open: 40_000, asked: 40_001)
      ])
    #expect(try standing(books, asOf: "2016-03-01").debts.map(\.amount) == [40_000])
    let toOneself = SettleMemberDebt(
      loan: loan, pair: MemberPair(debtor: 1, creditor: 1), amount: 1, day: "2016-03-01")
    #expect(
      books.refusal(toOneself, by: Village.officer) == [
        .memberDebtExceeded(debtor: 1, creditor: 1, open: 0, asked: 1)
      ])
  }

  /// What was paid later is no debt by an earlier day, and what was given back on a day between
  /// counts on that day.
  @Test func `nothing is given back that a later day has given back already`() throws {
    var books = try collected()
    try books.run(
      RecordRepayment(
        loan: loan, amount: 10_000, account: .cash, reference: nil,
        members: [MemberPayment(member: 5, payer: 1, amount: 10_000)], day: "2016-03-20"),
      by: Village.cashier)
    func settling(_ amount: Rupiah, on day: Day) -> SettleMemberDebt {
      SettleMemberDebt(
        loan: loan, pair: MemberPair(debtor: 5, creditor: 1), amount: amount, day: day)
    }
    try books.run(settling(95_000, on: "2016-03-10"), by: Village.officer)
    #expect(
      books.refusal(settling(5_001, on: "2016-03-01"), by: Village.officer) == [
        .memberDebtExceeded(debtor: 5, creditor: 1, open: 5_000, asked: 5_001)
      ])
    try books.run(settling(5_000, on: "2016-03-01"), by: Village.officer)
    #expect(try standing(books, asOf: "2016-03-20").debts.map(\.amount) == [10_000])
  }

  @Test func `a call names who is short and who came`() throws {
    var books = try collected()
    func call(_ present: [Int64], on day: Day, _ decision: String = "5 pays by Friday")
      -> CallJointLiability
    {
      CallJointLiability(loan: loan, present: present, decision: decision, day: day)
    }
    #expect(
      books.refusal(call([1, 7], on: "2016-02-10", ""), by: Village.officer) == [
        .textMissing(field: .decision), .notFound(.member, name: "1/7"),
        .nobodyIsShort(on: "2016-02-10"),
      ])
    #expect(books.refusal(call([], on: "2016-02-11"), by: Village.officer) == [.nobodyPresent])
    try books.run(call([2, 1, 2], on: "2016-02-11"), by: Village.officer)
    #expect(books.calls.map(\.short) == [[Share(member: 5, amount: 32_500)]])
    #expect(books.calls.map(\.present) == [[1, 2]])
  }

  @Test func `the group's savings pay what is overdue, if it agreed and they are banked`() throws {
    var books = try collected()
    try books.run(
      DepositSavings(
        ksm: ksm, amount: 50_000, account: .savingsCash, reference: nil, day: "2016-02-01"),
      by: Village.cashier)
    func setOff(_ amount: Rupiah, on day: Day = "2016-02-11") -> SetOffSavings {
      SetOffSavings(loan: loan, ksm: ksm, amount: amount, day: day)
    }
    #expect(
      books.refusal(setOff(60_000), by: Village.cashier) == [
        .insufficientFunds(.savingsBank, available: 0, asked: 60_000),
        .savingsExceeded(ksm: ksm.number, available: 50_000, asked: 60_000),
        .setOffNotAgreed(loan: 1), .setOffAboveArrears(amount: 60_000, arrears: 32_500),
      ])
    books.facts.setOffConsents = [loan]
    try books.run(
      BankSavings(upk: upk, amount: 50_000, reference: nil, day: "2016-02-01"),
      by: Village.cashier)
    let effects = try books.run(setOff(32_500), by: Village.cashier)
    #expect(
      effects.vouchers.first?.postings == [
        Posting(debit: .savings, credit: .loans, amount: 32_500, loan: 1, ksm: ksm.number),
        Posting(debit: .bank, credit: .savingsBank, amount: 32_500),
      ])
    #expect(books.facts.savings[ksm]?.balance(asOf: "2016-02-11") == 17_500)
    #expect(try standing(books, asOf: "2016-02-11").short.isEmpty)
    try books.expectAgreement(on: loan)
    try books.run(
      ReverseRepayment(
        loan: loan, ksm: ksm, receipt: ReceiptNumber(year: 2016, number: 2), reason: "no",
        day: "2016-02-12"), by: Village.manager)
    #expect(books.facts.savings[ksm]?.balance(asOf: "2016-02-12") == 50_000)
    try books.expectAgreement(on: loan)
  }

  @Test func `after a write-off each member stands for a part of what is claimed`() throws {
    var books = try collected()
    books.climbLadder(of: loan, from: "2016-02-10")
    let eve = try standing(books, asOf: "2016-12-31")
    try books.run(
      WriteOffLoan(
        loan: loan, ksm: ksm, proposedBy: Village.manager, minutes: "BA", report: "RWT",
        savingsKept: "", day: "2016-12-31"), by: Village.coordinator)
    let found = try standing(books, asOf: "2016-12-31")
    let claim = try #require(books.facts.portfolios[upk]?[loan]?.writeOff)
    #expect(found.members.total(\.open) == claim.claim(asOf: "2016-12-31").total)
    // All installments are past their day, so each owes what was open.
    #expect(found.members.map(\.open) == eve.members.map(\.open))
    #expect(found.short.count == 5)
    #expect(try standing(books, asOf: "2016-12-30").members == eve.members)
    try books.run(
      RecoverClaim(
        loan: loan, amount: 1_000_000, account: .cash, reference: nil, day: "2017-01-10"),
      by: Village.cashier)
    let later = try standing(books, asOf: "2017-01-10")
    #expect(later.members.total(\.open) == claim.claim(asOf: "2016-12-31").total - 1_000_000)
    try books.run(
      WaiveClaim(loan: loan, minutes: "BA", reason: "moved", day: "2017-02-10"),
      by: Village.coordinator)
    #expect(try standing(books, asOf: "2017-02-10").members.total(\.open) == 0)
  }
}
