import Testing

@testable import RevolvingFund

/// A loan of 2,500,000 written off with 150,000 of service charge on 11 November 2016.
struct ClaimRecoveryTests {
  let books: Books
  let loan: LoanID
  let ksm: KSMID

  init() throws {
    var books = try Village.books()
    ksm = try books.addGroup("A")
    loan = try books.lend(ksm, each: 500_000, on: "2016-01-10")
    books.climbLadder(of: loan, from: "2016-02-10")
    try books.run(
      WriteOffLoan(
        loan: loan, ksm: ksm, proposedBy: Village.manager, minutes: "BA", report: "RWT",
        savingsKept: "", day: "2016-11-11"), by: Village.coordinator)
    self.books = books
  }

  private func recovery(
    _ amount: Rupiah, on day: Day, reference: String? = nil
  ) -> RecoverClaim {
    RecoverClaim(loan: loan, amount: amount, account: .cash, reference: reference, day: day)
  }

  private func reversal(
    _ number: Int64 = 1, of year: Int = 2016, on day: Day, reason: String = "another group's"
  ) -> ReverseRecovery {
    ReverseRecovery(
      loan: loan, ksm: ksm, receipt: ReceiptNumber(year: year, number: number), reason: reason,
      day: day)
  }

  private func writeOff(_ books: Books) throws -> WriteOff {
    try #require(books.facts.portfolios[upk]?[loan]?.writeOff)
  }

