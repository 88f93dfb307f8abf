import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

@Suite struct PolicyTests {
  private func policy(
    _ upk: UPKID, from day: Day, startUps: StartUpRule?, savings: SavingsAccountRule
  ) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: 0, validFrom: day, borrowerCriteria: "Poor\nresidents",
      firstLoanCeiling: Rupiah(1), laterLoanCeiling: Rupiah(2), shortestTerm: 3, longestTerm: 4,
      rate: MonthlyRate(millionths: 5), method: .declining, roundUnit: 100,
      earlySettlement: .charge, reserveScheme: .pnpmRural, jointLiability: "All for each",
      savingsAccount: savings, startUps: startUps,
      cashLimit: startUps.map { _ in Rupiah(70) }, reason: "Because", minutes: "BA-02")
  }

  @Test func `every field of a policy is read back, with and without a rule for start-ups`()
    async throws
  {
    try await FundFixture.withBareWorld { world in
      let rule = StartUpRule(ceiling: Rupiah(7), longestTerm: 6)
      let asked = [
        policy(world.upk.id, from: day("2016-01-01"), startUps: rule, savings: .group),
        policy(world.upk.id, from: day("2016-01-02"), startUps: nil, savings: .member),
      ]
      for policy in asked {
        try await world.fixture.run(
          SetPolicy(policy: policy, day: day("2015-12-01")), by: world.coordinator)
      }
      let found = try await world.store.policies(world.upk.id)
      #expect(found.map(\.version) == [1, 2, 3])
      for (stored, asked) in zip(found.dropFirst(), asked) {
        #expect(
          SetPolicy(policy: stored, day: asked.validFrom).content
            == SetPolicy(policy: asked, day: asked.validFrom).content)
      }
    }
  }

  @Test func `a policy from before words were asked for lacks two headings`() async throws {
    try await FundFixture.withBareWorld { world in
      try await world.fixture.script(
        "update fund.lending_policy set borrower_criteria = '', joint_liability = ''")
      let policy = try #require(try await world.store.policies(world.upk.id).first)
      #expect(policy.headings == [.firstLoan, .serviceCharge, .term, .installments])
    }
  }

  @Test func `bounds are read back, and bind the policies of every UPK from their first day`()
    async throws
  {
    try await FundFixture.withBareWorld { world in
      #expect(try await world.store.policyBounds() == [])
      let asked = [
        PolicyBounds(
          version: 0, validFrom: day("2016-01-01"), ceiling: 1...9_000_000, term: 2...36,
          rateMillionths: 1...40_000, roundUnits: [1, 250], savingsAccounts: [.none, .member],
          startUps: PolicyBounds.StartUpBounds(ceiling: 3...4, term: 5...6),
          cashLimit: Rupiah(70), profit: ProfitRule(leastCapital: 8_000, atRisk: .capitalOnly),
          reason: "First"),
        PolicyBounds(
          version: 0, validFrom: day("2017-01-01"), ceiling: 1...2, term: 3...4,
          rateMillionths: 5...6, roundUnits: [100], savingsAccounts: [.group], startUps: nil,
          reason: "Second"),
      ]
      for bounds in asked {
        try await world.fixture.run(
          SetPolicyBounds(bounds: bounds, day: day("2015-12-01")), by: world.coordinator)
      }
      let found = try await world.store.policyBounds()
      #expect(found.map(\.version) == [1, 2])
      for (stored, asked) in zip(found, asked) {
        #expect(
          SetPolicyBounds(bounds: stored, day: asked.validFrom).content
            == SetPolicyBounds(bounds: asked, day: asked.validFrom).content)
      }
      let outside = policy(
        world.upk.id, from: day("2017-01-01"),
        startUps: StartUpRule(ceiling: Rupiah(3), longestTerm: 5), savings: .none)
      let refused = try await rejections {
        _ = try await world.fixture.run(
          SetPolicy(policy: outside, day: day("2015-12-01")), by: world.coordinator)
      }
      #expect(
        refused == [
          .savingsAccountNotAllowed(.none, allowed: [.group]), .startUpsNotAllowed(bounds: 2),
        ])
    }
  }

  @Test func `an officer acknowledges a version once, and it is read back`() async throws {
    try await FundFixture.withBareWorld { world in
      let command = AcknowledgePolicy(upk: world.upk.id, version: 1, day: day("2015-02-03"))
      for person in [world.manager, world.loanOfficer] {
        try await world.fixture.run(command, by: person)
      }
      let expected = [world.manager, world.loanOfficer].sorted().map {
        PolicyAcknowledgement(
          upk: world.upk.id, version: 1, person: $0, on: day("2015-02-03"))
      }
      #expect(try await world.store.acknowledgements(world.upk.id) == expected)
      let refused = try await rejections {
        _ = try await world.fixture.run(command, by: world.manager)
      }
      #expect(refused == [.alreadyExists(.acknowledgement, name: "1")])
    }
  }

  @Test func `a charter is read back with the clauses that it has`() async throws {
    try await FundFixture.withBareWorld { world in
      let clauses: [[CharterClause: String]] = [
        [.povertyTool: "a", .incomeForUnitOnly: "c"], [.lendingOnly: "b"], [:],
      ]
      for (index, articles) in clauses.enumerated() {
        try await world.fixture.run(
          SetCharter(
            charter: Charter(
              upk: world.upk.id, version: 0, validFrom: day("2016-01-0\(index + 1)"),
              deed: "12/2010", articles: articles, minutes: "BA"), day: day("2015-12-01")),
          by: world.coordinator)
      }
      let found = try await world.store.charters(world.upk.id)
      #expect(found.map(\.articles) == clauses)
      #expect(found.map(\.version) == [1, 2, 3])
      #expect(found.first?.deed == "12/2010" && found.first?.minutes == "BA")
      #expect(found.inForce(on: day("2016-01-02"))?.lacking == [.povertyTool, .incomeForUnitOnly])
    }
  }

  @Test func `an application keeps the stage of the business`() async throws {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let number = try await world.fixture.run(
        SubmitApplication(
          ksm: ksm, amount: Rupiah(500_000), shares: world.shares(Rupiah(100_000)), months: 10,
          purpose: .productiveBusiness, businessStage: .startUp, papers: [],
          day: day("2016-01-10")),
        by: world.loanOfficer)
      let application = try await world.store.application(
        ApplicationID(world.upk.id, number))
      #expect(application?.businessStage == .startUp)
    }
  }
}
