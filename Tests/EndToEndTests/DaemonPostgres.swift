import Foundation
import FundTesting
import Testing

/// The PostgreSQL that a daemon runs for itself, reached past the daemon as its superuser.
struct DaemonPostgres: Sendable {
  let processID: Int32
  /// The directory of its socket.
  let host: String

  /// The server that runs on the data directory of a daemon.
  init(dataDirectory: URL) throws {
    let lines = try String(
      contentsOf: dataDirectory.appendingPathComponent("postgres/data/postmaster.pid"),
      encoding: .utf8
    ).split(separator: "\n", omittingEmptySubsequences: false)
    processID = try #require(lines.first.flatMap { Int32($0) })
    host = String(lines[4])
  }

  var connectionString: String { "host=\(host) dbname=bergulir user=postgres" }

  /// The program and the arguments that a statement is added to.
  func psql() throws -> (URL, [String]) {
    (try #require(Programs.psql), ["-XAt", "-F", " ", "-d", connectionString])
  }

  /// Runs a statement.
  ///
  /// - Returns: The rows, columns with a space between.
  @discardableResult
  func run(_ statement: String) async throws -> [Substring] {
    let (program, arguments) = try psql()
    let finished = try await finish(program, arguments + ["-c", statement])
    try #require(finished.status == 0, "\(finished.words)")
    return finished.output.split(whereSeparator: \.isNewline)
  }
}