  @Test func `receipts of claims and of repayments are one series`() throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    let lost = try books.lend(ksm, each: 500_000, on: "2016-01-10")
    let other = try books.lend(try books.addGroup("B"), each: 100_000, on: "2016-01-12")
    books.climbLadder(of: lost, from: "2016-02-10")
    try books.run(
      WriteOffLoan(
        loan: lost, ksm: ksm, proposedBy: Village.manager, minutes: "BA", report: "RWT",
        savingsKept: "", day: "2016-11-11"), by: Village.coordinator)
    let first = try books.run(recovery(1_000, on: "2016-12-01"), by: Village.cashier)
    let second = try books.repay(other, 10_000, on: "2016-12-02")
    let third = try books.run(recovery(1_000, on: "2016-12-03"), by: Village.cashier)
    let next = try books.run(recovery(1_000, on: "2017-01-03"), by: Village.cashier)
    #expect(
      [first, second, third, next].map { $0.outcome["receipt"] } == [
        "KW-2016-0001", "KW-2016-0002", "KW-2016-0003", "KW-2017-0001",
      ])
    let gone = try #require(books.facts.portfolios[upk]?[lost]?.writeOff)
    let kept = try #require(gone.recoveries.first?.receipt)
    #expect(kept.account == .cash && kept.recordedBy == Village.cashier)
    #expect(kept.voucher == first.vouchers.first?.number)
  }

  @Test func `the paper of a recovery is the same money, whatever else is asked`() throws {
    let paper = try #require(recovery(1_000, on: "2016-12-01", reference: "K-1").paper)
    #expect(paper.key == ReferenceKey(upk: upk, reference: "K-1"))
    #expect(paper.isSame(as: recovery(1_000, on: "2016-12-01", reference: "K-1").content))
    #expect(!paper.isSame(as: recovery(1_001, on: "2016-12-01", reference: "K-1").content))
    #expect(recovery(1_000, on: "2016-12-01").paper == nil)
    var books = books
    try books.run(recovery(1_000, on: "2016-12-01", reference: "K-1"), by: Village.cashier)
    #expect(
      books.refusal(recovery(2_000, on: "2016-12-02", reference: "K-1"), by: Village.cashier)
        == [.referenceUsed(line: 1, reference: "K-1", holder: books.holder("K-1"))])
  }

  @Test func `taken back, the money goes out and the claim is what it was`() throws {
    var books = books
    try books.run(recovery(600_000, on: "2016-12-01"), by: Village.cashier)
    let effects = try books.run(reversal(on: "2016-12-20"), by: Village.manager)
    #expect(
      effects.vouchers.flatMap(\.postings) == [
        Posting(debit: .creditIncome, credit: .cash, amount: 600_000, loan: 1)
      ])
    #expect(effects.vouchers.map(\.number.kind) == [.cashPayment])
    #expect(effects.outcome["claim"] == "2650000")
    let found = try writeOff(books)
    for (day, principal) in [
      ("2016-11-30", 2_500_000), ("2016-12-01", 1_900_000), ("2016-12-19", 1_900_000),
      ("2016-12-20", 2_500_000),
    ] as [(Day, Rupiah)] {
      #expect(found.claim(asOf: day).principal == principal, "\(day)")
      #expect(found.counted(on: day) == principal, "\(day)")
    }
    #expect(books.trial(asOf: "2016-12-20").balance(.creditIncome) == 0)
    #expect(
      books.refusal(reversal(on: "2016-12-21"), by: Village.manager) == [
        .repaymentReversed(receipt: "KW-2016-0001", on: "2016-12-20")
      ])
  }

  @Test func `what had settled the claim frees no names any more`() throws {
    var books = books
    try books.run(recovery(2_650_000, on: "2016-12-01"), by: Village.cashier)
    #expect(books.facts.claimed.isEmpty)
    var elsewhere = books
    let member = try #require(books.facts.ksms[ksm]?.members.first)
    elsewhere.facts.claimed = [member.person]
    #expect(
      elsewhere.refusal(reversal(on: "2016-12-20"), by: Village.manager) == [
        .borrowerHasOpenShare(member: member.number)
      ])
    let effects = try books.run(reversal(on: "2016-12-20"), by: Village.manager)
    #expect(effects.outcome["state"] == "writtenOff")
    #expect(books.facts.claimed.count == 5)
    let history = try #require(books.facts.portfolios[upk]?[loan])
    #expect(history.state(asOf: "2016-12-19") == .fullyRecovered)
    #expect(history.state(asOf: "2016-12-20") == .writtenOff)
  }

  @Test func `no day has more come in than was claimed, whatever was taken back later`() throws {
    var books = books
    try books.run(recovery(2_600_000, on: "2016-12-10"), by: Village.cashier)
    try books.run(reversal(on: "2016-12-20"), by: Village.manager)
    // Of a day on which the first still counted only the rest can come in.
    #expect(
      books.refusal(recovery(50_001, on: "2016-12-05"), by: Village.cashier) == [
        .recoveryExceedsClaim(amount: 50_001, claim: 50_000)
      ])
    let early = try books.run(recovery(50_000, on: "2016-12-05"), by: Village.cashier)
    #expect(early.outcome["principal"] == "0" && early.outcome["claim"] == "2600000")
    let last = try books.run(recovery(2_600_000, on: "2016-12-20"), by: Village.cashier)
    #expect(last.outcome["state"] == "fullyRecovered")
    for day in ["2016-12-05", "2016-12-10", "2016-12-15", "2016-12-20"] as [Day] {
      let claim = try writeOff(books).claim(asOf: day)
      #expect(claim.principal >= .zero && claim.serviceCharge >= .zero, "\(day)")
    }
  }

  @Test func `what speaks against taking back is told at once`() throws {
    var books = books
    try books.run(recovery(600_000, on: "2016-12-01"), by: Village.cashier)
    books.facts.balances[AccountKey(upk: upk, account: .cash)] = 599_999
    #expect(
      books.refusal(reversal(on: "2016-11-30", reason: " "), by: Village.cashier) == [
        .textMissing(field: .reason),
        .dayBefore("2016-11-30", earliest: "2016-12-01", milestone: .recovered),
        .reverserIsRecorder,
        .insufficientFunds(.cash, available: 599_999, asked: 600_000),
      ])
    #expect(
      books.refusal(reversal(9, on: "2016-12-02"), by: Village.manager) == [
        .notFound(.repayment, name: "KW-2016-0009")
      ])
    books.facts.balances[AccountKey(upk: upk, account: .cash)] = 600_000
    try books.run(
      WaiveClaim(loan: loan, minutes: "BA", reason: "moved", day: "2016-12-10"),
      by: Village.coordinator)
    #expect(
      books.refusal(reversal(on: "2016-12-11"), by: Village.manager) == [
        .loanNotWrittenOff(.claimWaived)
      ])
  }

  @Test func `a claim is not waived before what came in last or was taken back`() throws {
    var books = books
    try books.run(recovery(600_000, on: "2016-12-01"), by: Village.cashier)
    try books.run(reversal(on: "2016-12-20"), by: Village.manager)
    let waiver = WaiveClaim(loan: loan, minutes: "BA", reason: "moved", day: "2016-12-19")
    #expect(
      books.refusal(waiver, by: Village.coordinator) == [
        .dayBefore("2016-12-19", earliest: "2016-12-20", milestone: .recovered)
      ])
  }
}
