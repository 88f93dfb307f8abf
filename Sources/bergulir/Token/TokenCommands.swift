import ArgumentParser
import Foundation
import FrameTransport
import FundAPI
import SwiftProtobuf
import RevolvingFund

/// `bergulir token …`.
struct TokenNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Secrets that prove who calls.",
    discussion: "Example:\n  bergulir token issue --principal office-desk --out office.token",
    subcommands: [TokenIssue.self, TokenRotate.self, TokenRevoke.self, TokenList.self])
}

struct TokenIssue: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Give an account a new secret, shown once, or a certificate.",
    discussion: """
      Examples:
        bergulir token issue --principal office-desk --days 90 --out office.token
        bergulir context set office --token-file office.token
        bergulir token issue --principal reports --for-certificate reports.pem

      With --out the secret goes into a file that only you may read, and not to the screen. \
      With --for-certificate there is no secret: whoever connects with the certificate's key is \
      the account, without a token. For a program on a server, whose key never leaves it.
      """)

  @Option(help: "The label of the account.") var principal: String
  @Option(help: "How many days it is good for, 1 to 400.") var days: Int32 = 90
  @Option(help: "A file to write the secret to.") var out: String?
  @Option(help: "A client's certificate in PEM, for the account in the place of a secret.")
  var forCertificate: String?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws {
    guard out == nil || forCertificate == nil else {
      throw ValidationError(OptionMistake.secretBesideCertificate)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let certificate = try forCertificate.map { try SecurityFiles.certificate(in: $0) }
    let response = try await session.tokens.issueToken(
      .with {
        $0.write = write.wire
        $0.principal = principal
        $0.lifeDays = days
        $0.certificate = Data(certificate ?? [])
      }, metadata: session.metadata, options: session.options)
    let isShown = !response.secret.isEmpty
    if let out, isShown { try TextFile(path: out).writePrivately(response.secret + "\n") }
    let secret: Value =
      out == nil && certificate == nil ? .filled(response.secret) : .absent
    return .change(
      response.receipt, ["expires_on": .filled(response.expiresOn), "secret": secret],
      next: isShown ? "bergulir context set NAME --token-file \(out ?? "FILE")" : "")
  }
}

struct TokenRevoke: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Make a secret worthless at once.",
    discussion: "Example:\n  bergulir token revoke 9")

  @Argument(
    help: "The token's number or name, 9 or tokens/9; not the secret.",
    transform: TokenArgument.read)
  var token: TokenArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.tokens.revokeToken(
      .with {
        $0.write = write.wire
        $0.name = token.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}

struct TokenList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tokens of an account, never their secrets.",
    discussion: "Example:\n  bergulir token list --principal office-desk")

  @Option(help: "The label of the account.") var principal: String
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (tokens, next) = try await page.gather { page in
      let response = try await session.tokens.listTokens(
        .with {
          $0.principal = principal
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.tokens, response.nextPageToken)
    }
    return .listing(
      Listing(tokens.map(Record.init), shape: Record(Bergulir_V1_Token()), nextPageToken: next))
  }
}

extension Record {
  /// A token as it is shown, without its secret.
  init(_ token: Bergulir_V1_Token) {
    self.init([
      "name": .filled(token.name), "principal": .filled(token.principal),
      "issued_on": .filled(token.issuedOn), "expires_on": .filled(token.expiresOn),
      "revoked_on": .filled(token.revokedOn),
      "certificate_sha256": .filled(token.certificateSha256),
    ])
  }
}
