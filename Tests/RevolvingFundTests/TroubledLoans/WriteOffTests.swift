import Testing

@testable import RevolvingFund

/// A loan of five shares of 500,000 over four months from 10 January 2016, of which nothing was
/// paid: class 5 from 11 November 2016 on.
struct WriteOffTests {
  let books: Books
  let loan: LoanID
  let ksm: KSMID

  init() throws {
    var books = try Village.books()
    ksm = try books.addGroup("A")
    loan = try books.lend(ksm, each: 500_000, on: "2016-01-10")
    books.climbLadder(of: loan, from: "2016-02-10")
    self.books = books
  }

  private func command(
    on day: Day = "2016-11-11", by proposer: PersonID = Village.manager, minutes: String = "BA-03",
    report: String = "RWT-2016", of loan: LoanID? = nil, savingsKept: String = ""
  ) -> WriteOffLoan {
    WriteOffLoan(
      loan: loan ?? self.loan, ksm: ksm, proposedBy: proposer, minutes: minutes, report: report,
      savingsKept: savingsKept, day: day)
  }

  private func recovery(_ amount: Rupiah, on day: Day, reference: String? = nil) -> RecoverClaim {
    RecoverClaim(loan: loan, amount: amount, account: .cash, reference: reference, day: day)
  }

  private func waiver(on day: Day) -> WaiveClaim {
    WaiveClaim(loan: loan, minutes: "BA-09", reason: "All moved away", day: day)
  }

  private func written() throws -> Books {
    var books = books
    try books.run(command(), by: Village.coordinator)
    return books
  }

  private func history(_ books: Books) throws -> LoanHistory {
    try #require(books.facts.portfolios[upk]?[loan])
  }

  @Test func `the reserve bears what was formed, and cost of the year the rest`() throws {
    for (formed, postings) in [
      (0, [Posting(debit: .provision, credit: .loans, amount: 2_500_000, loan: 1)]),
      (
        1_000_000,
        [
          Posting(debit: .loanLossReserve, credit: .loans, amount: 1_000_000, loan: 1),
          Posting(debit: .provision, credit: .loans, amount: 1_500_000, loan: 1),
        ]
      ),
      (3_000_000, [Posting(debit: .loanLossReserve, credit: .loans, amount: 2_500_000, loan: 1)]),
    ] as [(Rupiah, [Posting])] {
      var books = books
      books.form(formed, on: "2016-11-11")
      let effects = try books.run(command(), by: Village.coordinator)
      #expect(effects.vouchers.flatMap(\.postings) == postings)
      #expect(effects.outcome["from_reserve"] == "\(min(formed, 2_500_000).amount)")
    }
  }

  @Test func `the reserve of the day bears it, not what was formed later or is released`() throws {
    for (before, later, fromReserve) in [
      (400_000, 600_000, 400_000), (400_000, -100_000, 300_000), (0, 600_000, 0),
    ] as [(Rupiah, Rupiah, Rupiah)] {
      var books = books
      books.form(before, on: "2016-10-31")
      books.form(later, on: "2016-11-12")
      let effects = try books.run(command(), by: Village.coordinator)
      #expect(effects.outcome["from_reserve"] == "\(fromReserve.amount)")
    }
  }

  @Test func `the loan leaves the books on its day, and the claim stays`() throws {
    let history = try history(try written())
    #expect(history.position(asOf: "2016-11-10")?.outstanding == 2_500_000)
    #expect(try self.history(books).position(asOf: "2016-11-11")?.collectability == .loss)
    #expect(history.position(asOf: "2016-11-11")?.outstanding == 0)
    #expect(history.state(asOf: "2016-11-10") == .active)
    #expect(history.state(asOf: "2016-11-11") == .writtenOff)
    let claim = try #require(history.writeOff).claim(asOf: "2016-11-11")
    #expect(claim == PaidTotals(principal: 2_500_000, serviceCharge: 150_000))
    #expect(history.writeOff?.claim(asOf: "2016-11-10") == .nothing)
  }

