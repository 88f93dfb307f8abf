import BooksVerification
import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct CleanBooksTests {
  @Test func `books that nobody touched are clean`() async throws {
    try await FundFixture.withWorld { world in
      #expect(try await world.fixture.verify(.province).findings == [])
      #expect(try await world.fixture.verify(world.upk.id).findings == [])
      try await SmallLife(world: world).run()
      let verification = try await world.fixture.verify(world.upk.id)
      let events = verification.events
      #expect(verification == Verification(upk: world.upk.id.value, events: events, findings: []))
      #expect(events > 100)
    }
  }

  /// What else the province could have said, and what of the UPK's books that leaves outside.
  static let otherBounds = [
    (#"{"cash_limit": "4001"}"#, "deposit", "999", "1000"),
    (#"{"least_capital": "6668"}"#, "capital", "at least 6668", "6667"),
    (#"{"valid_from": "2016-02-01"}"#, "bounds", "0", "1"),
  ]

  @Test(arguments: otherBounds.indices)
  func `an allocation and a deposit are held against the bounds that the province set`(
    index: Int
  ) async throws {
    let (change, what, expected, told) = Self.otherBounds[index]
    try await FundFixture.withWorld { world in
      try await SmallLife(world: world).run()
      try await world.fixture.script(
        """
        update fund.event set content = content || '\(change)'::jsonb
        where upk_id = 0 and kind = 'policy-bounds.set'
        """)
      let found = try await world.fixture.verify(world.upk.id).findings
      #expect(
        found.contains { $0.what == what && $0.expected == expected && $0.found == told },
        "\(found)")
      #expect(!(try await world.fixture.verify(.province)).findings.isEmpty)
    }
  }

  @Test func `a profit at risk that was shared out is named where the province forbids it`()
    async throws
  {
    try await FundFixture.withWorld(today: day("2017-03-31")) { world in
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(
        PostJournal(
          upk: world.upk.id,
          lines: [
            PostJournal.Line(
              number: 1, day: day("2016-02-01"), description: "-", debit: .bank,
              credit: .otherIncome, amount: Rupiah(1_000_000), reference: nil)
          ]), by: world.bookkeeper)
      try await world.close(through: month("2016-12"))
      for (year, on) in [(2015, "2017-01-04"), (2016, "2017-01-05")] {
        try await world.fixture.run(
          CloseYear(upk: world.upk.id, year: year, day: day(on)), by: world.bookkeeper)
      }
      try await world.fixture.run(
        SetPolicyBounds(
          bounds: SmallLife.bounds(.shared, from: day("2017-02-01")), day: day("2017-01-10")),
        by: world.coordinator)
      try await world.fixture.run(
        AllocateProfit(
          upk: world.upk.id, year: 2016,
          shares: [
            ProfitShare(.capital, hundredths: 9_000), ProfitShare(.supervisors, hundredths: 1_000),
          ], minutes: "RWT-2017", day: day("2017-02-10")), by: world.coordinator)
      #expect(try await world.fixture.verify(world.upk.id).findings == [])
      try await world.fixture.script(
        """
        update fund.event set content = content || '{"profit_at_risk": "capitalOnly"}'::jsonb
        where upk_id = 0 and kind = 'policy-bounds.set'
        """)
      let found = try await world.fixture.verify(world.upk.id).findings
      #expect(
        found.contains {
          $0.what == "capital" && $0.expected == "at least 10000" && $0.found == "9000"
        }, "\(found)")
    }
  }

  @Test func `who paid the own share stays held to the loan that follows the group's`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(
        RecordRepayment(
          loan: loan, amount: Rupiah(1_150_000), account: .cash, reference: nil,
          members: [MemberPayment(member: 2, payer: 2, amount: Rupiah(1_150_000))],
          day: day("2016-02-20")), by: world.cashier)
      try await world.fixture.run(
        RestructureLoan(
          loan: loan, months: 7,
          grounds: Restructuring.Grounds(
            reason: "Pasar sepi", evidence: "Kios buka", agreement: "SPP-2", minutes: "BA-2",
            notice: "S-2"), day: day("2016-06-21")), by: world.coordinator)
      let successor = try await world.store.restructurings(world.upk.id).first?.successor
      let shares = try await world.store.loan(try #require(successor))?.loan.shares
      #expect(shares?.map(\.member) == [1, 3, 4, 5])
      let found = try await world.fixture.verify(world.upk.id).findings
      #expect(found == [], "\(found)")
    }
  }
}
