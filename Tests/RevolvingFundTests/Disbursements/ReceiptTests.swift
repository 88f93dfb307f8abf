import RevolvingFund
import Testing

struct ReceiptTests {
  let books: Books
  let loan: LoanID

  init() throws {
    var books = try Village.books()
    loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    self.books = books
  }

  private func command(
    _ members: [Int64] = [1], amount: Rupiah = 500_000, mark: ReceiptMark = .signature,
    reference: String = "", witness: PersonID = Village.witness, on day: Day = "2016-01-10"
  ) -> ConfirmReceipts {
    ConfirmReceipts(
      loan: loan, received: members.map { Share(member: $0, amount: amount) }, mark: mark,
      reference: reference, witness: witness, day: day)
  }

  private func refusal(
    _ command: ConfirmReceipts, by person: PersonID = Village.cashier
  ) -> [Rejection] {
    books.refusal(command, by: person)
  }

  private func disbursed(_ books: Books) throws -> DisbursedLoan {
    DisbursedLoan(
      loan: try #require(books.facts.loans[loan]), disbursement: books.facts.disbursements[loan])
  }

  @Test func `a pay-out is final when every member has signed for the whole share`() throws {
    var books = books
    #expect(try disbursed(books).unconfirmedMembers(asOf: "2016-01-10") == [1, 2, 3, 4, 5])
    let first = try books.run(command([2, 4]), by: Village.cashier)
    #expect(first.outcome["confirmed"] == "2" && first.outcome["unconfirmed"] == "3")
    #expect(first.vouchers == [])
    try books.run(
      command([1, 3, 5], mark: .thumbprint, on: "2016-01-12"), by: Village.cashier)
    let found = try disbursed(books)
    #expect(found.unconfirmedMembers(asOf: "2016-01-11") == [1, 3, 5])
    #expect(!found.isFinal(asOf: "2016-01-11") && found.isFinal(asOf: "2016-01-12"))
    #expect(
      found.disbursement?.receipts.first
        == MemberReceipt(
          member: 2, amount: 500_000, mark: .signature, reference: "", witness: Village.witness,
          on: "2016-01-10"))
  }

  @Test func `a receipt is for the whole share, once, of a member who has one`() throws {
    #expect(
      refusal(command(amount: 499_999))
        == [.receiptDiffers(member: 1, amount: 499_999, share: 500_000)])
    #expect(refusal(command([1, 1])) == [.shareRepeated(member: 1)])
    #expect(refusal(command([])) == [.sharesMissing])
    #expect(refusal(command([9])) == [.notFound(.member, name: "1/9")])
    var books = books
    try books.run(command(), by: Village.cashier)
    #expect(
      books.refusal(command([1, 2]), by: Village.cashier) == [.receiptRecorded(member: 1)])
  }

  @Test func `the witness is of the board, and hands nothing over`() throws {
    #expect(
      refusal(command(witness: Village.officer)) == [
        .roleMissing(.bkmMember, on: "2016-01-10", person: Village.officer.value)
      ])
    #expect(
      refusal(command(witness: PersonID(999))) == [
        .notFound(.person, name: "999"), .roleMissing(.bkmMember, on: "2016-01-10", person: 999),
      ])
    // Neither who records the receipt nor who paid.
    #expect(refusal(command(), by: Village.witness) == [.witnessIsPayer])
    #expect(
      refusal(command(witness: Village.cashier), by: Village.officer) == [
        .roleMissing(.bkmMember, on: "2016-01-10", person: Village.cashier.value), .witnessIsPayer,
      ])
    #expect(refusal(command(witness: Village.coordinator)) == [])
  }

  @Test func `a photograph is kept somewhere, and nothing is signed before it is paid`() {
    #expect(refusal(command(mark: .photograph)) == [.textMissing(field: .reference)])
    #expect(refusal(command(mark: .photograph, reference: "album-3")) == [])
    #expect(
      refusal(command(reference: String(repeating: "x", count: 61)))
        == [.textTooLong(field: .reference, length: 61, limit: 60)])
    #expect(
      refusal(command(on: "2016-01-09"))
        == [.dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .disbursed)])
  }

  @Test func `money of the bank leaves it with three who may sign, cash with none`() throws {
    var books = try Village.books()
    let application = try books.approve(
      try books.addGroup("A"), each: 100_000, on: "2016-01-10")
    try books.contract(application, on: "2016-01-10")
    books.facts.balances[AccountKey(upk: upk, account: .cash)] = 1_000_000
    func refusal(
      _ signatories: [PersonID], _ account: AccountCode = .bank,
      witness: PersonID = Village.witness
    ) -> [Rejection] {
      books.refusal(
        Disburse(
          application: application, account: account, signatories: signatories, witness: witness,
          day: "2016-01-10"), by: Village.cashier)
    }
    let signatories = Village.signatories
    #expect(refusal(signatories) == [])
    #expect(refusal(signatories.reversed()) == [])
    #expect(
      refusal(Array(signatories.prefix(2))) == [.signatoriesMiscounted(named: 2, required: 3)])
    #expect(
      refusal([signatories[0], signatories[1], signatories[1]])
        == [.signatoriesMiscounted(named: 2, required: 3)])
    #expect(
      refusal([signatories[0], signatories[1], Village.officer])
        == [.notSignatory(person: Village.officer.value, on: "2016-01-10")])
    #expect(refusal([], .cash) == [])
    #expect(refusal(signatories, .cash) == [.signatoriesMiscounted(named: 3, required: 0)])
    #expect(
      refusal([], .cash, witness: Village.cashier) == [
        .roleMissing(.bkmMember, on: "2016-01-10", person: Village.cashier.value), .witnessIsPayer,
      ])
  }
}

