import FundTesting
import Glibc
import Libpq
import Testing

private let place = Statement("place", "select current_setting('unix_socket_directories')")
private let write = Statement("write", "create temporary table written () on commit drop")

/// A connection string that names two servers.
private struct TwoHosts {
  let first: String
  let second: String

  var connectionString: String {
    "host=\(first),\(second) port=5432,5432 dbname=postgres user=postgres"
  }

  static func host(of pool: WorkerPool) async throws -> String {
    try await pool.run { try $0.run(place)[0].text(0) }
  }
}

@Suite struct ManyHostsTests {
  /// Gives `body` a server of its own as the first host, and the one of all tests as the second.
  private func withHosts(
    _ body: (TwoHosts, _ first: LoneServer) async throws -> Void
  ) async throws {
    try await LoneServer.with { server in
      try await withPool { shared in
        try await withPool(on: server.connectionString) { own in
          let hosts = try await TwoHosts(
            first: TwoHosts.host(of: own), second: TwoHosts.host(of: shared))
          try await body(hosts, server)
        }
      }
    }
  }

  private func takesNoWrites(_ server: LoneServer) async throws {
    try await withPool(on: server.connectionString) { pool in
      try await pool.run { connection in
        try connection.script("alter system set default_transaction_read_only = on")
        try connection.script("select pg_reload_conf()")
      }
    }
  }

  @Test func `writers follow the server that takes writes, and readers take any`() async throws {
    try await withHosts { hosts, first in
      try await withPool(on: hosts.connectionString, access: .readWrite) { writer in
        #expect(try await TwoHosts.host(of: writer) == hosts.first)
        try await takesNoWrites(first)
        // The session itself learns of it a moment later.
        let refused = try await untilRefused(writer)
        #expect(refused.isRetryable)
        try await writer.run { _ = try $0.run(write) }
        #expect(try await TwoHosts.host(of: writer) == hosts.second)
      }
      try await withPool(on: hosts.connectionString) { reader in
        #expect(try await TwoHosts.host(of: reader) == hosts.first)
        try await first.end(by: SIGQUIT)
        #expect(try await TwoHosts.host(of: reader) == hosts.second)
      }
      try await withPool(on: hosts.connectionString, access: .readWrite) { (writer) async throws in
        #expect(try await TwoHosts.host(of: writer) == hosts.second)
      }
    }
  }

  /// Writes until that is refused; half a minute is longer than a server needs.
  private func untilRefused(_ writer: WorkerPool) async throws -> PostgresError {
    let end = ContinuousClock.now + .seconds(30)
    while true {
      do {
        try await writer.run { _ = try $0.run(write) }
      } catch let error as PostgresError {
        return error
      }
      try #require(ContinuousClock.now < end, "the server goes on taking writes")
    }
  }
}
