import ArgumentParser
import FundAPI
import RevolvingFund

/// `bergulir server …`.
struct ServerNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server", abstract: "The daemon, who you are to it, and what exit codes mean.",
    discussion: "Example:\n  bergulir server info",
    subcommands: [ServerInfo.self, ServerWhoAmI.self, ServerExitCodes.self])
}

struct ServerInfo: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show the daemon's version, schema and day.",
    discussion: "Example:\n  bergulir server info --server 127.0.0.1:7710")

  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let info = try await session.server.getServerInfo(
      Bergulir_V1_GetServerInfoRequest(), metadata: session.metadata, options: session.options)
    return .item(
      Record([
        "version": .filled(info.version), "schema_head": .count(Int64(info.schemaHead)),
        "today": .filled(info.today),
      ]))
  }
}

struct ServerWhoAmI: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Show who the daemon takes you for, and your roles.",
    discussion: "Example:\n  bergulir server whoami --context office")

  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    .item(Record(try await session.caller()))
  }
}

extension Session {
  /// Who the daemon takes the token's bearer for.
  func caller() async throws -> Bergulir_V1_WhoAmIResponse {
    try await server.whoAmI(Bergulir_V1_WhoAmIRequest(), metadata: metadata, options: options)
  }
}

extension Record {
  /// Who calls, with the roles that hold today.
  init(_ caller: Bergulir_V1_WhoAmIResponse) {
    self.init([
      "principal": .filled(caller.principal), "person": .filled(caller.person),
      "token_expires_on": .filled(caller.tokenExpiresOn),
      "roles": .records(
        caller.roles.map {
          Record(["role": .code($0.role, Role.self), "scope": .filled($0.scope)])
        }),
    ])
  }
}

struct ServerExitCodes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exit-codes", abstract: "List what this program's exit codes mean.",
    discussion: "Example:\n  bergulir server exit-codes -o csv")

  @OptionGroup var output: OutputOptions

  func run() throws {
    let items = ExitStatus.allCases.map { status in
      Record([
        "code": .count(Int64(status.rawValue)),
        "meaning": .code("\(status)", status.words),
      ])
    }
    Report(environment: .current, output: output, requestID: nil)
      .succeed(.listing(Listing(items, shape: items[0])))
  }
}
