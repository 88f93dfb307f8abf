import ArgumentParser
import FundServer
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
    abstract: "Print new keys for names and NIK, or for signing heads.",
    discussion: """
      EXAMPLES
        (umask 077 && bergulird generate-key > /etc/bergulir/person.key)
        (umask 077 && bergulird generate-key --signing > /etc/bergulir/head.key)

      Keep a copy of the keys of names where the database's backups are not: without it nobody can
      read a name again. The line "public" of a signing key is for those who audit; the rest of it
      is for the daemon alone.
      """)

  @Flag(help: "A key to sign heads of streams with, for serve --head-key-file.")
  var signing = false

  func run() {
    print(signing ? HeadKey.generate() : PersonalDataKeys.generate(), terminator: "")
  }
}
