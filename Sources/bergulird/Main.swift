import ArgumentParser

/// The daemon.
@main
struct Bergulird: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bergulird",
    abstract: "Keeps revolving loan funds and serves them to bergulir and other programs.",
    discussion: """
      EXAMPLES
        bergulird principal bootstrap     make the first administrator; prints the token once
        bergulird serve                   serve on 127.0.0.1:7710 from a private PostgreSQL
        bergulird serve --database 'host=db dbname=bergulir user=bergulir_writer'
        bergulird migrate status          what the database has of the schema

      A flag wins over the environment, and the environment over the default.
      """,
    version: Version.text,
    subcommands: [
      ServeCommand.self, MigrateCommand.self, PrincipalCommand.self, GenerateKeyCommand.self,
      VersionCommand.self,
    ])
}

/// What this program calls itself.
enum Version {
  static let text = "0.1.0"
}