  @Test func `it counts in the gate for twelve months, less what comes in of the principal`() throws
  {
    var books = try written()
    try books.run(recovery(600_000, on: "2017-02-01"), by: Village.cashier)
    for (day, counted) in [
      ("2016-11-10", 0), ("2016-11-11", 2_500_000), ("2017-01-31", 2_500_000),
      ("2017-02-01", 1_900_000), ("2017-11-10", 1_900_000), ("2017-11-11", 0),
    ] as [(Day, Rupiah)] {
      #expect(try history(books).writeOff?.counted(on: day) == counted, "\(day)")
    }
    let book = try #require(books.facts.portfolios[upk])
    #expect(book.gate(on: "2016-11-11").ratio == Ratio(2_500_000, 2_500_000))
    #expect(book.gate(on: "2017-02-01").ratio == Ratio(1_900_000, 1_900_000))
  }

  @Test func `recoveries are income, pay principal first, and the last frees the names`() throws {
    var books = try written()
    #expect(books.facts.claimed.count == 5)
    let first = try books.run(recovery(2_600_000, on: "2017-02-01"), by: Village.cashier)
    #expect(
      first.vouchers.flatMap(\.postings) == [
        Posting(debit: .cash, credit: .creditIncome, amount: 2_600_000, loan: 1)
      ])
    #expect(first.outcome["principal"] == "2500000")
    #expect(first.outcome["service_charge"] == "100000" && first.outcome["claim"] == "50000")
    #expect(
      books.refusal(recovery(50_001, on: "2017-03-01"), by: Village.cashier) == [
        .recoveryExceedsClaim(amount: 50_001, claim: 50_000)
      ])
    let last = try books.run(recovery(50_000, on: "2017-03-01"), by: Village.cashier)
    #expect(last.outcome["state"] == "fullyRecovered")
    #expect(books.facts.claimed.isEmpty)
    let after = try history(books)
    #expect(after.state(asOf: "2017-02-28") == .writtenOff)
    #expect(after.state(asOf: "2017-03-01") == .fullyRecovered)
    #expect(
      books.refusal(waiver(on: "2017-04-01"), by: Village.coordinator) == [
        .loanNotWrittenOff(.fullyRecovered)
      ])
    #expect(
      books.refusal(recovery(1, on: "2017-04-01"), by: Village.cashier) == [
        .loanNotWrittenOff(.fullyRecovered)
      ])
  }

  @Test func `a waiver is a later decision; names are free and the record stays`() throws {
    var books = try written()
    try books.run(recovery(500_000, on: "2017-02-01"), by: Village.cashier)
    #expect(
      books.refusal(waiver(on: "2016-11-11"), by: Village.coordinator) == [
        .dayBefore("2016-11-11", earliest: "2016-11-12", milestone: .writtenOff)
      ])
    #expect(
      books.refusal(waiver(on: "2017-01-31"), by: Village.coordinator) == [
        .dayBefore("2017-01-31", earliest: "2017-02-01", milestone: .recovered)
      ])
    let effects = try books.run(waiver(on: "2017-06-01"), by: Village.coordinator)
    #expect(effects.vouchers.isEmpty && effects.outcome["principal"] == "2000000")
    #expect(books.facts.claimed.isEmpty)
    let after = try history(books)
    #expect(after.state(asOf: "2017-05-31") == .writtenOff)
    #expect(after.state(asOf: "2017-06-01") == .claimWaived)
    #expect(after.writeOff?.claim(asOf: "2017-06-01") == .nothing)
    #expect(after.writeOff?.counted(on: "2017-06-01") == 2_000_000)
    #expect(BorrowerStanding(loans: [after], on: "2018-01-01") == .returningNotCurrent)
  }

  @Test func `nothing is written off before the whole ladder was climbed in its last arrears`()
    throws
  {
    for action in CollectionLadder.rungs.flatMap(\.actions) {
      var books = books
      books.save(ksm, 400_000)
      books.facts.caseSteps[loan]?.removeAll { $0.action == action }
      #expect(
        books.refusal(command(savingsKept: "no clause"), by: Village.coordinator) == [
          .ladderNotComplete(missing: [action])
        ])
    }
    var books = books
    books.facts.caseSteps[loan] = books.facts.caseSteps[loan]?.map { $0.answering(nil) }
    #expect(
      books.refusal(command(), by: Village.coordinator) == [
        .ladderNotComplete(missing: [.provinceReport])
      ], "the last office is still asked on that day")
    #expect(books.refusal(command(on: "2016-11-12"), by: Village.coordinator) == [])
    books.climbLadder(of: loan, from: "2015-01-10")
    #expect(
      books.refusal(command(), by: Village.coordinator) == [
        .ladderNotComplete(
          missing: CollectionLadder.rungs.flatMap(\.actions).filter { $0 != .savingsSetOff })
      ], "what was done in other arrears does not count, and there are no savings to set off")
  }

  @Test func `a step alone is no set-off: it is on the books, needs no savings, or has a paper`()
    throws
  {
    var books = books
    books.save(ksm, 400_000)
    books.facts.setOffConsents = [loan]
    books.paper(nil, ofSetOffOn: loan)
    let reasoned = command(savingsKept: "The rest is for school")
    #expect(
      books.refusal(reasoned, by: Village.coordinator) == [
        .ladderNotComplete(missing: [.savingsSetOff])
      ])
    var shown = books
    shown.paper("S-12", ofSetOffOn: loan)
    #expect(shown.refusal(reasoned, by: Village.coordinator) == [])
    try books.run(
      SetOffSavings(loan: loan, ksm: ksm, amount: 10_000, day: "2016-06-01"),
      by: Village.officer)
    #expect(books.refusal(reasoned, by: Village.coordinator) == [])
    try books.run(
      ReverseRepayment(
        loan: loan, ksm: ksm, receipt: ReceiptNumber(year: 2016, number: 1), reason: "no",
        day: "2016-06-02"), by: Village.manager)
    #expect(
      books.refusal(reasoned, by: Village.coordinator) == [
        .ladderNotComplete(missing: [.savingsSetOff])
      ])
  }

  @Test func `a set-off that is not on the books is recorded with the paper that shows why`()
    throws
  {
    var books = books
    books.save(ksm, 400_000)
    books.facts.setOffConsents = [loan]
    func step(_ evidence: String) -> RecordCaseStep {
      RecordCaseStep(
        loan: loan, action: .savingsSetOff, note: "n", evidence: evidence, promise: nil,
        day: "2016-07-01")
    }
    #expect(
      books.refusal(step(" "), by: Village.officer) == [.textMissing(field: .evidence)])
    #expect(books.refusal(step("S-12"), by: Village.officer) == [])
    try books.run(
      SetOffSavings(loan: loan, ksm: ksm, amount: 10_000, day: "2016-06-01"),
      by: Village.officer)
    #expect(books.refusal(step(""), by: Village.officer) == [])
  }

  @Test func `the group's own money pays before the reserve does`() throws {
    for (savings, held, reason, refused) in [
      (0, 0, "", false), (400_000, 0, "", true), (400_000, 0, " ", true),
      (400_000, 0, "no clause", false), (0, 25_000, "", true), (0, 25_000, "no clause", true),
      (400_000, 25_000, "no clause", true),
    ] as [(Rupiah, Rupiah, String, Bool)] {
      var books = books
      books.paper("S-12", ofSetOffOn: loan)
      if savings > .zero { books.save(ksm, savings) }
      if held > .zero {
        books.facts.suspense[ksm, default: DailyBalance()].add(held, on: "2016-03-01")
      }
      let expected: [Rejection] =
        refused ? [.ownMoneyUnused(ksm: ksm.number, savings: savings, held: held)] : []
      #expect(
        books.refusal(command(savingsKept: reason), by: Village.coordinator) == expected,
        "\(savings) \(held) \(reason)")
    }
  }

  @Test func `why savings were kept stands in the decision`() throws {
    var books = books
    books.save(ksm, 400_000)
    try books.run(command(savingsKept: "no clause"), by: Village.coordinator)
    #expect(try history(books).writeOff?.decision.savingsKept == "no clause")
  }

  @Test func `what speaks against a write-off is told at once`() throws {
    #expect(
      books.refusal(
        command(on: "2016-11-10", by: Village.coordinator, minutes: "", report: ""),
        by: Village.coordinator) == [
          .textMissing(field: .minutes), .textMissing(field: .report),
          .roleMissing(.manager, on: "2016-11-10"), .proposerMayNotDecide,
          .loanNotLoss(.doubtful, on: "2016-11-10", lossFrom: "2016-11-11"),
        ])
    #expect(
      books.refusal(command(by: PersonID(99)), by: Village.coordinator) == [
        .notFound(.person, name: "99"), .roleMissing(.manager, on: "2016-11-11"),
      ])
    #expect(
      books.refusal(command(of: LoanID(upk, 9)), by: Village.coordinator) == [
        .notFound(.loan, name: "9")
      ])
    let member = try #require(books.facts.ksms[ksm]?.members.first)
    #expect(
      books.refusal(command(), by: member.person) == [.belongsToGroup(member: member.number)])
    #expect(
      try written().refusal(command(on: "2016-11-12"), by: Village.coordinator) == [
        .loanNotActive(.writtenOff)
      ])
    #expect(
      books.refusal(recovery(1, on: "2016-11-12"), by: Village.cashier) == [
        .loanNotWrittenOff(.active)
      ])
  }

  @Test func `nobody leaves a group while a claim on it stands`() throws {
    var books = try written()
    let leaving = EndMembership(ksm: ksm, member: 2, day: "2016-12-01")
    #expect(
      books.refusal(leaving, by: Village.officer) == [
        .memberIsLiable(member: 2, loan: loan.number)
      ])
    try books.run(waiver(on: "2016-11-20"), by: Village.coordinator)
    #expect(books.refusal(leaving, by: Village.officer) == [])
  }

  @Test func `a promise is not kept by a write-off`() throws {
    let promise = Promise(amount: 100_000, by: "2016-11-30")
    let history = try history(try written())
    #expect(promise.outcome(madeOn: "2016-11-01", of: history, asOf: "2016-11-20") == .pending)
    #expect(promise.outcome(madeOn: "2016-11-01", of: history, asOf: "2016-12-01") == .broken)
  }

  @Test func `what speaks against a recovery is told at once`() throws {
    let books = try written()
    #expect(
      books.refusal(
        RecoverClaim(
          loan: loan, amount: 0, account: .savingsCash, reference: "", day: "2016-11-10"),
        by: Village.cashier) == [
          .amountNotPositive(field: .amount, 0), .textMissing(field: .reference),
          .dayBefore("2016-11-10", earliest: "2016-11-11", milestone: .writtenOff),
          .accountNotForLending(.savingsCash),
        ])
  }

  @Test func `a lost loan keeps its group from borrowing, whatever it repaid later`() throws {
    let gone = try history(try written())
    let later = try LoanHistory.repaid(
      .sample(2, amount: 1_000_000, on: "2016-12-10"), [("2017-01-10", 1_015_000)])
    #expect(later.loan.state == .paidOff)
    #expect(BorrowerStanding(loans: [later], on: "2017-02-01") == .returningCurrent)
    #expect(BorrowerStanding(loans: [gone, later], on: "2017-02-01") == .returningNotCurrent)
  }
}

