import ArgumentParser
import FundStore

/// `bergulird version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Print the version of the program and of the schema that it knows.",
    discussion: "EXAMPLES\n  bergulird version")

  func run() {
    print("bergulird \(Version.text)\nschema \(FundStore.schemaHead)")
  }
}

/// `bergulird generate-key`.
struct GenerateKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-key",
    abstract: "Print new keys for names and NIK, for a database of your own.",
    discussion: """
      EXAMPLES
        (umask 077 && bergulird generate-key > /etc/bergulir/person.key)

      Keep a copy where the database's backups are not: without it nobody can read a name again.
      """)

  func run() {
    print(PersonalDataKeys.generate(), terminator: "")
  }
}
