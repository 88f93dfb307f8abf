import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

/// The world's loan of five million from 20 January 2016 over ten months, in trouble.
@Suite struct TroubledLoanTests {
  private let grounds = Restructuring.Grounds(
    reason: "Pasar terbakar", evidence: "Kios buka lagi", agreement: "SPP-04", minutes: "BA-11",
    notice: "S-05")

  private func restructure(_ loan: LoanID, on text: String = "2016-06-21") -> RestructureLoan {
    RestructureLoan(loan: loan, months: 7, grounds: grounds, day: day(text))
  }

  private func writeOff(_ loan: LoanID, _ world: FundWorld) -> WriteOffLoan {
    WriteOffLoan(
      loan: loan, ksm: KSMID(world.upk.id, 1), proposedBy: world.manager, minutes: "BA-03",
      report: "RWT-2016", savingsKept: "Tanpa klausul", day: day("2016-11-21"))
  }

  /// Debits less credits of each loan on account 11030, and the account itself.
  private func ledger(_ world: FundWorld) async throws -> (byLoan: [Int64: Int64], all: Int64) {
    let sums = Statement(
      "test.ledger",
      """
      select m.loan, sum(m.amount)::bigint from (
        select loan, amount from fund.posting where debit = 11030
        union all
        select coalesce(from_loan, loan), -amount from fund.posting where credit = 11030
      ) m (loan, amount) group by m.loan
      """)
    return try await world.fixture.superuser { connection in
      let byLoan = try connection.run(sums).reduce(into: [Int64: Int64]()) {
        $0[try $1.int8(0)] = try $1.int8(1)
      }
      return (byLoan, byLoan.values.reduce(0, +))
    }
  }

