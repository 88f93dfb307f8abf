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
    discussion: "EXAMPLES\n  bergulird migrate")

  @OptionGroup var options: DaemonOptions

  func run() async throws {
    try await Program.run { environment in
      try await Schema.withOwner(try options.settings(environment)) { migrator in
        let taken = try await migrator.migrate()
        for step in taken { print("\(step.version)\t\(step.name)\tapplied") }
        Program.say(
          taken.isEmpty
            ? "the schema is up to date" : "\(taken.count) migration(s) were applied")
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
      try await Schema.withOwner(try options.settings(environment)) { migrator in
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

/// The schema, as its owner sees it.
enum Schema {
  /// Gives `body` a migrator for the database that the settings name, else for the private one.
  ///
  /// - Throws: `DaemonError.ownerMissing`, `EmbeddedError`, `StoreError`.
  static func withOwner(
    _ settings: DaemonSettings, _ body: (Migrator) async throws -> Void
  ) async throws {
    if let owner = settings.ownerDatabase {
      return try await body(Migrator(connectionString: owner))
    }
    guard settings.database == nil else { throw DaemonError.ownerMissing }
    let cluster = try await PrivatePostgres.open(settings)
    let failure: (any Error)?
    do {
      try await body(
        Migrator(
          connectionString: cluster.connectionString(
            database: PrivateCluster.database, user: PrivateCluster.owner)))
      failure = nil
    } catch {
      failure = error
    }
    try await cluster.stop()
    if let failure { throw failure }
  }
}
