import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct LendingReadTests {
  @Test func `groups are read with their members, page by page`() async throws {
    try await FundFixture.withWorld { world in
      let first = try await world.registerKSM(members: 5)
      let second = try await world.registerKSM(members: 6)
      try await world.fixture.run(
        EndMembership(ksm: second, member: 6, day: day("2016-02-01")), by: world.loanOfficer)
      let all = try await world.store.ksms(
        world.upk.id, asOf: day("2020-01-01"), after: nil, limit: 10)
      #expect(all.map(\.id) == [first, second] && all.map(\.members.count) == [5, 6])
      #expect(all[1].members.map(\.number) == Array(1...6))
      #expect(all[1].members[5].leftOn == day("2016-02-01"))
      #expect(
        try await world.store.ksms(world.upk.id, asOf: day("2020-01-01"), after: 1, limit: 10) == [
          all[1]
        ])
      #expect(try await world.store.ksm(second) == all[1])
      #expect(try await world.store.ksm(KSMID(world.upk.id, 3)) == nil)

      let policies = try await world.store.policies(world.upk.id)
      #expect(policies.map(\.version) == [1] && policies[0].rate.millionths == 15_000)
      #expect(policies[0].minutes == "BA-01/2015" && policies[0].longestTerm == 12)
    }
  }

  @Test func `applications are read with everything decided about them`() async throws {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let approved = try await world.approvedApplication(ksm)
      let other = try await world.registerKSM(members: 5)
      let submitted = try await world.submit(other, share: Rupiah(700_000))

      let application = try #require(try await world.store.application(approved))
      #expect(application.state == .contracted && application.amount == Rupiah(5_000_000))
      #expect(application.requested == world.shares(Rupiah(1_000_000)))
      #expect(application.recommended == application.requested)
      #expect(application.inspection?.inspector == world.loanOfficer)
      #expect(application.inspection?.witness == world.boardMember)
      #expect(application.approvals.map(\.signer) == [world.manager, world.coordinator])
      #expect(application.approvals.map(\.step) == [.upkManager, .bkmCoordinator])
      #expect(application.loan == nil)

      func page(_ state: ApplicationState?, after: Int64?) async throws -> [ApplicationID] {
        try await world.store.applications(
          world.upk.id, state: state, on: day("2016-01-20"), after: after, limit: 10
        ).map(\.id)
      }
      #expect(try await page(nil, after: nil) == [approved, submitted])
      #expect(try await page(nil, after: 1) == [submitted])
      #expect(try await page(.contracted, after: nil) == [approved])
      #expect(try await page(.rejected, after: nil) == [])
      let loan = try await world.disburse(approved)
      let paidOut = try await world.store.application(approved)
      #expect(paidOut?.state == .disbursed && paidOut?.loan == loan)
    }
  }

  @Test func `a loan is read with what was paid on each day, and each repayment by its voucher`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      for (amount, on, reference) in [
        (575_000, "2016-02-20", "K-1"), (100_000, "2016-03-20", nil),
        (475_000, "2016-03-20", "K-2"),
      ] as [(Int64, String, String?)] {
        try await world.fixture.run(
          world.repayment(loan, Rupiah(amount), on: day(on), reference: reference),
          by: world.cashier)
      }
      let history = try #require(try await world.store.loan(loan))
      #expect(
        history.loan.state == .active && history.loan.shares == world.shares(Rupiah(1_000_000)))
      #expect(
        history.payments == [
          .init(
            on: day("2016-02-20"),
            paid: PaidTotals(principal: Rupiah(500_000), serviceCharge: Rupiah(75_000))),
          .init(
            on: day("2016-03-20"),
            paid: PaidTotals(principal: Rupiah(500_000), serviceCharge: Rupiah(75_000))),
        ])
      let open = try await world.store.loans(
        world.upk.id, asOf: day("2016-03-20"), openOnly: true, after: nil, limit: 10)
      #expect(open == [history])
      #expect(try await world.store.loanBook(world.upk.id).loans == [history])

      let repayments = try await world.store.repayments(loan, after: nil, limit: 10)
      #expect(repayments.map(\.repayment.reference) == ["K-1", nil, "K-2"])
      #expect(
        repayments.map(\.repayment.voucher.description)
          == ["KM-2016-0001", "KM-2016-0002", "KM-2016-0003"])
      #expect(repayments.map(\.paid.serviceCharge) == [75_000, 75_000, 0].map { Rupiah($0) })
      let rest = try await world.store.repayments(loan, after: repayments[0].sequence, limit: 1)
      #expect(rest == [repayments[1]])
    }
  }

  @Test func `a loan that is paid off frees its borrowers' names`() async throws {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let loan = try await world.disbursedLoan(ksm)
      #expect(try await world.fixture.count("fund.borrower_claim") == 5)
      try await world.fixture.run(
        world.repayment(loan, Rupiah(5_075_000), on: day("2016-02-01")), by: world.cashier)
      let closed = try #require(try await world.store.loan(loan)).loan
      #expect(closed.state == .paidOff && closed.closedOn == day("2016-02-01"))
      #expect(closed.waivedServiceCharge == Rupiah(675_000))
      #expect(try await world.fixture.count("fund.borrower_claim") == 0)
    }
  }
}
