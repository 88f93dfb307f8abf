internal import Libpq
internal import Subprocess
internal import SystemPackage

/// What `pg_dump` says of a database's schema, without what differs from run to run.
public struct SchemaDump: Sendable {
  public let text: String
  /// The major version of the programs that made it; others write the same schema otherwise.
  public let majorVersion: Int

  /// Dumps the schema `fund` with the server's own `pg_dump`.
  public init(of fixture: FundFixture) async throws {
    let (directory, version) = try await fixture.superuser { connection in
      let row = try connection.run(
        Statement(
          "dump.programs",
          """
          select setting, current_setting('server_version_num')::integer / 10000
          from pg_config where name = 'BINDIR'
          """))[0]
      return (try row.text(0), Int(try row.int4(1)))
    }
    let result = try await Subprocess.run(
      .path(FilePath("\(directory)/pg_dump")),
      arguments: [
        "--schema-only", "--no-owner", "--schema=fund", "--dbname=\(fixture.connectionString)",
      ],
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw Failure(reason: result.standardError)
    }
    majorVersion = version
    text = SchemaDump.normalised(result.standardOutput)
  }

  /// `pg_dump` did not do it.
  public struct Failure: Error {
    public let reason: String
  }

  /// Leaves out comments, which name versions, and psql's restrictions, which are random.
  private static func normalised(_ dump: String) -> String {
    var lines: [Substring] = []
    for line in dump.split(separator: "\n", omittingEmptySubsequences: false)
    where !line.hasPrefix("--") && !line.hasPrefix("\\") && !(line.isEmpty && lines.last == "") {
      lines.append(line)
    }
    return lines.drop { $0.isEmpty }.joined(separator: "\n")
  }
}
