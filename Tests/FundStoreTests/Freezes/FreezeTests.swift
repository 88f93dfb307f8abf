import BooksVerification
import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

@Suite struct FreezeTests {
  private let difference = BookDifference(
    control: "record", place: "loan/1", what: "principal_paid", expected: "1", found: "2")

  private func pay(_ world: FundWorld, _ loan: LoanID) async throws {
    try await world.fixture.run(
      world.repayment(loan, Rupiah(1_000), on: day("2016-02-20")), by: world.cashier)
  }

  private func release(_ world: FundWorld) async throws {
    try await world.fixture.run(
      RequestRelease(upk: world.upk.id, reason: "Dipulihkan", day: FundFixture.lastDay),
      by: world.manager)
    try await world.fixture.run(
      ConfirmRelease(upk: world.upk.id, day: FundFixture.lastDay), by: world.coordinator)
  }

  @Test func `frozen books take nothing until one person asks and another confirms`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.store.freeze(world.upk.id, on: FundFixture.lastDay, for: difference)
      let refused = try await rejections { try await pay(world, loan) }
      #expect(
        refused == [
          .upkFrozen(on: FundFixture.lastDay, place: "loan/1", what: "principal_paid")
        ])
      let confirm = ConfirmRelease(upk: world.upk.id, day: FundFixture.lastDay)
      #expect(
        try await rejections { try await world.fixture.run(confirm, by: world.coordinator) }
          == [.notFound(.releaseRequest, name: "1")])
      try await world.fixture.run(
        RequestRelease(upk: world.upk.id, reason: "Dipulihkan", day: FundFixture.lastDay),
        by: world.manager)
      #expect(
        try await rejections { try await world.fixture.run(confirm, by: world.manager) }
          == [.releaseNeedsSecondPerson])
      #expect(try await rejections { try await pay(world, loan) } == refused)
      try await world.fixture.run(confirm, by: world.coordinator)
      try await pay(world, loan)
      let freeze = try #require(try await world.store.freeze(of: world.upk.id))
      #expect(freeze.difference == difference && freeze.number == 1)
      #expect(freeze.request?.by == world.manager && freeze.request?.reason == "Dipulihkan")
      #expect(freeze.release?.by == world.coordinator)
      #expect(
        try await rejections { try await world.fixture.run(confirm, by: world.coordinator) }
          == [.notFound(.freeze, name: "1")])
      #expect(try await world.fixture.verify(world.upk.id).findings == [])
    }
  }

  @Test func `what two people released does not freeze again, another difference does`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      for _ in 1...2 {
        try await world.store.freeze(upk, on: FundFixture.lastDay, for: difference)
      }
      #expect(try await world.fixture.count("fund.freeze") == 1)
      try await release(world)
      try await world.store.freeze(upk, on: FundFixture.lastDay, for: difference)
      #expect(try await world.fixture.count("fund.freeze where released_on is null") == 0)
      let other = BookDifference(
        control: "chain", place: "event/3", what: "hash", expected: "1", found: "2")
      try await world.store.freeze(upk, on: FundFixture.lastDay, for: other)
      #expect(try await world.store.freeze(of: upk)?.number == 2)
      #expect(try await world.fixture.count("fund.freeze where released_on is null") == 1)
    }
  }

  @Test func `a write that waits for the head while the books are frozen is refused`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let refused = try await Outsider(fixture: world.fixture).hold(
        "select from fund.head where upk_id = 1 for update",
        while: { try await rejections { try await pay(world, loan) } },
        deed: { connection, _ in
          try connection.script(
            """
            insert into fund.freeze
              (upk_id, number, frozen_on, control, place, what, expected, found)
            values (1, 1, '2016-12-31', 'loans', 'loan/1', 'account', '1', '2')
            """)
        })
      #expect(refused.map(\.code) == [.upkFrozen])
      #expect(try await world.fixture.count("fund.repayment") == 0)
    }
  }

  @Test func `of many writes and a freeze at once each write is before it or refused`()
    async throws
  {
    try await FundFixture.withWorld(writers: 4) { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let accepted = try await withThrowingTaskGroup(of: Int64.self) { tasks in
        for number in 1...20 {
          tasks.addTask {
            if number == 10 {
              try await world.store.freeze(
                world.upk.id, on: FundFixture.lastDay, for: difference)
              return 0
            }
            do {
              try await pay(world, loan)
              return 1
            } catch let refusal as Refusal {
              #expect(refusal.rejections.map(\.code) == [.upkFrozen])
              return 0
            }
          }
        }
        return try await tasks.reduce(0, +)
      }
      #expect(try await world.fixture.count("fund.repayment") == accepted)
      #expect(try await rejections { try await pay(world, loan) }.map(\.code) == [.upkFrozen])
      #expect(try await world.fixture.verify(world.upk.id).findings == [])
    }
  }
}
