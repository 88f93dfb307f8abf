import RevolvingFund
import Testing

struct DisburseTests {
  let books: Books
  let application: ApplicationID

  init() throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    application = try books.approve(ksm, each: 500_000, on: "2016-01-10")
    try books.contract(application, on: "2016-01-10")
    self.books = books
  }

  private func command(
    _ account: AccountCode = .bank, on day: Day = "2016-01-12",
    application: ApplicationID? = nil
  ) -> Disburse {
    Village.payOut(application ?? self.application, from: account, on: day)
  }

  private func refusal(_ command: Disburse, by person: PersonID = Village.cashier) -> [Rejection] {
    books.refusal(command, by: person)
  }

  @Test func `a pay-out opens the loan, books it, and takes the borrowers' names`() throws {
    var books = books
    let effects = try books.run(command(), by: Village.cashier)
    #expect(effects.subject == .loan(LoanID(upk, 1)))
    #expect(effects.counters == ["loan": 2, "KK-2016": 2])
    let voucher = try #require(effects.vouchers.first)
    #expect(voucher.number.description == "KK-2016-0001")
    #expect(
      voucher.postings == [
        Posting(debit: .loans, credit: .bank, amount: 2_500_000, loan: 1)
      ])
    let loan = try #require(books.facts.loans[LoanID(upk, 1)])
    #expect(loan.principal == 2_500_000 && loan.state == .active)
    #expect(loan.schedule.installments.map(\.total) == [Rupiah](repeating: 662_500, count: 4))
    #expect(books.facts.applications[application]?.state == .disbursed)
    #expect(books.facts.applications[application]?.loan == loan.id)
    #expect(books.facts.claimed.count == 5)
    #expect(
      books.refusal(command(), by: Village.cashier).contains(
        .wrongApplicationState(.disbursed, required: [.contracted])))
  }

  @Test func `who decided does not pay`() {
    #expect(refusal(command(), by: Village.manager) == [.deciderMayNotPay])
    #expect(refusal(command(), by: Village.coordinator) == [.deciderMayNotPay])
  }

  @Test func `an approval is good for sixty days`() {
    #expect(refusal(command(on: "2016-03-10")) == [])
    let expired = Rejection.approvalExpired(decidedOn: "2016-01-10", validUntil: "2016-03-10")
    #expect(refusal(command(on: "2016-03-11")) == [expired])
    #expect(
      refusal(command(on: "2016-01-09")) == [
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .decided),
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .agreementSigned),
      ])
  }

  @Test func `backdating does not revive an approval that has expired`() throws {
    var books = books
    try books.run(
      ReceiveCapital(
        upk: upk, source: .apbd, amount: 1, reference: nil, day: "2016-03-11"),
      by: Village.bookkeeper)
    #expect(
      books.refusal(command(on: "2016-01-12"), by: Village.cashier) == [
        .approvalExpired(
          decidedOn: "2016-01-10", validUntil: "2016-03-10", judgedOn: "2016-03-11")
      ])
  }

  @Test func `backdating does not bring back a member who left, and the refusal says why`() throws {
    var books = books
    try books.run(
      EndMembership(ksm: KSMID(upk, 1), member: 1, day: "2016-01-15"), by: Village.officer)
    let left: [Rejection] = [
      .ksmTooSmall(members: 4, required: 5), .memberNotActive(member: 1, on: "2016-01-15"),
    ]
    #expect(
      books.refusal(command(on: "2016-01-12"), by: Village.cashier)
        == left + [.judgedLater("2016-01-12", on: "2016-01-15")])
    #expect(books.refusal(command(on: "2016-01-15"), by: Village.cashier) == left)
  }

  @Test func `money comes from the fund, and there is enough of it`() throws {
    #expect(refusal(command(.savingsBank)) == [.accountNotForLending(.savingsBank)])
    #expect(
      refusal(command(.cash)) == [.insufficientFunds(.cash, available: 0, asked: 2_500_000)])
    var books = books
    books.facts.balances[AccountKey(upk: upk, account: .bank)] = 2_500_000
    #expect(books.refusal(command(), by: Village.cashier) == [])
    books.facts.balances[AccountKey(upk: upk, account: .bank)] = 2_499_999
    #expect(
      books.refusal(command(), by: Village.cashier) == [
        .insufficientFunds(.bank, available: 2_499_999, asked: 2_500_000)
      ])
  }

  @Test func `a borrower has one open share in the province`() throws {
    var books = books
    let members = try #require(books.facts.ksms[KSMID(upk, 1)]?.members)
    books.facts.claimed = [members[1].person, members[3].person]
    #expect(
      books.refusal(command(), by: Village.cashier) == [
        .borrowerHasOpenShare(member: 2), .borrowerHasOpenShare(member: 4),
      ])
  }

  @Test func `members are counted again on the day of the pay-out`() throws {
    var books = books
    try books.run(
      EndMembership(ksm: KSMID(upk, 1), member: 2, day: "2016-01-12"), by: Village.officer)
    #expect(
      books.refusal(command(), by: Village.cashier) == [
        .ksmTooSmall(members: 4, required: 5), .memberNotActive(member: 2, on: "2016-01-12"),
      ])
  }

  @Test func `what is missing is told, the application, the policy, the schedule`() throws {
    #expect(
      refusal(command(application: ApplicationID(upk, 9)))
        == [.notFound(.application, name: "9")])
    #expect(
      refusal(command(on: "2021-01-01")).contains(
        .dayInFuture("2021-01-01", today: "2020-12-31")))
    var books = books
    books.facts.policies[upk] = []
    #expect(
      books.refusal(command(), by: Village.manager) == [
        .noPolicyInForce(on: "2016-01-10"), .deciderMayNotPay, .noHeadings, .nobodyAcquainted,
      ])
    books.facts.policies[upk] = [Village.policy(unit: 1000)]
    books.facts.applications[application]?.inspection = Inspection(
      round: 1, inspector: Village.officer, witness: Village.witness, on: "2016-01-10",
      recommended: [Share(member: 1, amount: 10)], appraisals: [],
      steps: ApprovalChain.standard(of: upk).steps, note: "")
    #expect(
      books.refusal(command(), by: Village.cashier) == [
        .scheduleNotPossible(share: 10, months: 4, roundUnit: 1000),
        .signatureVoid(steps: [1, 2]),
      ])
  }
}

