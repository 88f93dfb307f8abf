import FundTesting
import Libpq
import Testing

@testable import FundStore

/// What each role of the database may not do, tried on every table and column that there is.
///
/// The cluster is made as the daemon makes its own, so that the roles' own settings hold too.
@Suite(.serialized) struct RoleTests {
  /// What a reader must not see: what names and NIK are sealed in, and what they and tokens are
  /// known again by, and the key.
  static let sealed: Set = [
    "borrower_claim.nik_digest", "person.nik_digest", "person.sealed",
    "personal_data_key.fingerprint", "token.hash",
  ]

  /// Bytes that anybody with the books may see: they chain events and migrations.
  static let openBytes: Set = ["event.hash", "head.last_hash", "schema_migration.sha256"]

  /// What neither role has any business with, each a step on the way to being another.
  static let ways = [
    "create table fund.other (id int)", "create table public.other (id int)",
    "create temporary table other (id int)", "create schema other",
    "create function pg_temp.f() returns int language sql as 'select 1'",
    "create function fund.f() returns int language sql as 'select 1'",
    "create function public.f() returns int language sql as 'select 1'",
    "set role bergulir_owner", "set role postgres", "set session authorization postgres",
    "create role other", "alter role bergulir_owner superuser",
    "alter role current_user superuser",
    "alter database bergulir set log_statement = 'none'", "alter system set fsync = off",
    "select rolpassword from pg_authid", "select pg_read_file('PG_VERSION')",
    "copy fund.upk to '/tmp/bergulir-never'", "copy fund.upk to program 'true'",
    "grant bergulir_owner to current_user", "drop schema fund cascade", "checkpoint",
  ]

  @Test func `the writer changes no column but those that rules change, and removes nothing`()
    async throws
  {
    try await withCluster { cluster in
      let tables = try await cluster.tables()
      #expect(tables.count > 80)
      let allowed = try await cluster.allowed("bergulir_writer", tables.flatMap(\.writing))
      let columns = WriterRoleTests.changed.map { name in
        let parts = name.split(separator: ".")
        return Table.update(String(parts[0]), String(parts[1]))
      }
      let rows = ["delete from fund.\"borrower_claim\""]
      #expect(Set(allowed) == Set(columns + rows))
      let ways = try await cluster.allowed("bergulir_writer", Self.ways)
      #expect(ways == [])
      let steps = ["insert into fund.schema_migration (version, name, sha256) values (99, '', '')"]
      #expect(try await cluster.allowed("bergulir_writer", steps) == [])
    }
  }

  @Test func `the reader writes nothing, and reads all but what is sealed`() async throws {
    try await withCluster { cluster in
      let tables = try await cluster.tables()
      // A session may turn its own settings off; what it may do must not hang on them.
      let writable = "set default_transaction_read_only = off"
      let commands = [writable] + tables.flatMap { $0.writing + [$0.insertion] }
      #expect(try await cluster.allowed("bergulir_reader", commands) == [writable])
      let ways = try await cluster.allowed("bergulir_reader", [writable] + Self.ways)
      #expect(ways == [writable])
      #expect(try await cluster.unreadable("bergulir_reader", in: tables) == Self.sealed)
      // A column of bytes that is new is decided on here.
      #expect(Set(tables.flatMap(\.bytes)) == Self.sealed.union(Self.openBytes))
    }
  }

  @Test func `a grant that is too wide is found, and a table that nobody thought of`() async throws
  {
    try await withCluster { cluster in
      try await cluster.asOwner(
        """
        grant update on fund.posting to bergulir_writer; grant select on fund.token to public;
        create table fund.novel (id bigint, secret bytea);
        grant select, insert, delete on fund.novel to bergulir_reader
        """)
      try await cluster.session("postgres") {
        try $0.script("grant bergulir_owner to bergulir_reader")
      }
      let ways = try await cluster.allowed("bergulir_reader", Self.ways)
      #expect(ways.contains("set role bergulir_owner"))
      let tables = try await cluster.tables()
      let writer = try await cluster.allowed("bergulir_writer", tables.flatMap(\.writing))
      #expect(writer.contains(Table.update("posting", "amount")))
      let unreadable = try await cluster.unreadable("bergulir_reader", in: tables)
      #expect(!unreadable.contains("token.hash"))
      let reader = try await cluster.allowed(
        "bergulir_reader",
        ["set default_transaction_read_only = off"]
          + tables.flatMap { $0.writing + [$0.insertion] })
      #expect(reader.contains("delete from fund.\"novel\""))
      #expect(tables.flatMap(\.bytes).contains("novel.secret"))
    }
  }

