import Foundation
import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

/// What `schema/citus` says, as far as it can be held against a PostgreSQL without Citus.
@Suite struct SpreadSchemaTests {
  private static let sql = EmbeddedMigrations.citus.map(\.sql).joined()

  @Test func `the program carries the files of schema_citus byte for byte`() throws {
    let folder = Repository.root.appending(path: "schema/citus")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(
      files
        == EmbeddedMigrations.citus.map { String(format: "%04d", $0.version) + "_\($0.name).sql" })
    for (file, step) in zip(files, EmbeddedMigrations.citus) {
      #expect(try Repository.text("schema/citus/\(file)") == step.sql, "\(file)")
    }
    #expect(EmbeddedMigrations.citus.map(\.version) == Array(1...files.count))
  }

  @Test func `every table is spread, on all nodes or on the coordinator alone, and once`() throws {
    let schema = EmbeddedMigrations.all.map(\.sql).joined() + Self.sql
    let made = schema.matches(of: /(?m)^create table fund\.(\w+)/).map { String($0.output.1) }
    let gone = schema.matches(of: /(?m)^drop table fund\.(\w+)/).map { String($0.output.1) }
    let named = Self.sql.matches(
      of: /create_(?:distributed|reference)_table\('fund\.(\w+)'|(?m)^-- local: fund\.(\w+)$/
    ).compactMap { match in (match.output.1 ?? match.output.2).map { String($0) } }
    #expect(made.count > 80)
    #expect(named.sorted() == Set(made).subtracting(gone).sorted())
  }

  @Test func `every key of a table that is spread has the UPK in it`() async throws {
    let keys = Statement(
      "test.keys",
      """
      select c.relname::text, i.indexrelid::regclass::text from pg_index i
      join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'fund'::regnamespace and i.indisunique and not exists (
        select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'upk_id' and a.attnum = any(i.indkey))
      """)
    try await FundFixture.withStore { fixture in
      let free = try await fixture.superuser { connection in
        try connection.run(keys).map { [try $0.text(0), try $0.text(1)] }
      }
      #expect(!free.isEmpty)
      #expect(free.filter { Dialect.spread.contains($0[0]) } == [])
    }
  }

  @Test func `a migration is its statements, one after the other`() {
    for step in EmbeddedMigrations.all + EmbeddedMigrations.citus {
      #expect(step.statements.joined() == step.sql + "\n" || step.statements.joined() == step.sql)
    }
    let quoted = Migration(
      version: 1, name: "quoted", sql: "select 1;\ndo $$\nbegin\nend;\n$$;\nselect 2")
    #expect(quoted.statements == ["select 1;\n", "do $$\nbegin\nend;\n$$;\n", "select 2\n"])
  }

  @Test func `a database without Citus is not spread, and is told how to get it`() async throws {
    try await PrivatePostgres.withDatabase { connectionString in
      let migrator = Migrator(connectionString: connectionString)
      await #expect(throws: StoreError.schema(.citusMissing)) { try await migrator.distribute() }
      let status = try await migrator.status()
      #expect(status.applied.isEmpty)
    }
  }
}
