import ArgumentParser
import EmbeddedPostgres
import FundStore

/// `bergulird migrate`.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Bring the database to the schema of this program.",
    discussion: """
      EXAMPLES
        bergulird migrate --owner-database 'host=db dbname=bergulir user=bergulir_owner'
        bergulird migrate status
        bergulird migrate --citus --owner-database 'host=coordinator dbname=bergulir …'

      With --citus the tables are spread over the workers of a Citus cluster, by UPK; docs/scale.md
      says when that is worth it and how to go about it.

      The private PostgreSQL is migrated by serve itself; here only while no daemon runs on it.
      """,
    subcommands: [MigrateRunCommand.self, MigrateStatusCommand.self],
    defaultSubcommand: MigrateRunCommand.self)
}

/// `bergulird migrate run`, which `bergulird migrate` is short for.
struct MigrateRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Take the steps that the database lacks.",
    discussion: """
      EXAMPLES
        bergulird migrate
        bergulird migrate --citus --owner-database 'host=coordinator dbname=bergulir …'

      --citus needs Citus and its workers in the database already, says so where they are missing,
      and may be run again: what is spread stays. Spreading a database with content locks it while
      its rows are copied, so stop the daemons before.
      """)

  @OptionGroup var options: DaemonOptions

  @Flag(help: "Spread the tables over the workers of a Citus cluster too.")
  var citus = false

  func run() async throws {
    try await Program.run { environment in
      try await OwnedDatabase.with(try options.settings(environment)) { connectionString in
        let migrator = Migrator(connectionString: connectionString)
        let taken =
          citus
          ? try await migrator.distribute() : (schema: try await migrator.migrate(), citus: [])
        for step in taken.schema { print("\(step.version)\t\(step.name)\tapplied") }
        for step in taken.citus { print("citus/\(step.version)\t\(step.name)\tapplied") }
        let count = taken.schema.count + taken.citus.count
        Program.say(
          count == 0 ? "the schema is up to date" : "\(count) migration(s) were applied")
      }
    }
  }
}

/// `bergulird migrate status`.
struct MigrateStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what the database has of the schema; exit code 1 unless it has all of it.",
    discussion: "EXAMPLES\n  bergulird migrate status")

  @OptionGroup var options: DaemonOptions

  func run() async throws {
    try await Program.run { environment in
      try await OwnedDatabase.with(try options.settings(environment)) { connectionString in
        let migrator = Migrator(connectionString: connectionString)
        let status = try await migrator.status()
        for step in status.applied { print("\(step.version)\t\(step.name)\tapplied") }
        for step in status.pending { print("\(step.version)\t\(step.name)\tpending") }
        if let problem = status.problems.first { throw StoreError.schema(problem) }
        guard status.pending.isEmpty else {
          throw StoreError.schema(.notMigrated(pending: status.pending.count))
        }
      }
    }
  }
}
