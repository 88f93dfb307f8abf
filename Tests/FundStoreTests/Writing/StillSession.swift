import FundTesting
import Libpq

@testable import FundStore

/// A session that runs calls as one group while the database's clock stands still.
struct StillSession {
  private let pool: WorkerPool

  init(_ fixture: FundFixture) {
    pool = WorkerPool(
      configuration: .init(
        connectionString: fixture.connectionString, workers: 1, queueLimit: 1,
        session: Session.writer + ["set search_path = still, pg_catalog"],
        applicationName: "tests"))
  }

  /// What came of each call.
  func run(_ calls: [CommandCall]) async throws -> [String] {
    let group = CommandGroup(calls: calls, onHeld: .leave)
    return try await pool.run { connection in
      try group.run(on: connection).map { "\($0)" }
    }
  }

  /// Runs a statement as the store's role does.
  func run(_ statement: Statement, _ parameters: [Parameter]) async throws {
    try await pool.run { connection in _ = try connection.run(statement, parameters) }
  }

  func end() async { await pool.shutdown() }
}

extension FundFixture {
  /// Gives sessions whose search path begins with `still` a clock that stands.
  func stopClock() async throws {
    try await script(
      """
      create schema still;
      grant usage on schema still to bergulir_writer;
      create function still.clock_timestamp() returns timestamptz language sql stable
        as $$ select timestamptz '2016-12-31 12:00+00' $$;
      """)
  }

  /// Every table with a digest of its rows, but for the numbers of transactions.
  func rows() async throws -> [String: String] {
    try await superuser { connection in
      var rows: [String: String] = [:]
      for table in try connection.run(tableNames).map({ try $0.text(0) }) {
        try connection.script(
          """
          create or replace temporary view digest as
          select coalesce(md5(string_agg(row, ';' order by row)), '') as rows
          from (select (to_jsonb(t) - 'txid')::text as row from fund.\(table) t) r
          """)
        rows[table] = try connection.run(tableDigest)[0].text(0)
      }
      return rows
    }
  }
}

private let tableNames = Statement(
  "test.table-names", "select tablename::text from pg_tables where schemaname = 'fund'")
private let tableDigest = Statement("test.table-digest", "select rows from digest")
