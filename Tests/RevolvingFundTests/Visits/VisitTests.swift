import RevolvingFund
import Testing

struct VisitTests {
  let books: Books
  let loan: LoanID

  init() throws {
    var books = try Village.books()
    loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-31")
    try books.run(
      ConfirmReceipts(
        loan: loan, received: (1...5).map { Share(member: $0, amount: 500_000) },
        mark: .signature, reference: "", witness: Village.witness, day: "2016-01-31"),
      by: Village.cashier)
    self.books = books
  }

  private func command(
    member: Int64 = 1, received: Rupiah = 500_000, use: VisitUse = .asApplied,
    companion: PersonID? = nil, beneficiary: PersonID? = nil, on day: Day = "2016-02-29"
  ) -> RecordVisit {
    RecordVisit(
      loan: loan, member: member, companion: companion, received: received, use: use,
      beneficiary: beneficiary,
      knowledge: use == .byAnother && beneficiary == nil ? .unknown : .asNamed, note: "",
      reference: "", day: day)
  }

  private func refusal(
    _ command: RecordVisit, by person: PersonID = Village.officer
  ) -> [Rejection] {
    books.refusal(command, by: person)
  }

  /// A person in no group and without an office.
  private func stranger(in books: inout Books) throws -> PersonID {
    try books.addPerson(.male)
  }

  @Test func `a visit is due a month after the pay-out, on a day that there is`() throws {
    #expect(try #require(books.facts.loans[loan]).visitsDue == "2016-02-29")
  }

  @Test(arguments: [
    (Rupiah(500_000), VisitUse.asApplied, VisitFinding?.none), (500_000, .deviated, .deviation),
    (499_999, .asApplied, .nameLending), (0, .partly, .nameLending),
    (500_000, .byAnother, .nameLending), (400_000, .deviated, .nameLending),
    (500_000, .partly, nil),
  ])
  func `who had less, or gave it on, lent a name; who spent it elsewhere deviated`(
    received: Rupiah, use: VisitUse, finding: VisitFinding?
  ) throws {
    var books = books
    let effects = try books.run(command(received: received, use: use), by: Village.officer)
    #expect(effects.subject == .visit(VisitID(upk, 1)))
    #expect(effects.outcome["finding"] == finding?.rawValue ?? "")
    // The witness of the receipt answers for it.
    #expect(effects.outcome["blocked"] == (finding == .nameLending ? "1" : "0"))
  }

