import ArgumentParser
import FundServer

/// `bergulird principal`.
struct PrincipalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "principal",
    abstract: "Make the first account; all others are made with bergulir.",
    discussion: "EXAMPLES\n  bergulird principal bootstrap --label admin",
    subcommands: [BootstrapCommand.self])
}

/// `bergulird principal bootstrap`.
struct BootstrapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bootstrap",
    abstract: "Make the first administrator and print the token, once.",
    discussion: """
      EXAMPLES
        bergulird principal bootstrap
        bergulird principal bootstrap --label admin --name 'Siti Aminah' --gender female
        bergulird principal bootstrap > admin.token

      It works once, and on the private PostgreSQL only while no daemon runs on it.
      The token alone goes to standard output.
      """)

  @OptionGroup var options: DaemonOptions

  @Option(help: ArgumentHelp("What the account is called.", valueName: "label"))
  var label = "admin"

  @Option(help: ArgumentHelp("Who the administrator is.", valueName: "full name"))
  var name = "Administrator"

  @Option(help: ArgumentHelp("female or male, as on the identity card.", valueName: "gender"))
  var gender = "female"

  @Option(
    help: ArgumentHelp(
      "Where the civil day begins: +07:00 unless BERGULIR_UTC_OFFSET says otherwise.",
      valueName: "offset"))
  var utcOffset: String?

  func run() async throws {
    try await Program.run { environment in
      let first = try FirstAdministrator(label: label, name: name, gender: gender)
      let clock = try ClockOffset.clock(utcOffset, environment)
      let database = try await Database.open(try options.settings(environment))
      let token: Result<String, any Error>
      do {
        token = .success(try await first.make(in: database.store, clock: clock))
      } catch {
        token = .failure(error)
      }
      try await database.close()
      do {
        print(try token.get())
      } catch let error as FirstAdministratorError {
        throw DaemonError.notBootstrapped(error.description)
      }
      Program.say(
        """
        This is the administrator's token; it is shown only here. Keep it in a context:
          bergulir context set \(label) --token-file FILE
        """)
    }
  }
}