  @Test func `a role's sessions are bounded before anybody sets anything`() async throws {
    let settings = Statement(
      "test.bounds",
      """
      select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
      where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout',
        'idle_session_timeout', 'default_transaction_read_only')
      """)
    try await withCluster { cluster in
      for (role, expected) in [
        (
          "bergulir_writer",
          """
          default_transaction_read_only=off idle_in_transaction_session_timeout=60000 \
          idle_session_timeout=0 lock_timeout=10000 statement_timeout=60000
          """
        ),
        (
          "bergulir_reader",
          """
          default_transaction_read_only=on idle_in_transaction_session_timeout=60000 \
          idle_session_timeout=3600000 lock_timeout=2000 statement_timeout=300000
          """
        ),
      ] {
        let found = try await cluster.session(role) { try $0.run(settings)[0].text(0) }
        #expect(found == expected)
      }
    }
  }

  private func withCluster(_ body: (RoleCluster) async throws -> Void) async throws {
    try await LoneServer.with { server in
      try await PrivateCluster.prepare(administration: server.connectionString)
      let cluster = RoleCluster(server: server)
      _ = try await Migrator(connectionString: cluster.connectionString("bergulir_owner")).migrate()
      try await body(cluster)
    }
  }
}

/// A table with its columns, and what somebody might try on it.
struct Table: Sendable {
  let name: String
  let columns: [String]
  /// Those of bytes, with the table's name.
  let bytes: [String]

  var writing: [String] {
    columns.map { Self.update(name, $0) } + [
      "delete from fund.\"\(name)\"", "truncate fund.\"\(name)\"", "drop table fund.\"\(name)\"",
      "alter table fund.\"\(name)\" add column other int",
    ]
  }

  var insertion: String { "insert into fund.\"\(name)\" default values" }

  static func update(_ table: String, _ column: String) -> String {
    "update fund.\"\(table)\" set \(column) = default where false"
  }
}

/// A cluster with the roles that the daemon makes.
private struct RoleCluster {
  let server: LoneServer

  func connectionString(_ role: String) -> String {
    "\(server.connectionString) dbname=bergulir user=\(role)"
  }

  func session<Value: Sendable>(
    _ role: String, _ body: @Sendable @escaping (Connection) throws -> Value
  ) async throws -> Value {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString(role), workers: 1, queueLimit: 1,
        applicationName: "tests"))
    let result: Result<Value, any Error>
    do {
      result = .success(try await pool.run(body))
    } catch {
      result = .failure(error)
    }
    await pool.shutdown()
    return try result.get()
  }

  func asOwner(_ script: String) async throws {
    try await session("bergulir_owner") { try $0.script(script) }
  }

  /// All tables of the schema, as the catalogue has them.
  func tables() async throws -> [Table] {
    let statement = Statement(
      "test.tables-and-columns",
      """
      select c.relname::text, array_agg(a.attname::text order by a.attnum),
        coalesce(array_agg(c.relname || '.' || a.attname)
          filter (where a.atttypid = 'bytea'::regtype), '{}')
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'fund'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p', 'v', 'm', 'f')
      group by c.relname order by c.relname
      """)
    return try await session("bergulir_owner") { connection in
      try connection.run(statement).map {
        Table(name: try $0.text(0), columns: try $0.texts(1), bytes: try $0.texts(2))
      }
    }
  }

  /// Those of the commands that a role is not refused for want of a right, each undone.
  func allowed(_ role: String, _ commands: [String]) async throws -> [String] {
    try await session(role) { connection in
      var allowed: [String] = []
      for command in commands {
        do {
          // What no transaction may hold is refused for that before its rights are looked at.
          let isAlone = command.hasPrefix("set default") || command.hasPrefix("alter system")
          try connection.script(isAlone ? command : "begin; \(command); rollback")
          allowed.append(command)
        } catch PostgresError.server(let error) {
          // The failed transaction is still open.
          try connection.script("rollback")
          if error.sqlState != .insufficientPrivilege { allowed.append(command) }
        }
      }
      return allowed
    }
  }

  /// The columns, with their tables, that a role may not read.
  func unreadable(_ role: String, in tables: [Table]) async throws -> Set<String> {
    try await session(role) { connection in
      var unreadable: Set<String> = []
      for table in tables {
        for column in table.columns {
          do {
            try connection.script("select \(column) from fund.\"\(table.name)\" limit 0")
          } catch PostgresError.server(let error) where error.sqlState == .insufficientPrivilege {
            unreadable.insert("\(table.name).\(column)")
          }
        }
      }
      return unreadable
    }
  }
}