  @Test func `who had the money, and who witnessed it, are blocked until the board lifts it`()
    throws
  {
    var books = books
    let user = try stranger(in: &books)
    let other = try books.addGroup("B")
    try books.close(through: "2016-01")
    try books.run(
      command(received: 0, use: .byAnother, beneficiary: user), by: Village.officer)
    let blocks = books.facts.blocks.values.sorted { $0.id.number < $1.id.number }
    #expect(blocks.map(\.person) == [user, Village.witness])
    #expect(blocks.map(\.cause) == [.beneficiary, .witness])
    // The witness sees no more pay-outs.
    let next = try books.approve(other, each: 100_000, on: "2016-03-01")
    try books.contract(next, on: "2016-03-01")
    #expect(
      books.refusal(Village.payOut(next, from: .bank, on: "2016-03-01"), by: Village.cashier)
        == [.personBlocked(person: Village.witness.value)])
    try books.run(
      LiftBlock(block: BlockID(upk, 2), minutes: "BA-1", day: "2016-03-01"),
      by: Village.coordinator)
    #expect(
      books.refusal(Village.payOut(next, from: .bank, on: "2016-03-01"), by: Village.cashier)
        == [])
    #expect(
      books.refusal(
        LiftBlock(block: BlockID(upk, 2), minutes: "BA-2", day: "2016-03-02"),
        by: Village.coordinator) == [.blockLifted(on: "2016-03-01")])
  }

  @Test func `nothing is lent to who is blocked, at any step`() throws {
    var books = books
    let other = try books.addGroup("B")
    let user = try #require(books.facts.ksms[other]?.members[1].person)
    let waiting = try books.apply(other, each: 100_000, on: "2016-02-01")
    try books.run(
      command(received: 0, use: .byAnother, beneficiary: user), by: Village.officer)
    let everyone = (Int64(1)...5).map { Share(member: $0, amount: 100_000) }
    let others = everyone.filter { $0.member != 2 }
    let inspection = RecordInspection(
      application: waiting, witness: Village.coordinator,
      recommended: everyone, appraisals: Village.appraisals(of: everyone), note: "",
      day: "2016-03-01")
    #expect(books.refusal(inspection, by: Village.officer) == [.borrowerBlocked(member: 2)])
    // Without the share of the one who is blocked the others may borrow.
    let without = RecordInspection(
      application: waiting, witness: Village.coordinator,
      recommended: others, appraisals: Village.appraisals(of: others), note: "",
      day: "2016-03-01")
    #expect(books.refusal(without, by: Village.officer) == [])
  }

  @Test func `a blocked member is refused when the group asks, and shown before`() throws {
    var books = books
    let other = try books.addGroup("B")
    let user = try #require(books.facts.ksms[other]?.members[1].person)
    try books.run(
      command(received: 0, use: .byAnother, beneficiary: user), by: Village.officer)
    func asking(_ members: [Int64]) -> [Rejection] {
      let shares = members.map { Share(member: $0, amount: 100_000) }
      return books.refusal(
        SubmitApplication(
          ksm: other, amount: shares.total(\.amount), shares: shares, months: 4,
          purpose: .productiveBusiness, businessStage: .existing,
          papers: Set(ApplicationPaper.allCases), day: "2016-03-01"), by: Village.officer)
    }
    #expect(asking([1, 2, 3]) == [.borrowerBlocked(member: 2)])
    #expect(asking([1, 3]) == [])
    let conduct = try #require(books.facts.memberConduct(other, on: "2016-03-01"))
    #expect(conduct.filter(\.counts).map(\.member) == [2])
    #expect(conduct[1].isBlocked && conduct[1].ceiling == 1_000_000)
    #expect(books.facts.memberConduct(other, on: "2016-02-28")?.contains(where: \.counts) == false)
  }

  @Test func `a deviation is shown with the ceiling that it lowers`() throws {
    var books = books
    try books.run(command(member: 2, use: .deviated), by: Village.officer)
    let conduct = try #require(books.facts.memberConduct(KSMID(upk, 1), on: "2016-03-01"))
    #expect(conduct.map(\.hasDeviated) == [false, true, false, false, false])
    #expect(conduct[1].ceiling == 2_500_000 && conduct[0].ceiling == 5_000_000)
  }

  @Test func `who used it instead is named, or said to be unknown`() throws {
    func visit(
      _ use: VisitUse, beneficiary: PersonID? = nil, _ knowledge: BeneficiaryKnowledge
    ) -> [Rejection] {
      refusal(
        RecordVisit(
          loan: loan, member: 1, companion: nil, received: 500_000, use: use,
          beneficiary: beneficiary, knowledge: knowledge, note: "", reference: "",
          day: "2016-02-29"))
    }
    #expect(visit(.byAnother, .asNamed) == [.beneficiaryMissing(member: 1)])
    #expect(visit(.byAnother, .unknown) == [])
    #expect(visit(.byAnother, beneficiary: Village.manager, .asNamed) == [])
    #expect(
      visit(.byAnother, beneficiary: Village.manager, .unknown)
        == [.beneficiaryUnexplained(member: 1)])
    #expect(visit(.asApplied, .unknown) == [.beneficiaryUnexplained(member: 1)])
  }

  @Test func `nobody lifts their own block, and not before there was one`() throws {
    var books = books
    try books.run(command(received: 0), by: Village.officer)
    let lift = LiftBlock(block: BlockID(upk, 1), minutes: "", day: "2016-02-28")
    #expect(
      books.refusal(lift, by: Village.witness) == [
        .textMissing(field: .minutes),
        .dayBefore("2016-02-28", earliest: "2016-02-29", milestone: .visited),
        .personBlocked(person: Village.witness.value),
      ])
    #expect(
      books.refusal(
        LiftBlock(block: BlockID(upk, 7), minutes: "BA", day: "2016-03-01"),
        by: Village.coordinator) == [.notFound(.block, name: "7")])
  }

  @Test func `a loan spent on something else lowers the next ceiling by the policy's part`()
    throws
  {
    var books = books
    books.facts.policies[upk] = [
      LendingPolicy(
        upk: upk, version: 1, validFrom: Village.founded, borrowerCriteria: "a",
        firstLoanCeiling: 1_000_000, laterLoanCeiling: 1_000_001, shortestTerm: 3,
        longestTerm: 12, rate: .onePointFive, method: .flat, roundUnit: 1,
        earlySettlement: .waive, reserveScheme: .none, jointLiability: "b",
        savingsAccount: .none, startUps: Village.startUps, deviationThousandths: 250, reason: "",
        minutes: "BA")
    ]
    try books.run(command(member: 2, use: .deviated), by: Village.officer)
    try books.run(command(member: 3, use: .partly), by: Village.officer)
    func refusal(_ amount: Rupiah, on day: Day) -> [Rejection] {
      let shares = (1...5).map { Share(member: $0, amount: amount) }
      return books.refusal(
        SubmitApplication(
          ksm: KSMID(upk, 1), amount: shares.total(\.amount), shares: shares, months: 4,
          purpose: .productiveBusiness, businessStage: .existing,
          papers: Set(ApplicationPaper.allCases),
          day: day), by: Village.officer)
    }
    #expect(refusal(250_000, on: "2016-03-01") == [])
    #expect(
      refusal(250_001, on: "2016-03-01")
        == [
          .shareAboveCeiling(
            member: 2, amount: 250_001, ceiling: 250_000, loweredFrom: 1_000_001)
        ])
    // Until the visit nobody knew of it.
    #expect(refusal(250_001, on: "2016-02-28") == [])
    // A later visit that finds the money where it belongs raises the ceiling again.
    try books.run(command(member: 2, on: "2016-03-02"), by: Village.officer)
    #expect(refusal(250_001, on: "2016-03-02") == [])
  }

  @Test func `the answers fit the share, and each other`() throws {
    #expect(
      refusal(command(received: 500_001))
        == [.receivedAboveShare(member: 1, received: 500_001, share: 500_000)])
    #expect(refusal(command(received: -1)) == [.amountNotPositive(field: .amount, -1)])
    #expect(
      refusal(command(beneficiary: Village.manager)) == [.beneficiaryUnexplained(member: 1)])
    let own = try #require(books.facts.ksms[KSMID(upk, 1)]?.members[0].person)
    #expect(
      refusal(command(received: 0, beneficiary: own)) == [.beneficiaryUnexplained(member: 1)])
    #expect(
      refusal(command(received: 0, beneficiary: PersonID(999)))
        == [.notFound(.person, name: "999")])
    #expect(refusal(command(member: 9)) == [.notFound(.member, name: "1/9")])
  }

  @Test func `who paid does not ask alone, and nobody asks their own group`() throws {
    #expect(refusal(command(), by: Village.cashier) == [.visitNeedsCompanion])
    #expect(refusal(command(companion: Village.witness), by: Village.cashier) == [])
    #expect(
      refusal(command(companion: Village.witness), by: Village.witness) == [.visitNeedsCompanion])
    #expect(
      refusal(command(companion: Village.manager))
        == [.roleMissing(.bkmMember, on: "2016-02-29", person: Village.manager.value)])
    let own = try #require(books.facts.ksms[KSMID(upk, 1)]?.members[3].person)
    #expect(refusal(command(), by: own) == [.belongsToGroup(member: 4)])
    #expect(
      refusal(command(on: "2016-01-30"))
        == [.dayBefore("2016-01-30", earliest: "2016-01-31", milestone: .disbursed)])
  }

  @Test(arguments: [(0, 0, Int?.none), (0, 7, 0), (1, 8, 125), (1, 3, 333), (2, 3, 667)])
  func `findings are counted for each thousand visited`(
    found: Int, visited: Int, rate: Int?
  ) {
    let summary = VisitSummary(
      asOf: "2016-12-31", due: 9, visited: visited, confirmed: 0, partly: 0, deviated: 0,
      nameLending: found)
    #expect(summary.findingsPerThousand == rate)
  }
}
