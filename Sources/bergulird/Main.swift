import ArgumentParser

/// The daemon.
struct Bergulird: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bergulird",
    abstract: "Keeps revolving loan funds and serves them to bergulir and other programs.",
    discussion: """
      EXAMPLES
        bergulird principal bootstrap     make the first administrator; prints the token once
        bergulird serve                   serve on 127.0.0.1:7710 from a private PostgreSQL
        bergulird serve --database 'host=db dbname=bergulir user=bergulir_writer'
        bergulird certificate create      make certificates to serve beyond this machine with TLS
        bergulird migrate status          what the database has of the schema
        bergulird backup --to DIR         back up while serving; then restore and drill

      A flag wins over the environment, and the environment over the default.

      EXIT CODES
        0  done, or stopped by SIGTERM or SIGINT
        1  it failed; standard error says why
        2  the command line is wrong
      """,
    version: Version.text,
    subcommands: [
      ServeCommand.self, MigrateCommand.self, PrincipalCommand.self, GenerateKeyCommand.self,
      RotateKeyCommand.self, CertificateCommand.self, BackupCommand.self, RestoreCommand.self,
      DrillCommand.self,
      VersionCommand.self,
    ])
}

@main
struct Main {
  /// Runs the command; a mistake in the command line ends with exit code 2.
  static func main() async {
    CoreDump.forbid()
    do {
      var command = try Bergulird.parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      guard Bergulird.exitCode(for: error) == .validationFailure else {
        Bergulird.exit(withError: error)
      }
      Program.say(Bergulird.fullMessage(for: error))
      Bergulird.exit(withError: ExitCode(2))
    }
  }
}

/// What this program calls itself.
enum Version {
  static let text = "0.1.0"
}
