import ArgumentParser
import EmbeddedPostgres
import FundServer
import Logging

/// `bergulird backup`.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Take a base backup, check it, and keep the newest ones.",
    discussion: """
      EXAMPLES
        bergulird backup --to /backup/bergulir
        bergulird backup --to /backup/bergulir --keep 14
        bergulird backup --to /backup/bergulir \\
          --database 'host=db dbname=bergulir user=bergulir_backup'

      The private PostgreSQL is backed up while its daemon serves, or without one.
      With serve --archive on the same directory its log is kept there too, and
      restore brings back any moment since the oldest backup.

      THE KEY FILE IS NOT IN A BACKUP: without it nobody can read a name again, and
      with it a thief of the backup could. Keep a copy of it elsewhere.

      EXIT CODES
        0  taken and checked; its name is on standard output
        1  it could not be taken; standard error says why
        12 what was written is damaged; it is removed again
      """)

  @Option(
    help: ArgumentHelp("The directory of backups (BERGULIR_ARCHIVE).", valueName: "dir"))
  var to: String?

  @Option(help: ArgumentHelp("How many to keep, 1 or more.", valueName: "count"))
  var keep = 7

  @Option(
    help: ArgumentHelp(
      "Where the private PostgreSQL is kept (BERGULIR_DATA_DIRECTORY).", valueName: "dir"))
  var dataDirectory: String?

  @Option(
    help: ArgumentHelp(
      "A database of your own, as a role for replication (BERGULIR_BACKUP_DATABASE).",
      valueName: "conninfo"))
  var database: String?

  func validate() throws {
    guard keep >= 1 else {
      throw ValidationError("--keep must be 1 or more: the last good backup stays")
    }
  }

  func run() async throws {
    try await Program.run { environment in
      let directory = try Backups.directory(to, option: "--to", environment)
      let settings = try settings(environment)
      try await LongWork.interruptible {
        let source = try await BackupSource.open(settings)
        let backup: Result<BaseBackup, any Error>
        do {
          backup = .success(
            try await LongWork.telling("copying", writingTo: directory.path) {
              try await source.backup(into: directory)
            })
        } catch {
          backup = .failure(error)
        }
        try await source.cluster?.stop()
        print(try backup.get().name)
        let removed = try await BackupTools().keep(keep, in: directory)
        Program.say(
          "the backup is checked; \(directory.backups.count) are kept, "
            + "\(removed.count) removed; the key file is not in it")
      }
    }
  }

  private func settings(_ environment: Environment) throws -> BackupSettings {
    let database = database ?? environment["BERGULIR_BACKUP_DATABASE"]
    guard database != nil || environment["BERGULIR_DATABASE"] == nil else {
      throw BackupMistake.databaseMissing
    }
    var logger = Logger(label: "bergulird") { LineLog(label: $0) }
    logger.logLevel = .warning
    return BackupSettings(
      dataDirectory: try DataDirectory.path(dataDirectory, environment), database: database,
      logger: logger)
  }
}