struct GateTests {
  /// A group is approved in good times; then another group's loan goes bad.
  private func books(lateSince day: Day) throws -> (Books, ApplicationID) {
    var books = try Village.books()
    let bad = try books.addGroup("A")
    let new = try books.addGroup("B")
    try books.lend(bad, each: 500_000, on: "2016-01-10")
    try books.close(through: "2016-04")
    let application = try books.approve(new, each: 500_000, on: "2016-05-01")
    try books.contract(application, on: "2016-05-01")
    try books.run(
      ReceiveCapital(upk: upk, source: .other, amount: 1, reference: nil, day: day),
      by: Village.bookkeeper)
    return (books, application)
  }

  @Test func `the authority to lend is judged again at disbursement`() throws {
    let (books, application) = try books(lateSince: "2016-05-01")
    func refusal(on day: Day) -> [Rejection] {
      books.refusal(
        Village.payOut(application, from: .bank, on: day), by: Village.cashier)
    }
    #expect(refusal(on: "2016-05-09") == [])
    #expect(
      refusal(on: "2016-05-10") == [
        .lendingNotAuthorised(
          .new, .suspended, par: Ratio(2_500_000, 2_500_000), asOf: "2016-05-10")
      ])
  }

  @Test func `backdating cannot dodge the gate`() throws {
    let (books, application) = try books(lateSince: "2016-05-10")
    let refusal = books.refusal(
      Village.payOut(application, from: .bank, on: "2016-05-09"), by: Village.cashier)
    #expect(
      refusal == [
        .lendingNotAuthorised(
          .new, .suspended, par: Ratio(2_500_000, 2_500_000), asOf: "2016-05-10"),
        .judgedLater("2016-05-09", on: "2016-05-10"),
      ])
  }

  @Test func `a suspended UPK lends to returning groups in good standing, to no others`() throws {
    var books = try Village.books()
    let groups = try ["A", "B", "C"].map { name throws(Refusal) in try books.addGroup(name) }
    let good = try books.lend(groups[0], each: 100_000, on: "2016-01-10")
    try books.repay(good, 507_500, on: "2016-01-20")
    try books.lend(groups[1], each: 500_000, on: "2016-01-20")
    try books.close(through: "2016-05")
    try books.lend(groups[0], each: 100_000, on: "2016-06-01")
    // Their names were free if they had come to other loans.
    books.facts.claimed = []
    for (ksm, standing) in [
      (groups[1], BorrowerStanding.returningNotCurrent), (groups[2], .new),
    ] {
      var books = books
      let id = try books.apply(ksm, each: 100_000, on: "2016-06-01")
      try books.inspect(id, on: "2016-06-01")
      try books.sign(id, by: Village.manager, on: "2016-06-01")
      let refusal = books.refusal(
        SignApproval(application: id, verdict: .approve, note: "", day: "2016-06-01"),
        by: Village.coordinator)
      #expect(
        refusal == [
          .lendingNotAuthorised(
            standing, .suspended, par: Ratio(2_500_000, 2_500_000), asOf: "2016-05-31")
        ])
    }
  }
}
