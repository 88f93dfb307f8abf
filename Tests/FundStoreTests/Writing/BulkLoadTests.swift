import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

@Suite struct BulkLoadTests {
  @Test func `a life that is loaded leaves the rows of one that was run command by command`()
    async throws
  {
    try await withTwoWorlds { lived, loaded in
      let steps = LifeSteps(world: lived.world, ksm: lived.ksm).straight
      var bulk = try await stream(of: loaded.world)
      for step in steps {
        let request = lived.world.fixture.request(by: step.person)
        let before = try await known(to: step.command, by: step.person, in: lived.world)
        _ = try await lived.world.store.run(step.command, request)
        guard step.command.stream == loaded.world.upk.id else {
          _ = try await loaded.world.store.run(step.command, request)
          continue
        }
        let effects = try step.command.effects(given: before, for: request.caller)
        bulk.record(step.command, request, effects, at: Int64(bulk.count))
      }
      try await loaded.world.store.load(bulk)
      let left = try await rows(lived.world)
      let right = try await rows(loaded.world)
      #expect(left.count > 50)
      for (table, rows) in left { #expect(rows == right[table], "\(table)") }
      #expect(try await loaded.world.fixture.findings() == [])
      bulk.settle()
      #expect(try await stream(of: loaded.world).position == bulk.position)
    }
  }

  @Test func `a stream that has moved is not loaded, and nothing of it is there`() async throws {
    try await FundFixture.withWorld { world in
      var bulk = try await stream(of: world)
      try await record(melati(world), in: world, &bulk)
      _ = try await world.registerKSM(members: 5)
      let before = try await rows(world)
      await #expect(throws: BulkLoadError.streamMoved(world.upk.id)) {
        try await world.store.load(bulk)
      }
      #expect(try await rows(world) == before)
    }
  }

  @Test func `what a constraint refuses takes all of the load with it`() async throws {
    try await FundFixture.withWorld { world in
      var bulk = try await stream(of: world)
      let request = world.fixture.request(by: world.loanOfficer)
      let command = melati(world)
      for _ in 0..<2 {
        let effects = try command.effects(
          given: try await known(to: command, by: world.loanOfficer, in: world), for: request.caller
        )
        bulk.record(command, request, effects, at: 0)
      }
      let before = try await rows(world)
      await #expect(throws: StoreError.self) { try await world.store.load(bulk) }
      #expect(try await rows(world) == before)
      #expect(try await world.fixture.findings() == [])
    }
  }

  @Test func `frozen books are not loaded into`() async throws {
    try await FundFixture.withWorld { world in
      var bulk = try await stream(of: world)
      try await record(melati(world), in: world, &bulk)
      try await world.fixture.script(
        """
        insert into fund.freeze
          (upk_id, number, frozen_on, control, place, what, expected, found)
        values (\(world.upk.id.value), 1, '2016-01-01', 'rows', 'loan 1', 'principal', '1', '2')
        """)
      await #expect(throws: BulkLoadError.streamFrozen(world.upk.id)) {
        try await world.store.load(bulk)
      }
    }
  }

  private func record(
    _ command: some Command, in world: FundWorld, _ bulk: inout BulkStream
  ) async throws {
    let request = world.fixture.request(by: world.loanOfficer)
    let effects = try command.effects(
      given: try await known(to: command, by: world.loanOfficer, in: world), for: request.caller)
    bulk.record(command, request, effects, at: 0)
  }

  private func stream(of world: FundWorld) async throws -> BulkStream {
    try #require(try await world.store.bulkStream(world.upk.id))
  }

  /// The facts as the store would give them to a command.
  private func known(
    to command: any Command, by person: PersonID, in world: FundWorld
  ) async throws -> Facts {
    var facts = try await world.store.facts(asOf: day("2099-12-31")) { keys in
      command.needs(&keys)
      keys.assignmentsOf.insert(person)
    }
    facts.heads[command.stream] = try await world.store.bulkStream(command.stream)?.head
    return facts
  }

  /// Every row of every table, without what two databases never have in common.
  private func rows(_ world: FundWorld) async throws -> [String: [String]] {
    try await world.fixture.superuser { connection in
      let tables = try connection.run(
        Statement(
          "tables",
          "select table_name::text from information_schema.tables where table_schema = 'fund'"))
      var rows: [String: [String]] = [:]
      for row in tables {
        let table = try row.text(0)
        try connection.script("drop view if exists table_rows")
        try connection.script(
          """
          create temp view table_rows as select (to_jsonb(t) - '{recorded_at,hash,last_hash,\
          request_id,txid,sealed,nik_digest,applied_at}'::text[])::text as row from fund.\(table) t
          """)
        rows[table] = try connection.run(
          Statement("rows", "select row from table_rows order by row")
        ).map { try $0.text(0) }
      }
      return rows
    }
  }

  private typealias Place = (world: FundWorld, ksm: KSMID)

  private func withTwoWorlds(_ body: (Place, Place) async throws -> Void) async throws {
    try await FundFixture.withWorld { first in
      try await FundFixture.withWorld { second in
        let one = try await first.registerKSM(members: 5)
        let other = try await second.registerKSM(members: 5)
        for world in [first, second] { try await world.renewAttestations() }
        try await body((first, one), (second, other))
      }
    }
  }
}

private func melati(_ world: FundWorld) -> RegisterKSM {
  RegisterKSM(
    upk: world.upk.id, name: "KSM Melati", formedOn: day("2016-01-01"), day: day("2016-01-01"))
}
