import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

/// What only a cluster can say.
///
/// All other suites of the store run on it too where it is named.
@Suite(.enabled(if: CitusCluster.name != nil, "BERGULIR_TEST_CITUS names no Citus cluster"))
struct CitusTests {
  /// Statements that are meant to ask every node: the rest is sent to one, whole.
  static let asksAllNodes: Set = [
    "audit.heads", "backup.counts", "backup.heads", "case.unanswered", "conduct.blocks",
    "conduct.uses", "event.begun", "rollup.missing", "rollup.money", "rollup.people",
    "rollup.reporting", "rollup.sums", "rollup.units",
  ]

  @Test func `a database is spread once, and may be told to again`() async throws {
    try await FundFixture.withStore { fixture in
      let again = try await Migrator(connectionString: fixture.connectionString).distribute()
      #expect(again.schema.isEmpty && again.citus.isEmpty)
    }
  }

  @Test func `a database whose cluster has no workers is not spread`() async throws {
    try await PrivatePostgres.withDatabase { connectionString in
      let pool = WorkerPool(
        configuration: .init(
          connectionString: connectionString, workers: 1, queueLimit: 1, applicationName: "tests"))
      try await pool.run { try $0.script("create extension citus") }
      await pool.shutdown()
      await #expect(throws: StoreError.schema(.workersMissing)) {
        try await Migrator(connectionString: connectionString).distribute()
      }
    }
  }

  @Test func `a store does not open while tables are yet to be spread`() async throws {
    try await FundFixture.withStore { fixture in
      let newest = EmbeddedMigrations.citus.count
      try await fixture.script("delete from fund.citus_step where version = \(newest)")
      await #expect(throws: StoreError.schema(.notSpread(pending: 1))) {
        try await FundFixture.openStore(fixture.connectionString)
      }
    }
  }

  @Test func `the shard of a UPK is the one that Citus puts it in`() async throws {
    let shards = Statement(
      "test.shards",
      """
      select (select count(*) from pg_dist_shard o where o.logicalrelid = s.logicalrelid
        and o.shardminvalue::integer < s.shardminvalue::integer)
      from unnest($1::bigint[]) with ordinality as q (upk_id, place)
      join pg_dist_shard s
        on s.shardid = get_shard_id_for_distribution_column('fund.event', q.upk_id)
      order by q.place
      """)
    try await FundFixture.withStore { fixture in
      let map = try #require(fixture.store.shards)
      #expect(fixture.store.lanes.count == map.count)
      let numbers = Array(Int64(0)..<500)
      let places = try await fixture.superuser { connection in
        try connection.run(shards, [.int8s(numbers)]).map { Int(try $0.int8(0)) }
      }
      #expect(places == numbers.map { map.place(of: UPKID($0)) })
    }
  }

  @Test func `a statement about a UPK is sent to one node, whole`() async throws {
    let tasks = Statement(
      "test.tasks",
      """
      select coalesce(max(substring(l from 'Task Count: (\\d+)')::bigint), 0)
      from pg_temp.plan($1::text) l
      """)
    try await FundFixture.withStore { fixture in
      try await fixture.superuser { connection in
        try connection.script(
          """
          create function pg_temp.plan(sql text) returns setof text language plpgsql as
          'begin return query execute ''explain (costs off) '' || sql; end'
          """)
        for statement in StatementRegistry.all {
          do {
            let sql = Self.withValues(Dialect.narrowed(statement.sql))
            let count = try connection.run(tasks, [.text(sql)])[0].int8(0)
            #expect(
              count <= 1 || Self.asksAllNodes.contains(statement.name),
              "\(statement.name) is \(count) tasks")
          } catch {
            Issue.record("\(statement.name): \(error)")
          }
        }
      }
    }
  }

  /// The statement with a value of its type for each parameter.
  private static func withValues(_ sql: String) -> String {
    sql.replacing(/\$\d+::(\w+)(\[\])?/) { match in
      let type = String(match.output.1)
      let value =
        switch type {
        case "date", "timestamptz": "2016-01-01"
        case "uuid": "00000000-0000-0000-0000-000000000001"
        case "bytea": "\\x00"
        case "jsonb": "{}"
        case "boolean": "true"
        default: "1"
        }
      guard match.output.2 != nil else { return "'\(value)'::\(type)" }
      return "array['\(value)']::\(type)[]"
    }
  }
}