struct VoidTests {
  let books: Books
  let loan: LoanID

  init() throws {
    var books = try Village.books()
    loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    self.books = books
  }

  private func command(reason: String = "nobody came", on day: Day = "2016-01-12")
    -> VoidDisbursement
  {
    VoidDisbursement(loan: loan, reason: reason, day: day)
  }

  @Test func `taken back, the money returns, the names are free, and the loan never counts`()
    throws
  {
    var books = books
    let effects = try books.run(command(), by: Village.manager)
    #expect(
      effects.vouchers.first?.postings == [
        Posting(debit: .bank, credit: .loans, amount: 2_500_000, loan: 1)
      ])
    #expect(effects.vouchers.first?.number.description == "KM-2016-0001")
    #expect(books.facts.balances[AccountKey(upk: upk, account: .bank)] == 20_000_000)
    #expect(books.facts.balances[AccountKey(upk: upk, account: .loans)] == .zero)
    #expect(books.facts.claimed == [])
    let application = try #require(books.facts.applications[ApplicationID(upk, 1)])
    #expect(application.state == .cancelled && application.loan == nil)
    let history = try #require(books.facts.portfolios[upk]?.loans.first)
    #expect(history.position(asOf: "2016-01-11")?.outstanding == 2_500_000)
    #expect(history.position(asOf: "2016-01-12")?.outstanding == .zero)
    #expect(history.position(asOf: "2017-01-12")?.overduePrincipal == .zero)
    #expect(history.worstCollectability(upTo: "2017-01-12") == .current)
    // The group has had no loan: what comes next is its first.
    #expect(books.facts.portfolios[upk]?.loans(of: KSMID(upk, 1)) == [])
    #expect(
      books.refusal(
        SubmitApplication(
          ksm: KSMID(upk, 1), amount: 1_000_001, shares: [Share(member: 1, amount: 1_000_001)],
          months: 4, purpose: .productiveBusiness, businessStage: .existing,
          papers: Set(ApplicationPaper.allCases),
          day: "2016-01-12"),
        by: Village.officer)
        == [.shareAboveCeiling(member: 1, amount: 1_000_001, ceiling: 1_000_000)])
    try books.lend(KSMID(upk, 1), each: 500_000, on: "2016-01-13")
  }

  @Test func `who signed for money keeps it`() throws {
    var books = books
    try books.run(
      ConfirmReceipts(
        loan: loan, received: [Share(member: 3, amount: 500_000)], mark: .signature,
        reference: "", witness: Village.witness, day: "2016-01-10"), by: Village.cashier)
    #expect(books.refusal(command(), by: Village.manager) == [.receiptsOnFile(count: 1)])
  }

  @Test func `what was repaid on, or taken back, is not taken back`() throws {
    var books = books
    #expect(
      books.refusal(command(reason: " ", on: "2016-01-09"), by: Village.manager) == [
        .textMissing(field: .reason),
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .disbursed),
      ])
    try books.repay(loan, 100_000, on: "2016-01-11")
    #expect(books.refusal(command(), by: Village.manager) == [.loanPaidOn(paid: 100_000)])
    // Taken back again, it still stands on its days.
    let receipt = try #require(books.facts.repayments[loan]?.first?.receipt)
    try books.run(
      ReverseRepayment(
        loan: loan, ksm: KSMID(upk, 1), receipt: receipt, reason: "r", day: "2016-01-12"),
      by: Village.manager)
    #expect(books.refusal(command(), by: Village.manager) == [.loanPaidOn(paid: 100_000)])
    books = self.books
    books.facts.disbursements = [:]
    #expect(
      books.refusal(command(), by: Village.manager) == [.notFound(.disbursement, name: "1")])
    books = self.books
    try books.run(command(), by: Village.manager)
    #expect(
      books.refusal(command(), by: Village.manager) == [.disbursementVoided(on: "2016-01-12")])
    #expect(
      books.refusal(
        RecordRepayment(
          loan: loan, amount: 1, account: .bank, reference: nil, day: "2016-01-12"),
        by: Village.cashier) == [.loanNotActive(.cancelled)])
    #expect(
      books.refusal(
        ConfirmReceipts(
          loan: loan, received: [Share(member: 3, amount: 500_000)], mark: .signature,
          reference: "", witness: Village.witness, day: "2016-01-12"), by: Village.cashier)
        == [.disbursementVoided(on: "2016-01-12")])
  }
}
