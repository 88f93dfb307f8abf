import FundStore
import FundTesting
import Libpq
import ProvinceSeed
import RevolvingFund
import Testing

@Suite struct ProvinceSeedTests {
  private static func plan(
    upks: Int = 3, loans: Int = 6, months: Int = 6, seed: UInt64 = 1
  ) -> SeedPlan {
    SeedPlan(
      upks: upks, loansPerUPK: loans, months: months, since: month("2025-01"), seed: seed)
  }

  @discardableResult
  private func fill(_ fixture: FundFixture, _ plan: SeedPlan) async throws -> ProvinceSeed.Progress
  {
    try await ProvinceSeed(plan, into: fixture.store, workers: 2).fill { _ in }
  }

  /// The end of every chain, the province's first.
  private func heads(_ fixture: FundFixture) async throws -> [String] {
    try await fixture.superuser { connection in
      try connection.run(
        Statement(
          "seed.heads",
          "select upk_id::text || ':' || encode(last_hash, 'hex') from fund.head order by upk_id")
      ).map { try $0.text(0) }
    }
  }

  private func number(_ fixture: FundFixture, _ sql: StaticString) async throws -> Int64 {
    try await fixture.superuser { try $0.run(Statement("seed.number", sql))[0].int8(0) }
  }

  @Test func `a province that is made has books that verify, and every kind of group`()
    async throws
  {
    try await FundFixture.withStore { fixture in
      let made = try await fill(fixture, Self.plan(upks: 4, loans: 8, months: 9))
      #expect(made.upks == 4)
      #expect(made.found == 0)
      #expect(made.loans == 32)
      #expect(made.refusals == [:])
      let findings = try await fixture.findings()
      #expect(findings == [])
      let closed = try await number(fixture, "select count(*) from fund.period")
      #expect(closed >= 4 * 12)
      let repaid = try await number(fixture, "select count(*) from fund.repayment")
      #expect(repaid > 150)
      let late = try await number(
        fixture, "select count(*) from fund.loan where next_due < date '2025-09-01'")
      #expect(late > 0 && late < 32)
    }
  }

  @Test func `the same seed gives the same province, however many make it, and another another`()
    async throws
  {
    let first = try await FundFixture.withStore { fixture in
      try await fill(fixture, Self.plan())
      return try await heads(fixture)
    }
    let again = try await FundFixture.withStore { fixture in
      _ = try await ProvinceSeed(Self.plan(), into: fixture.store, workers: 1).fill { _ in }
      return try await heads(fixture)
    }
    let other = try await FundFixture.withStore { fixture in
      try await fill(fixture, Self.plan(seed: 2))
      return try await heads(fixture)
    }
    #expect(first.count == 4)
    #expect(again == first)
    #expect(zip(first, other).allSatisfy { $0 != $1 })
  }

  @Test func `a seed that was stopped goes on to the same province`() async throws {
    let whole = try await FundFixture.withStore { fixture in
      try await fill(fixture, Self.plan(upks: 4))
      return try await heads(fixture)
    }
    try await FundFixture.withStore { fixture in
      let seed = ProvinceSeed(Self.plan(upks: 4), into: fixture.store, workers: 2)
      let (reports, continuation) = AsyncStream.makeStream(of: Int.self)
      let stopped = Task {
        defer { continuation.finish() }
        return try await seed.fill { continuation.yield($0.upks) }
      }
      for await done in reports where done > 0 { stopped.cancel() }
      _ = await stopped.result
      let went = try await fill(fixture, Self.plan(upks: 4))
      #expect(went.upks == 4)
      #expect(went.found > 0)
      #expect(try await heads(fixture) == whole)
      #expect(try await fixture.findings() == [])
      let idle = try await fill(fixture, Self.plan(upks: 4))
      #expect(idle.found == 4)
      #expect(idle.events == 0)
      #expect(try await heads(fixture) == whole)
    }
  }

  @Test func `more units of the same plan are added to those that are there`() async throws {
    let whole = try await FundFixture.withStore { fixture in
      try await fill(fixture, Self.plan(upks: 3))
      return try await heads(fixture)
    }
    try await FundFixture.withStore { fixture in
      try await fill(fixture, Self.plan(upks: 1))
      #expect(try await fill(fixture, Self.plan(upks: 3)).found == 1)
      #expect(try await heads(fixture) == whole)
    }
  }

  @Test func `a province of another making is left as it is`() async throws {
    try await FundFixture.withWorld { world in
      let before = try await heads(world.fixture)
      await #expect(throws: SeedError.anotherProvince) {
        try await fill(world.fixture, Self.plan())
      }
      #expect(try await heads(world.fixture) == before)
    }
    try await FundFixture.withStore { fixture in
      try await fill(fixture, Self.plan(upks: 1))
      let before = try await heads(fixture)
      for other in [Self.plan(seed: 2), Self.plan(loans: 7), Self.plan(months: 7)] {
        await #expect(throws: SeedError.anotherProvince) { try await fill(fixture, other) }
      }
      #expect(try await heads(fixture) == before)
      try await fixture.run(
        RegisterRegion(
          region: Region(code: regionCode("92"), name: "Papua Barat Daya"),
          day: day("2016-01-01")), by: PersonID(0))
      await #expect(throws: SeedError.anotherProvince) {
        try await fill(fixture, Self.plan(upks: 2))
      }
    }
  }
}
