import ArgumentParser
import Foundation

/// `bergulird drill`.
struct DrillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Restore a backup beside everything, verify its books, and remove it.",
    discussion: """
      EXAMPLES
        bergulird drill --from /backup/bergulir --key-file /safe/person.key
        bergulird drill --from /backup/bergulir --scratch /srv/scratch

      It says how old the backup is, how long the restore took, what is in it, and
      whether the copy of the key opens what was sealed last: a backup without its
      key is not worth much. Nothing of the key or of what it opens is shown.

      EXIT CODES
        0  all of it is there and right
        1  the drill could not be held; standard error says why
        10 books or a chain are not what they must be
        11 the key file is not the one of this database
        12 backup or archive are damaged
      """)

  @Option(
    help: ArgumentHelp("The directory of backups (BERGULIR_ARCHIVE).", valueName: "dir"))
  var from: String?

  @Option(help: ArgumentHelp("One backup; the newest unless given.", valueName: "name"))
  var backup: String?

  @Option(
    help: ArgumentHelp("Where there is room for all of it.", valueName: "dir"))
  var scratch = "/var/tmp"

  @Option(
    help: ArgumentHelp(
      "The copy of the key to try (BERGULIR_KEY_FILE).", valueName: "file"))
  var keyFile: String?

  func run() async throws {
    try await Program.run { environment in
      let directory = try Backups.directory(from, option: "--from", environment)
      let (chosen, record) = try Backups.choose(backup, until: nil, in: directory)
      let key = keyFile ?? environment["BERGULIR_KEY_FILE"]
      let drill = Drill(
        backup: chosen, record: record,
        scratch: DataDirectory.absolute(scratch) + "/bergulir-drill-\(UUID().uuidString)",
        keys: try key.map { try KeyFile(path: $0).read() })
      try await LongWork.interruptible {
        let report = try await drill.run()
        for line in report.lines(now: .now) { print(line) }
        if let failure = report.failure { throw failure }
      }
    }
  }
}
