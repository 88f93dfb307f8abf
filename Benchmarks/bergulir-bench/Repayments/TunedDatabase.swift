import EmbeddedPostgres
import Foundation
import FundStore
import Logging
import Subprocess
import SystemPackage

/// A PostgreSQL for this run alone that keeps every commit, with what a dedicated server is given;
/// or a database that was there before.
struct TunedDatabase: Sendable {
  /// The connection string of the daemon's role.
  let connectionString: String
  let administration: String
  /// The server's main process; `nil` where the server is not this run's.
  let postmaster: Int32?

  private static let settings = ClusterSettings(
    sharedBuffersMiB: 2048, minWALSizeMiB: 4096, maxWALSizeMiB: 8192, maxConnections: 100,
    durability: .everything)

  private init(_ cluster: EmbeddedCluster) {
    connectionString = cluster.connectionString(
      database: PrivateCluster.database, user: PrivateCluster.writer)
    administration = cluster.connectionString(
      database: PrivateCluster.database, user: "postgres")
    postmaster = cluster.serverProcessID
  }

  /// A migrated database without content, by the connection string of its superuser.
  init(given administration: String) {
    connectionString = "\(administration) user=\(PrivateCluster.writer)"
    self.administration = administration
    postmaster = nil
  }

  /// Gives the body a migrated database, which is thrown away after it.
  static func run<Result: Sendable>(
    _ body: (TunedDatabase) async throws -> Result
  ) async throws -> Result {
    let directory = "/tmp/bergulir-bench-\(getpid())"
    let quiet = Logger(label: "postgres") { _ in SwiftLogNoOpLogHandler() }
    let cluster = try await EmbeddedCluster.open(
      directory: directory, settings: settings, logger: quiet)
    let database = TunedDatabase(cluster)
    let result: Swift.Result<Result, any Error>
    do {
      try await PrivateCluster.prepare(
        administration: cluster.connectionString(database: "postgres", user: "postgres"))
      _ = try await Migrator(
        connectionString: cluster.connectionString(
          database: PrivateCluster.database, user: PrivateCluster.owner)
      ).migrate()
      result = .success(try await body(database))
    } catch {
      result = .failure(error)
    }
    try await cluster.stop()
    try FileManager.default.removeItem(atPath: directory)
    return try result.get()
  }

  /// Runs SQL as the superuser, and gives what it printed: a line a row, `|` between columns.
  @discardableResult
  func sql(_ text: String) async throws -> String {
    let result = try await Subprocess.run(
      .name("psql"),
      arguments: ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", administration],
      input: .string(text), output: .string(limit: 1 << 20), error: .string(limit: 65_536))
    guard result.terminationStatus.isSuccess else {
      throw RepaymentsError.program("psql", result.standardError)
    }
    return result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Segments of the log are made beforehand, for making one stalls a commit; statistics are fresh,
  /// and no checkpoint is near.
  func settle() async throws {
    guard postmaster != nil else {
      try await sql("vacuum (analyze)")
      return
    }
    try await sql(
      """
      do $$ begin
        for i in 1..200 loop
          perform pg_logical_emit_message(false, 'bench', 'a segment');
          perform pg_switch_wal();
        end loop;
      end $$;
      vacuum (analyze);
      checkpoint;
      """)
  }

  /// What was set, by name.
  func settingsInForce() async throws -> [String: String] {
    let names = [
      "server_version", "shared_buffers", "min_wal_size", "max_wal_size", "checkpoint_timeout",
      "wal_compression", "fsync", "synchronous_commit", "full_page_writes", "data_checksums",
      "jit", "autovacuum",
    ]
    let rows = try await sql(names.map { "select '\($0)', current_setting('\($0)');" }.joined())
    return rows.split(separator: "\n").reduce(into: [:]) { settings, row in
      let parts = row.split(separator: "|", maxSplits: 1)
      if parts.count == 2 { settings[String(parts[0])] = String(parts[1]) }
    }
  }
}

/// Why repayments cannot be measured, or why what was measured does not count.
enum RepaymentsError: Error, CustomStringConvertible {
  case program(String, String)
  case wire(String)
  case refused(Int, first: String)
  case rowsDiffer(String)
  case books(UPK: Int64, findings: String)

  var description: String {
    switch self {
    case .program(let name, let text): "\(name) failed: \(text)"
    case .wire(let text): "The frame wire broke: \(text)"
    case .refused(let count, let first): "\(count) calls failed, the first with: \(first)"
    case .rowsDiffer(let text): "The rows are not those of the calls: \(text)"
    case .books(let upk, let findings): "The books of UPK \(upk) do not verify: \(findings)"
    }
  }
}
