import FundTesting
import RevolvingFund
import Testing

@testable import FundStore

@Suite struct RequestTests {
  @Test func `the same request again has the same answer and changes nothing`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let command = world.repayment(loan, Rupiah(600_000), on: day("2016-02-20"), reference: "A")
      let request = world.fixture.request(by: world.cashier)
      let first = try await world.store.run(command, request)
      let contents = try await world.fixture.contents()
      let again = try await world.store.run(command, request)

      #expect(!first.isReplay && again.isReplay)
      #expect(first.vouchers == ["KM-2016-0001"])
      #expect(
        again
          == Recorded(
            sequence: first.sequence, subject: first.subject, outcome: first.outcome,
            vouchers: first.vouchers, isReplay: true, isDryRun: false))
      #expect(try await world.fixture.contents() == contents)
    }
  }

  @Test func `the same request with other content is refused by the field that differs`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let request = world.fixture.request(by: world.cashier)
      _ = try await world.store.run(
        world.repayment(loan, Rupiah(600_000), on: day("2016-02-20")), request)
      let contents = try await world.fixture.contents()

      for (command, field) in [
        (world.repayment(loan, Rupiah(600_001), on: day("2016-02-20")), "amount"),
        (world.repayment(loan, Rupiah(600_000), on: day("2016-02-21")), "on"),
        (
          world.repayment(loan, Rupiah(600_000), on: day("2016-02-20"), reference: "B"),
          "reference"
        ),
      ] {
        let found = try await rejections { _ = try await world.store.run(command, request) }
        #expect(found == [.requestIDReused(field: field)])
      }
      #expect(try await world.fixture.contents() == contents)
    }
  }

  @Test func `the same id of another caller or for another kind is another request`()
    async throws
  {
    try await FundFixture.withWorld { world in
      var generator = SystemRandomNumberGenerator()
      let id = RequestID(using: &generator)
      let command = RegisterKSM(
        upk: world.upk.id, name: "KSM", formedOn: day("2016-01-01"), day: day("2016-01-01"))
      let first = try await world.store.run(
        command, world.fixture.request(by: world.manager, id: id))
      let second = try await world.store.run(
        command, world.fixture.request(by: world.cashier, id: id))
      let third = try await world.store.run(
        AddMember(
          ksm: KSMID(world.upk.id, 1), person: try await world.registerPersons(1)[0],
          day: day("2016-01-01")), world.fixture.request(by: world.manager, id: id))
      #expect([first, second, third].map(\.subject) == ["ksms/1", "ksms/2", "ksms/1/members/1"])
    }
  }

  @Test func `a refused request leaves no trace and burns no number`() async throws {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let open = try await world.submit(ksm)
      let contents = try await world.fixture.contents()
      let request = world.fixture.request(by: world.loanOfficer)
      let command = SubmitApplication(
        ksm: ksm, amount: Rupiah(400_000),
        shares: (1...4).map { Share(member: $0, amount: Rupiah(100_000)) }, months: 10,
        purpose: .productiveBusiness, businessStage: .existing, papers: [],
        day: day("2016-01-10"))
      let found = try await rejections { _ = try await world.store.run(command, request) }
      #expect(found == [.applicationOpen(open.number)])
      #expect(try await world.fixture.contents() == contents)

      try await world.fixture.run(
        CancelApplication(application: open, reason: "less", day: day("2016-01-10")),
        by: world.loanOfficer)
      let recorded = try await world.store.run(command, request)
      #expect(recorded.subject == "applications/2")
    }
  }

  @Test func `a dry run writes nothing and says what the live run then says`() async throws {
    try await FundFixture.withWorld { world in
      let application = try await world.approvedApplication(
        try await world.registerKSM(members: 5))
      let contents = try await world.fixture.contents()
      let command = world.disbursement(application)
      let dry = try await world.store.run(
        command, world.fixture.request(by: world.cashier, isDryRun: true))
      #expect(dry.isDryRun && dry.sequence == nil)
      #expect(try await world.fixture.contents() == contents)

      let live = try await world.store.run(command, world.fixture.request(by: world.cashier))
      #expect(live.sequence != nil && !live.isDryRun)
      #expect(dry.subject == live.subject && dry.outcome == live.outcome)
      #expect(dry.vouchers == live.vouchers)

      let refused = try await rejections {
        _ = try await world.store.run(
          command, world.fixture.request(by: world.cashier, isDryRun: true))
      }
      #expect(refused.contains { $0.code == .wrongApplicationState })
    }
  }

  @Test func `a command for a UPK that does not exist is refused`() async throws {
    try await FundFixture.withStore { fixture in
      let found = try await rejections {
        _ = try await fixture.store.run(
          RegisterKSM(
            upk: UPKID(7), name: "KSM", formedOn: day("2016-01-01"), day: day("2016-01-01")),
          fixture.request(by: PersonID(0)))
      }
      #expect(found == [.notFound(.upk, name: "7")])
    }
  }
}
