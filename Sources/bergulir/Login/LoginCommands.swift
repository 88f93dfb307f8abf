import ArgumentParser
import FrameTransport
import FundAPI
import GRPCCore
import RevolvingFund
import SwiftProtobuf

/// `bergulir login`.
struct Login: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Keep a token in a context, once the daemon knows it.",
    discussion: """
      Examples:
        bergulir login office --server fund.example.org:7710 --ca ca.pem
        some-keychain get bergulir | bergulir login
        bergulir login --token-file office.token

      Without --token-file the token is read from standard input, and asked for where that is a \
      keyboard; it is not shown, and never stands on the command line. It is kept in a file that \
      only you may read, and the context becomes the current one.
      """)

  @Argument(help: "The context's name; default the current one, else default.") var name: String?
  @Option(help: "The daemon's address, HOST:PORT.", transform: ServerArgument.read)
  var server: ServerArgument?
  @Option(help: "A file whose first line is the token.") var tokenFile: String?
  @OptionGroup var security: SecurityOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let environment = Environment.current
    let report = Report(environment: environment, output: output, requestID: nil)
    do {
      report.succeed(try await answer(environment))
    } catch {
      throw report.fail(error)
    }
  }

  private func answer(_ environment: Environment) async throws -> Answer {
    var book = try ContextBook(environment: environment)
    let name = name ?? book.current ?? "default"
    guard Context.isName(name) else { throw Complaint(.contextNameInvalid(name)) }
    let known = book.contents.contexts[name]
    let written = known?.server ?? environment["BERGULIR_SERVER"]
    let address = try server?.address ?? written.map(Target.address) ?? Target.standard
    // What was kept of TLS was kept for another server.
    let isMoved = known != nil && known?.server != address.description
    let typed = try security.kept(for: address) ?? (isMoved ? SecurityChoice() : nil)
    let choice = typed ?? known?.security ?? SecurityChoice()
    let language = output.language(environment)
    let token =
      try tokenFile.map { try Token.read(TextFile(path: $0)) } ?? Keyboard.token(language)
    let target = Target(
      address: address, token: token, security: try choice.client(of: address))
    let caller = try await target.ask { try await $0.caller() }
    try book.set(name, server: address.description, token: token, security: typed)
    try book.use(name)
    return Answer(.item(Record(caller)), notes: [Notes.loggedIn(name, caller.principal)])
  }
}

/// `bergulir logout`.
struct Logout: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout", abstract: "Delete a context's token here.",
    discussion: """
      Examples:
        bergulir logout
        bergulir logout office --revoke

      With --revoke it is made worthless at the daemon first: do so when somebody may have read it.
      """)

  @Argument(help: "The context's name; default the current one.") var name: String?
  @Flag(help: "Make it worthless at the daemon too.") var revoke = false
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let environment = Environment.current
    let report = Report(environment: environment, output: output, requestID: nil)
    do {
      report.succeed(try await answer(environment))
    } catch {
      throw report.fail(error)
    }
  }

  private func answer(_ environment: Environment) async throws -> Answer {
    var book = try ContextBook(environment: environment)
    let name = name ?? book.current ?? ""
    let context = try book.context(name)
    if revoke, let path = context.tokenPath(in: book.folder) {
      let address = try Target.address(context.server)
      let target = Target(
        address: address, token: try Token.read(TextFile(path: path)),
        security: try (context.security ?? SecurityChoice()).client(of: address))
      _ = try await target.ask { session in
        try await session.tokens.revokeOwnToken(
          .with { $0.write.requestID = RequestID().description }, metadata: session.metadata,
          options: session.options)
      }
    }
    try book.removeToken(of: name)
    let isRevoked = revoke && context.tokenFile != nil
    return Answer(
      .change(Record(["name": .text(name), "server": .text(context.server)])),
      notes: [isRevoked ? Notes.loggedOutEverywhere(name) : Notes.loggedOut(name)])
  }
}

/// `bergulir whoami`, which is short for `bergulir server whoami`.
struct WhoAmI: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Show who the daemon takes you for, and your roles.",
    discussion: "Example:\n  bergulir whoami --context office")

  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    .item(Record(try await session.caller()))
  }
}

extension Target {
  /// Asks the daemon something on a connection of its own.
  fileprivate func ask<Result: Sendable>(
    _ question: @Sendable @escaping (Session) async throws -> Result
  ) async throws -> Result {
    try await reach { address, token in
      let transport = FrameClientTransport(target: address, security: security)
      return try await withGRPCClient(transport: transport) { client in
        try await question(
          Session(client: client, address: address, token: token, timeout: .seconds(10)))
      }
    }
  }
}