  @Test func `a restructured loan and its successor are read back as they were decided`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(
        world.repayment(loan, Rupiah(575_003), on: day("2016-02-20")), by: world.cashier)
      let successor = LoanID(
        world.upk.id, try await world.fixture.run(restructure(loan), by: world.coordinator))
      let book = try await world.store.loanBook(world.upk.id)
      // Nobody signs for a successor: nothing was handed out.
      let unsigned = try await world.store.disbursements(
        world.upk.id, asOf: day("2016-07-01"), unconfirmedOnly: true, after: 0, limit: 10)
      #expect(unsigned.map(\.loan.id) == [loan])
      let old = try #require(book[loan])
      let new = try #require(book[successor])
      #expect(old.loan.state == .restructured && old.loan.closedOn == day("2016-06-21"))
      #expect(new.loan.principal == Rupiah(4_500_000))
      // Five months of 75,000 fell due; 75,003 of charge were paid.
      #expect(new.loan.succession?.predecessor == loan)
      #expect(new.loan.succession?.inheritedClass == .substandard)
      #expect(new.loan.succession?.carried == Rupiah(299_997))
      #expect(
        new.loan.succession?.carriedCharge.map(\.amount)
          == [59_999, 59_999, 59_999, 60_000, 60_000].map { Rupiah($0) })
      #expect(try await world.store.loan(successor) == new)
      #expect(try await world.store.loan(loan) == old)
      #expect(try await ledger(world).byLoan == [loan.number: 0, successor.number: 4_500_000])
      for text in ["2016-06-20", "2016-06-21"] {
        #expect(
          Portfolio(book.loans.positions(asOf: day(text))).outstanding == Rupiah(4_500_000))
      }
      let kept = try await world.store.restructurings(world.upk.id)
      #expect(kept.map(\.grounds) == [grounds] && kept.map(\.successor) == [successor])
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `names go over to the successor, and are free when it is paid off`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let successor = LoanID(
        world.upk.id, try await world.fixture.run(restructure(loan), by: world.coordinator))
      #expect(
        try await world.fixture.count(
          "fund.borrower_claim where loan = \(successor.number)") == 5)
      #expect(try await world.fixture.count("fund.borrower_claim") == 5)
      // Five installments of charge and the running one, and all principal.
      try await world.fixture.run(
        world.repayment(successor, Rupiah(5_000_000 + 6 * 75_000), on: day("2016-07-21")),
        by: world.cashier)
      #expect(try await world.store.loan(successor)?.loan.state == .paidOff)
      #expect(try await world.fixture.count("fund.borrower_claim") == 0)
    }
  }

  @Test func `a posting between loans that is bent behind the store's back breaks the chain`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(restructure(loan), by: world.coordinator)
      let before = try await world.store.verifyChain(world.upk.id)
      #expect(before.isIntact)
      try await world.fixture.script(
        "update fund.posting set from_loan = 77 where from_loan = \(loan.number)")
      #expect(try await world.store.verifyChain(world.upk.id).firstBroken == before.verified)
    }
  }

  @Test func `a write-off, what comes in and the waiver are read as of any day`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.climbLadder(of: loan, from: day("2016-02-20"))
      try await world.fixture.run(writeOff(loan, world), by: world.coordinator)
      #expect(try await ledger(world).all == 0)
      #expect(try await world.fixture.count("fund.borrower_claim") == 5)
      try await world.fixture.run(
        RecoverClaim(
          loan: loan, amount: Rupiah(250_000), account: .bank, reference: "K-9",
          day: day("2016-12-01")), by: world.cashier)
      let gone = try #require(try await world.store.loan(loan))
      #expect(gone.state(asOf: day("2016-11-20")) == .active)
      #expect(gone.position(asOf: day("2016-11-20"))?.outstanding == Rupiah(5_000_000))
      #expect(gone.position(asOf: day("2016-11-21"))?.outstanding == .zero)
      #expect(gone.payments.isEmpty)
      // Ten months of 75,000 fell due.
      #expect(
        gone.writeOff?.claim(asOf: day("2016-12-01"))
          == PaidTotals(principal: Rupiah(4_750_000), serviceCharge: Rupiah(750_000)))
      try await world.fixture.run(
        WaiveClaim(loan: loan, minutes: "BA-09", reason: "Pindah", day: day("2016-12-20")),
        by: world.coordinator)
      #expect(try await world.fixture.count("fund.borrower_claim") == 0)
      let waived = try #require(try await world.store.loan(loan))
      #expect(waived.state(asOf: day("2016-12-19")) == .writtenOff)
      #expect(waived.state(asOf: day("2016-12-20")) == .claimWaived)
      #expect(waived.writeOff?.waiver?.waived.total == Rupiah(5_500_000))
      let book = try await world.store.loanBook(world.upk.id)
      #expect(book.writtenOff == [try #require(waived.writeOff)])
      #expect(
        book.gate(on: day("2016-12-20")).ratio == Ratio(4_750_000, 4_750_000))
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `the last rupiah of a claim frees the names`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.climbLadder(of: loan, from: day("2016-02-20"))
      try await world.fixture.run(writeOff(loan, world), by: world.coordinator)
      try await world.fixture.run(
        RecoverClaim(
          loan: loan, amount: Rupiah(5_750_000), account: .cash, reference: nil,
          day: day("2016-12-01")), by: world.cashier)
      #expect(try await world.store.loan(loan)?.loan.state == .fullyRecovered)
      #expect(try await world.fixture.count("fund.borrower_claim") == 0)
    }
  }

  @Test func `what came in on a claim has its receipt, and is taken back by a new entry`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let loan = try await world.disbursedLoan(ksm)
      try await world.climbLadder(of: loan, from: day("2016-02-20"))
      try await world.fixture.run(writeOff(loan, world), by: world.coordinator)
      let all = RecoverClaim(
        loan: loan, amount: Rupiah(5_750_000), account: .bank, reference: "K-9",
        day: day("2016-12-01"))
      try await world.fixture.run(all, by: world.cashier)
      // The same paper under another request id is the same money.
      try await world.fixture.run(all, by: world.cashier)
      #expect(try await world.fixture.count("fund.claim_recovery") == 1)
      #expect(try await world.fixture.count("fund.borrower_claim") == 0)
      let receipt = ReceiptNumber(year: 2016, number: 1)
      #expect(try await world.store.claim(of: receipt, in: world.upk.id) == loan)
      let reversal = ReverseRecovery(
        loan: loan, ksm: ksm, receipt: receipt, reason: "KSM lain", day: day("2016-12-10"))
      #expect(
        try await rejections { try await world.fixture.run(reversal, by: world.cashier) } == [
          .reverserIsRecorder
        ])
      try await world.fixture.run(reversal, by: world.manager)
      #expect(try await world.fixture.count("fund.borrower_claim") == 5)
      let found = try #require(try await world.store.loan(loan))
      #expect(found.loan.state == .writtenOff)
      #expect(found.state(asOf: day("2016-12-09")) == .fullyRecovered)
      let recovery = try #require(found.writeOff?.recoveries.first)
      #expect(recovery.receipt?.number == receipt && recovery.receipt?.account == .bank)
      #expect(recovery.receipt?.recordedBy == world.cashier)
      #expect(recovery.reversal?.reason == "KSM lain")
      #expect(found.writeOff?.decision.savingsKept == "Tanpa klausul")
      #expect(found.writeOff?.claim(asOf: day("2016-12-10")).total == Rupiah(5_750_000))
      // The paper was booked once and is not booked again.
      #expect(
        try await rejections { try await world.fixture.run(all, by: world.cashier) }.contains {
          $0.code == .referenceUsed
        })
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `the store loads the group's own money for a write-off`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let loan = try await world.disbursedLoan(ksm)
      try await world.climbLadder(of: loan, from: day("2016-02-20"))
      func command(_ savingsKept: String) -> WriteOffLoan {
        WriteOffLoan(
          loan: loan, ksm: ksm, proposedBy: world.manager, minutes: "BA-03", report: "RWT-2016",
          savingsKept: savingsKept, day: day("2016-11-21"))
      }
      #expect(
        try await rejections {
          try await world.fixture.run(command(""), by: world.coordinator)
        } == [.ownMoneyUnused(ksm: ksm.number, savings: Rupiah(30_000), held: .zero)])
      try await world.fixture.run(command("Tanpa klausul"), by: world.coordinator)
      #expect(try await world.store.loan(loan)?.writeOff?.fromReserve == .zero)
    }
  }

  @Test func `of many restructurings or write-offs of one loan at once one is booked`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.climbLadder(of: loan, from: day("2016-02-20"))
      let commands: [any Command] = [
        restructure(loan, on: "2016-11-21"), writeOff(loan, world),
        restructure(loan, on: "2016-11-21"), writeOff(loan, world),
      ]
      let booked = await withTaskGroup(of: Bool.self) { tasks in
        for command in commands {
          tasks.addTask {
            do {
              try await world.fixture.run(command, by: world.coordinator)
              return true
            } catch {
              return false
            }
          }
        }
        return await tasks.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(booked == 1)
    }
  }

  /// What nobody gets into the tables, whatever program writes them.
  private static let forbidden = [
    (
      "a_loan_is_restructured_once",
      """
      create temporary table another as select * from fund.loan where predecessor is not null;
      update another set number = 3;
      insert into fund.loan select * from another;
      """
    ),
    (
      "a_successor_inherits_a_class",
      "update fund.loan set inherited_class = null where predecessor is not null"
    ),
    (
      "a_successor_is_not_restructured",
      "update fund.loan set state = 'restructured', next_due = null where predecessor is not null"
    ),
    (
      "a_posting_moves_somewhere",
      "update fund.posting set from_loan = null where from_loan is not null"
    ),
    (
      "a_posting_moves_somewhere",
      "update fund.posting set from_loan = loan where from_loan is not null"
    ),
    (
      "a_write_off_takes_two_persons",
      """
      insert into fund.write_off values (1, 1, '2016-11-21', 1, 0, 0, 'BA', 'RWT', 3, 3)
      """
    ),
  ]

  @Test(.onOneServer("a shard has the keys under names of its own"))
  func `the schema holds what the core decides`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(restructure(loan), by: world.coordinator)
      for (constraint, sql) in Self.forbidden {
        do {
          try await world.fixture.script(sql)
          Issue.record("allowed: \(sql)")
        } catch PostgresError.server(let error) {
          #expect(error.constraint == constraint, "\(sql)")
        }
      }
    }
  }
}
