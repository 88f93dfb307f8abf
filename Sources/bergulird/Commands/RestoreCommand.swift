import ArgumentParser
import EmbeddedPostgres
import FundStore
import Logging

/// `bergulird restore`.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a private PostgreSQL of a backup and the log archived since.",
    discussion: """
      EXAMPLES
        bergulird restore --from /backup/bergulir --data-directory /srv/bergulir-new
        bergulird restore --from /backup/bergulir --data-directory /srv/bergulir-new \\
          --until 2018-01-31T09:15:00+07:00

      All that was archived is brought back, or what was committed until a moment;
      how far it got is said at the end. The directory must be empty or not there
      yet: nothing is ever written over.

      THE KEY FILE IS NOT IN A BACKUP: put yours where serve is told to find it.
      Then serve, with --archive on a new directory, and take a backup at once.

      EXIT CODES
        0  the books are back
        1  they are not; standard error says why, and what was made is removed
        12 backup or archive are damaged
      """)

  @Option(
    help: ArgumentHelp("The directory of backups (BERGULIR_ARCHIVE).", valueName: "dir"))
  var from: String?

  @Option(help: ArgumentHelp("The last moment to bring back.", valueName: "time"))
  var until: String?

  @Option(
    help: ArgumentHelp("One backup; the newest that will do unless given.", valueName: "name"))
  var backup: String?

  @Option(help: ArgumentHelp("Where the new PostgreSQL is kept.", valueName: "dir"))
  var dataDirectory: String

  func run() async throws {
    try await Program.run { environment in
      let directory = try Backups.directory(from, option: "--from", environment)
      let (chosen, _) = try Backups.choose(backup, until: until, in: directory)
      let target = DataDirectory.absolute(dataDirectory)
      try await LongWork.interruptible {
        let books = try await restore(chosen, to: target)
        print("\(chosen.name)\t\(books.newestEvent ?? "-")")
        Program.say(
          """
          restored \(chosen.name) to \(target): \(books.upks) UPK, \(books.events) events, the \
          newest of \(books.newestEvent ?? "none")
          The key file is not in a backup: copy yours to \(target)/person.key, or name it with \
          --key-file. Serve with --archive on a new directory, take a backup at once, and run: \
          bergulir books verify --all
          """)
      }
    }
  }

  private func restore(_ chosen: BaseBackup, to target: String) async throws -> RestoredBooks {
    let tools = try await BackupTools()
    Program.say("checking \(chosen.name)")
    try await LongWork.telling("checking", writingTo: chosen.path) { [until] in
      // Until a moment the end of the log is of no concern.
      if until == nil {
        try await tools.check(chosen)
      } else {
        try await tools.verifyFiles(of: chosen)
      }
    }
    Program.say("replaying the log")
    return try await Restoration(
      backup: chosen, dataDirectory: target, until: until, settings: .daemon
    ).run { try await $0.books() }
  }
}
