import Testing

@testable import RevolvingFund

/// A loan of five shares of 500,000 over four months from 10 January 2016, of which 662,500 were
/// paid: the first installment.
struct RestructureLoanTests {
  let books: Books
  let loan: LoanID
  let ksm: KSMID

  init() throws {
    var books = try Village.books()
    ksm = try books.addGroup("A")
    loan = try books.lend(ksm, each: 500_000, on: "2016-01-10")
    try books.repay(loan, 662_500, on: "2016-02-10")
    self.books = books
  }

  static let grounds = Restructuring.Grounds(
    reason: "Market burnt down", evidence: "Stall reopened", agreement: "SPP-04", minutes: "BA-11",
    notice: "S-05")

  private func command(
    months: Int = 6, on day: Day = "2016-06-20", of loan: LoanID? = nil,
    _ grounds: Restructuring.Grounds = grounds
  ) -> RestructureLoan {
    RestructureLoan(loan: loan ?? self.loan, months: months, grounds: grounds, day: day)
  }

  @Test func `what is open becomes a new loan, and the old one ends`() throws {
    var books = books
    let effects = try books.run(command(), by: Village.coordinator)
    #expect(effects.subject == .loan(LoanID(upk, 2)))
    #expect(
      effects.vouchers.flatMap(\.postings) == [
        Posting(debit: .loans, credit: .loans, amount: 1_875_000, loan: 2, fromLoan: 1)
      ])
    #expect(effects.vouchers.map(\.number.kind) == [.transfer])
    let book = try #require(books.facts.portfolios[upk])
    let old = try #require(book[loan])
    let new = try #require(book[LoanID(upk, 2)])
    #expect(old.loan.state == .restructured && old.loan.closedOn == "2016-06-20")
    #expect(new.loan.shares.map(\.amount) == [375_000, 375_000, 375_000, 375_000, 375_000])
    #expect(new.loan.succession?.inheritedClass == .substandard)
    // Three installments of charge fell due: 3 x 37,500.
    #expect(new.loan.succession?.carried == 112_500)
    #expect(
      new.loan.succession?.carriedCharge.map(\.amount) == [22_500, 22_500, 22_500, 22_500, 22_500])
    #expect(new.schedule.principal == 1_875_000 && new.loan.terms.months == 6)
    #expect(effects.outcome["collectability"] == "3")
  }

  @Test func `balance and class of both read as of any day, and the sum never changes`() throws {
    var books = books
    try books.run(command(), by: Village.coordinator)
    let book = try #require(books.facts.portfolios[upk])
    let eve = Portfolio(book.loans.positions(asOf: "2016-06-19"))
    let day = Portfolio(book.loans.positions(asOf: "2016-06-20"))
    #expect(eve.outstanding == 1_875_000 && day.outstanding == 1_875_000)
    #expect(eve.positions.map(\.loan.number) == [1] && day.positions.map(\.loan.number) == [2])
    #expect(eve.par == day.par && eve.atRisk == 1_875_000)
    #expect(book[loan]?.state(asOf: "2016-06-19") == .active)
    #expect(book[loan]?.state(asOf: "2016-06-20") == .restructured)
    #expect(book[loan]?.position(asOf: "2016-12-31")?.collectability == .current)
    #expect(book[loan]?.worstCollectability(upTo: "2016-12-31") == .substandard)
  }

  @Test func `a debt is restructured once, and its successor is repaid like any loan`() throws {
    var books = books
    try books.run(command(), by: Village.coordinator)
    let successor = LoanID(upk, 2)
    #expect(
      books.refusal(command(on: "2016-06-21"), by: Village.coordinator) == [
        .loanNotActive(.restructured)
      ])
    #expect(
      books.refusal(
        command(on: "2016-10-21", of: successor), by: Village.coordinator) == [
          .loanRestructuredBefore(predecessor: 1)
        ])
    #expect(books.facts.claimed.count == 5)
    let settled = try books.repay(successor, 1_875_000 + 112_500 + 28_125, on: "2016-07-20")
    #expect(settled.outcome["state"] == "paidOff")
    #expect(books.facts.claimed.isEmpty)
    let standing = BorrowerStanding(
      loans: books.facts.portfolios[upk]?.loans ?? [], on: "2016-08-01")
    #expect(standing == .returningNotCurrent)
  }

  @Test func `what speaks against it is told at once, in the order of the documents`() throws {
    let empty = Restructuring.Grounds(
      reason: "", evidence: " ", agreement: "", minutes: "", notice: "")
    #expect(
      books.refusal(command(months: 13, on: "2021-01-01", empty), by: Village.coordinator) == [
        .textMissing(field: .minutes), .textMissing(field: .reason),
        .textMissing(field: .evidence), .textMissing(field: .agreement),
        .textMissing(field: .notice), .dayInFuture("2021-01-01", today: "2020-12-31"),
        .termOutOfPolicy(months: 13, shortest: 3, longest: 12),
      ])
    #expect(
      books.refusal(command(months: -1), by: Village.coordinator) == [
        .termOutOfPolicy(months: -1, shortest: 3, longest: 12)
      ])
    #expect(
      books.refusal(command(on: "2016-02-09"), by: Village.coordinator).first
        == .dayBefore("2016-02-09", earliest: "2016-02-10", milestone: .repaid))
    #expect(
      books.refusal(command(on: "2016-01-09"), by: Village.coordinator).first
        == .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .disbursed))
    #expect(
      books.refusal(command(of: LoanID(upk, 9)), by: Village.coordinator) == [
        .notFound(.loan, name: "9")
      ])
    let member = try #require(books.facts.ksms[ksm]?.members.first)
    #expect(
      books.refusal(command(), by: member.person) == [.belongsToGroup(member: member.number)])
  }

  @Test func `for what follows a restructured loan nothing was handed out`() throws {
    var books = books
    try books.run(command(), by: Village.coordinator)
    let successor = LoanID(upk, 2)
    let visit = RecordVisit(
      loan: successor, member: 1, companion: nil, received: 1, use: .asApplied, beneficiary: nil,
      note: "", reference: "", day: "2016-08-01")
    #expect(
      books.refusal(visit, by: Village.officer) == [.notFound(.disbursement, name: "2")])
    let receipt = ConfirmReceipts(
      loan: successor, received: [Share(member: 1, amount: 1)], mark: .signature, reference: "",
      witness: Village.witness, day: "2016-08-01")
    #expect(
      books.refusal(receipt, by: Village.cashier) == [.notFound(.disbursement, name: "2")])
    let book = try #require(books.facts.portfolios[upk])
    #expect(book.lent.map(\.loan.id.number) == [1] && book.loans.count == 2)
  }

  @Test func `only what is overdue is restructured`() {
    #expect(
      books.refusal(command(on: "2016-03-10"), by: Village.coordinator) == [
        .nothingOverdue(on: "2016-03-10")
      ])
    #expect(books.refusal(command(on: "2016-03-11"), by: Village.coordinator) == [])
  }

  @Test func `a rest too small for the months is paid off in fewer, to the rupiah`() throws {
    var books = books
    let rests: [(member: Int64, amount: Rupiah)] = [
      (1, 3), (2, 1), (3, 100_000), (4, 375_000), (5, 7),
    ]
    let open = 530_000 as Rupiah
    let brought = rests.map {
      MemberPayment(member: $0.member, payer: $0.member, amount: open - 132_500 - $0.amount)
    }
    try books.run(
      RecordRepayment(
        loan: loan, amount: brought.total(\.amount), account: .bank, reference: nil,
        members: brought, day: "2016-06-20"), by: Village.cashier)
    let before = try #require(books.facts.loans[loan]).openPrincipal
    try books.run(command(on: "2016-06-20"), by: Village.coordinator)
    let new = try #require(books.facts.portfolios[upk]?[LoanID(upk, 2)])
    #expect(new.loan.principal == before && new.schedule.principal == before)
    #expect(new.schedule.installments.count == 6)
    #expect(new.schedule.installments.allSatisfy { $0.principal > .zero })
    let own = new.loan.memberSchedules
    #expect(own.map(\.principal) == new.loan.shares.map(\.amount))
    #expect(own.map(\.principal).min() ?? .zero < 6)
    #expect(own.allSatisfy { $0.installments.count == 6 })
    for (schedule, share) in zip(own, new.loan.shares) where share.amount < 6 {
      let paying = schedule.installments.filter { $0.principal > .zero }.map(\.number)
      #expect(paying == Array(1...Int(share.amount.amount)))
    }
    for index in 0..<6 {
      #expect(
        own.map { $0.installments[index].principal }.total()
          == new.schedule.installments[index].principal)
    }
    let whole = new.schedule.principal + new.schedule.serviceCharge
    let debt = new.loan.schedule.settlement(
      after: .nothing, on: "2016-07-20", rule: .waive)
    #expect(debt <= whole)
    try books.repay(LoanID(upk, 2), 50_000, on: "2016-07-20")
    try books.repay(
      LoanID(upk, 2), debt - 50_000, on: "2016-07-20")
    let paidOff = try #require(books.facts.loans[LoanID(upk, 2)])
    #expect(paidOff.state == .paidOff && paidOff.memberPaid.total() == debt)
  }

  @Test func `late fees are paid before a loan is put off`() throws {
    var books = try Village.books()
    let policy = try #require(books.facts.policies[upk]?.last)
    books.facts.policies[upk] = [policy.with(lateFee: 5_000, savingsThousandths: 0)]
    let ksm = try books.addGroup("A")
    try books.lend(ksm, each: 500_000, on: "2016-01-10")
    // Four installments are past their day.
    #expect(
      books.refusal(command(), by: Village.coordinator) == [.lateFeeOwed(20_000, loan: 1)])
    try books.repay(loan, 20_000, on: "2016-06-20")
    #expect(books.facts.loans[loan]?.paid.lateFee == 20_000)
    #expect(books.refusal(command(), by: Village.coordinator) == [])
  }

  @Test func `rests that are all too small for the months are refused`() throws {
    var books = books
    try books.repay(loan, 1_762_500 + 75_000 + 37_500 + 112_490, on: "2016-06-20")
    let open = try #require(books.facts.loans[loan]).openPrincipal
    #expect(open == 10)
    #expect(
      books.refusal(command(on: "2016-06-20"), by: Village.coordinator) == [
        .scheduleNotPossible(share: 2, months: 6, roundUnit: 1)
      ])
  }
}
