import ArgumentParser
import FundStore

/// `bergulird rotate-key`.
struct RotateKeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate-key",
    abstract: "Seal all names and NIK with a new key.",
    discussion: """
      EXAMPLES
        bergulird rotate-key
        bergulird rotate-key --key-file /etc/bergulir/person.key \\
          --owner-database 'host=db dbname=bergulir user=bergulir_owner'

      Stop the daemon before. All is sealed anew in one step, opened again to be
      sure, and only then does the new key take the file's place. If it is cut
      short, nothing is lost: run it again, and it finishes.

      The old file is kept beside the new one under its number, as person.key.1:
      backups of its time open with nothing else. Copy both to where copies of the
      key are kept. A daemon that still has the old file is refused.
      """)

  @OptionGroup var options: DaemonOptions

  func run() async throws {
    try await Program.run { environment in
      let settings = try options.settings(environment)
      try await OwnedDatabase.with(settings) { connectionString in
        let files = try KeyReplacement(of: settings.keys)
        let rotation = KeyRotation(
          connectionString: connectionString, from: files.old, to: files.new)
        let teller = RotationTeller()
        let outcome = try await rotation.run { teller.tell($0) }
        try files.finish()
        print("\(files.new.number)\t\(files.current.path)\tin use")
        print("\(files.old.number)\t\(files.kept.path)\tkept")
        Program.say(words(outcome))
      }
    }
  }

  private func words(_ outcome: KeyRotation.Outcome) -> String {
    let done =
      switch outcome {
      case .sealed(let persons, let claims):
        "\(persons) persons and \(claims) open shares were sealed anew"
      case .wasSealed:
        "an earlier run had sealed everything; its new key is in place now"
      }
    return done + "; copy both files to where copies of the key are kept, and start the daemon"
  }
}
