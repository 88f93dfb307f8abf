import ArgumentParser
import FrameTransport
import FundAPI
import GRPCCore
import RevolvingFund
import SwiftProtobuf

struct TokenRotate: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Put a new secret in the place of your own.",
    discussion: """
      Examples:
        bergulir token rotate
        bergulir token rotate --token-file desk.token --out desk.token

      The new one is good as long as the old one, and no longer. It goes into the context, or with \
      --out into a file; else it is shown, once. The old one is revoked when the new one works.
      """)

  @Option(help: "A file to write the new secret to.") var out: String?
  @OptionGroup var sending: SendingOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let old = try await session.caller().token
    let response = try await session.tokens.rotateToken(
      .with { $0.write = sending.wire(on: nil) }, metadata: session.metadata,
      options: session.options)
    guard !response.secret.isEmpty else {
      return .change(response.receipt, ["expires_on": .filled(response.expiresOn)])
    }
    let metadata = Session.metadata(token: response.secret)
    _ = try await session.server.whoAmI(
      Bergulir_V1_WhoAmIRequest(), metadata: metadata, options: session.options)
    let isKept = try keep(response.secret)
    _ = try await session.tokens.revokeOwnToken(
      .with {
        $0.write.requestID = RequestID().description
        $0.name = old
      }, metadata: metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "expires_on": .filled(response.expiresOn),
        "secret": isKept ? .absent : .filled(response.secret),
      ])
  }

  /// Keeps the secret where the old one was; `false` where only the screen is left.
  private func keep(_ secret: String) throws -> Bool {
    if let out {
      try TextFile(path: out).writePrivately(secret + "\n")
      return true
    }
    let environment = Environment.current
    let named = connection.context ?? environment["BERGULIR_CONTEXT"]
    var book = try ContextBook(environment: environment)
    guard connection.tokenFile == nil,
      connection.context != nil || environment["BERGULIR_TOKEN_FILE"] == nil,
      let name = named ?? book.current, let context = book.contents.contexts[name]
    else { return false }
    try book.set(name, server: context.server, token: secret)
    return true
  }
}