extension Books {
  /// Forms so much of the reserve, or releases it where it is below zero.
  fileprivate mutating func form(_ amount: Rupiah, on day: Day) {
    guard amount != .zero else { return }
    let (debit, credit): (AccountCode, AccountCode) =
      amount > .zero ? (.provision, .loanLossReserve) : (.loanLossReserve, .provision)
    let posting = Posting(debit: debit, credit: credit, amount: max(amount, .zero - amount))
    book([posting], on: day)
  }

  /// Lets a group have savings, banked in March 2016.
  fileprivate mutating func save(_ ksm: KSMID, _ amount: Rupiah) {
    facts.savings[ksm] = SavingsAccount(
      movements: (facts.savings[ksm] ?? .empty).movements
        + [SavingsAccount.Movement(on: "2016-03-01", amount: amount)])
    facts.savingsPools[upk] = SavingsPool(
      movements: [
        SavingsPool.Movement(account: .savingsBank, on: "2016-03-01", net: amount),
        SavingsPool.Movement(account: .savings, on: "2016-03-01", net: .zero - amount),
      ])
  }

  /// Puts a paper, or none, to the step of the set-off.
  fileprivate mutating func paper(_ evidence: String?, ofSetOffOn loan: LoanID) {
    facts.caseSteps[loan] = facts.caseSteps[loan]?.map { step in
      guard step.action == .savingsSetOff else { return step }
      return CaseStep(
        id: step.id, loan: loan, action: step.action, on: step.on, by: step.by, note: step.note,
        evidence: evidence ?? "", promise: nil, answerDue: nil, answer: nil)
    }
  }
}
