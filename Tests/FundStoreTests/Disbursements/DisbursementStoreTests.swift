import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

@Suite struct DisbursementStoreTests {
  private func receipts(
    _ loan: LoanID, _ members: ClosedRange<Int64>, on text: String, _ world: FundWorld
  ) -> ConfirmReceipts {
    ConfirmReceipts(
      loan: loan, received: members.map { Share(member: $0, amount: Rupiah(1_000_000)) },
      mark: .photograph, reference: "album-1", witness: world.coordinator, day: day(text))
  }

  @Test func `a pay-out is read back with who signed, as of any day`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(
        receipts(loan, 1...2, on: "2016-01-21", world), by: world.cashier)
      try await world.fixture.run(
        receipts(loan, 3...5, on: "2016-01-25", world), by: world.cashier)
      let found = try #require(try await world.store.disbursement(loan))
      let disbursement = try #require(found.disbursement)
      #expect(disbursement.on == day("2016-01-20") && disbursement.account == .bank)
      #expect(disbursement.paidBy == world.cashier && disbursement.witness == world.boardMember)
      #expect(
        disbursement.signatories == [world.manager, world.coordinator, world.boardMember])
      #expect(disbursement.receipts.map(\.member) == [1, 2, 3, 4, 5])
      #expect(disbursement.receipts.allSatisfy { $0.reference == "album-1" })
      for (text, numbers) in [
        ("2016-01-19", [Int64]()), ("2016-01-24", [1, 2]), ("2016-01-25", [2]),
      ] {
        let open = try await world.store.disbursements(
          world.upk.id, asOf: day(text), unconfirmedOnly: true, after: 0, limit: 10)
        #expect(open.map(\.loan.id.number) == numbers, "\(text)")
      }
      let second = try await world.store.disbursements(
        world.upk.id, asOf: day("2016-01-25"), unconfirmedOnly: false, after: 1, limit: 10)
      #expect(second.map(\.loan.id.number) == [2])
    }
  }

  @Test func `a pay-out that is taken back leaves nothing owed and frees the names`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let persons = try await world.registerPersons(5)
      let ksm = try await world.registerKSM(of: persons)
      let loan = try await world.disbursedLoan(ksm)
      try await world.fixture.run(
        VoidDisbursement(loan: loan, reason: "Nobody came", day: day("2016-02-25")),
        by: world.manager)
      let history = try #require(try await world.store.loan(loan))
      #expect(history.loan.state == .cancelled && history.payments == [])
      #expect(history.position(asOf: day("2016-02-24"))?.overduePrincipal == Rupiah(500_000))
      #expect(history.position(asOf: day("2016-02-25"))?.outstanding == .zero)
      #expect(try await world.fixture.count("fund.borrower_claim as c where true") == 0)
      let movements = try await world.store.movements(world.upk.id, upTo: day("2016-02-25"))
      let trial = TrialBalance(asOf: day("2016-02-25"), movements: movements)
      #expect(trial.balance(.loans) == .zero && trial.balance(.bank) == FundWorld.capital)
      let void = try #require(try await world.store.disbursement(loan)?.disbursement?.void)
      #expect(void.reason == "Nobody came" && void.by == world.manager)
      let open = try await world.store.loans(
        world.upk.id, asOf: day("2016-12-31"), openOnly: true, after: 0, limit: 10)
      #expect(open.isEmpty)
      #expect(try await world.store.application(ApplicationID(world.upk.id, 1))?.loan == nil)
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
      // The same persons may borrow again.
      _ = try await world.disburse(try await world.approvedApplication(ksm))
    }
  }

  @Test(arguments: [
    "update fund.disbursement set second_signatory = first_signatory",
    "update fund.disbursement set third_signatory = null",
    "update fund.disbursement set account = 11010",
    "update fund.disbursement set witness = paid_by",
    "update fund.disbursement set voided_on = '2016-02-01'",
  ])
  func `whatever is short of three signatures and a witness is refused by the schema`(
    sql: String
  ) async throws {
    try await FundFixture.withWorld { world in
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      await #expect(throws: PostgresError.self) { try await world.fixture.script(sql) }
    }
  }

  @Test(arguments: 0..<4)
  func `of a receipt and a void at once exactly one stands`(round: Int) async throws {
    try await FundFixture.withWorld(writers: 2) { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let commands: [(any Command, WriteRequest)] = [
        (
          receipts(loan, 1...1, on: "2016-01-21", world),
          world.fixture.request(by: world.cashier)
        ),
        (
          VoidDisbursement(loan: loan, reason: "Nobody came", day: day("2016-01-21")),
          world.fixture.request(by: world.manager)
        ),
      ]
      let done = try await withThrowingTaskGroup(of: Bool.self) { group in
        for (command, request) in commands {
          group.addTask {
            do {
              _ = try await world.store.run(command, request)
              return true
            } catch is Refusal {
              return false
            }
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(done == 1)
    }
  }
}

@Suite struct VisitStoreTests {
  private func visit(
    _ loan: LoanID, _ member: Int64, _ received: Int64 = 1_000_000, _ use: VisitUse = .asApplied,
    beneficiary: PersonID? = nil, on text: String
  ) -> RecordVisit {
    RecordVisit(
      loan: loan, member: member, companion: nil, received: Rupiah(received), use: use,
      beneficiary: beneficiary,
      knowledge: use == .byAnother && beneficiary == nil ? .unknown : .asNamed, note: "n",
      reference: "r", day: day(text))
  }

  @Test func `visits are due until they are made, counted by their newest, and read back`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let upk = world.upk.id
      func due(_ text: String, within days: Int32 = 0, after: Int64 = 0) async throws -> [Int64] {
        try await world.store.dueVisits(
          upk, asOf: day(text), dueBy: day(text).addingDays(days), after: (1, after), limit: 10
        ).map(\.member)
      }
      #expect(try await due("2016-02-19") == [])
      #expect(try await due("2016-02-19", within: 1) == [1, 2, 3, 4, 5])
      for command in [
        visit(loan, 1, on: "2016-02-20"), visit(loan, 2, 0, .byAnother, on: "2016-02-21"),
        visit(loan, 3, 1_000_000, .deviated, on: "2016-02-22"), visit(loan, 2, on: "2016-02-23"),
      ] {
        try await world.fixture.run(command, by: world.loanOfficer)
      }
      #expect(try await due("2016-02-20") == [2, 3, 4, 5])
      #expect(try await due("2016-12-31") == [4, 5])
      #expect(try await due("2016-12-31", after: 4) == [5])
      let early = try await world.store.visitSummary(upk, asOf: day("2016-02-22"))
      #expect(
        early
          == VisitSummary(
            asOf: day("2016-02-22"), due: 5, visited: 3, confirmed: 1, partly: 0, deviated: 1,
            nameLending: 1))
      let late = try await world.store.visitSummary(upk, asOf: day("2016-02-23"))
      #expect(late.confirmed == 2 && late.nameLending == 0)
      let found = try await world.store.visits(
        upk, loan: 1, findingsOnly: true, asOf: day("2016-12-31"), after: 0, limit: 10)
      #expect(found.map(\.id.number) == [2, 3])
      #expect(found.map(\.finding) == [.nameLending, .deviation])
      let all = try await world.store.visits(
        upk, loan: nil, findingsOnly: false, asOf: day("2016-02-22"), after: 1, limit: 1)
      #expect(all.map(\.member) == [2] && all.map(\.note) == ["n"])
    }
  }

  @Test func `who is blocked in one UPK borrows in none, until the board lifts it`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let second = try await world.secondUPK()
      let persons = try await world.registerPersons(5)
      let group = try await second.registerKSM(of: persons)
      try await world.fixture.run(
        visit(loan, 1, 0, .byAnother, beneficiary: persons[2], on: "2016-01-20"),
        by: world.loanOfficer)
      let application = try await second.submit(group)
      let inspection = RecordInspection(
        application: application, witness: second.boardMember,
        recommended: second.shares(Rupiah(1_000_000)),
        appraisals: FundWorld.appraisals(of: second.shares(Rupiah(1_000_000))), note: "",
        day: day("2016-01-21"))
      let refused = await #expect(throws: Refusal.self) {
        try await world.store.run(inspection, world.fixture.request(by: second.loanOfficer))
      }
      #expect(refused?.rejections == [.borrowerBlocked(member: 3)])
      let blocks = try await world.store.blocks(
        world.upk.id, standingOnly: true, asOf: day("2016-12-31"), after: 0, limit: 10)
      #expect(blocks.map(\.person) == [persons[2]] && blocks.map(\.cause) == [.beneficiary])
      try await world.fixture.run(
        LiftBlock(block: blocks[0].id, minutes: "BA-3", day: day("2016-01-21")),
        by: world.coordinator)
      try await world.fixture.run(inspection, by: second.loanOfficer)
      let lifted = try await world.store.blocks(
        world.upk.id, standingOnly: false, asOf: day("2016-12-31"), after: 0, limit: 10)
      #expect(lifted.first?.lift?.minutes == "BA-3")
      #expect(
        try await world.store.blocks(
          world.upk.id, standingOnly: true, asOf: day("2016-01-20"), after: 0, limit: 10
        ).count == 1)
    }
  }

  @Test func `a deviation lowers the ceiling of the same person's next loan`() async throws {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let loan = try await world.disbursedLoan(ksm)
      try await world.fixture.run(
        visit(loan, 4, 1_000_000, .deviated, on: "2016-02-20"), by: world.loanOfficer)
      let shares = (1...5).map { Share(member: $0, amount: Rupiah(2_500_001)) }
      let next = SubmitApplication(
        ksm: ksm, amount: Rupiah(12_500_005), shares: shares, months: 10,
        purpose: .productiveBusiness, businessStage: .existing,
        papers: Set(ApplicationPaper.allCases), day: day("2016-03-01"))
      let refused = await #expect(throws: Refusal.self) {
        try await world.store.run(next, world.fixture.request(by: world.loanOfficer))
      }
      #expect(
        refused?.rejections == [
          .shareAboveCeiling(
            member: 4, amount: Rupiah(2_500_001), ceiling: Rupiah(2_500_000),
            loweredFrom: Rupiah(5_000_000))
        ])
    }
  }
}
