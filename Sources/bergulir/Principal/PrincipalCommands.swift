import ArgumentParser
import FundAPI
import SwiftProtobuf
import RevolvingFund

/// `bergulir principal …`.
struct PrincipalNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "principal", abstract: "Accounts of people at the daemon.",
    discussion: "Example:\n  bergulir principal create office-desk --person 3",
    subcommands: [PrincipalCreate.self, PrincipalList.self])
}

struct PrincipalCreate: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Open an account at the daemon for a person.",
    discussion: """
      Example:
        bergulir principal create office-desk --person 3

      The label says what the account is for; it is no person's name.
      """)

  @Argument(help: "A label: lower-case letters, digits, hyphens.") var label: String
  @Option(help: "Whose account it is: 3 or persons/3.", transform: PersonArgument.read)
  var person: PersonArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.principals.createPrincipal(
      .with {
        $0.write = write.wire
        $0.label = label
        $0.person = person.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, next: "bergulir token issue --principal \(label) --out \(label).token")
  }
}

struct PrincipalList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the accounts.",
    discussion: "Example:\n  bergulir principal list")

  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (principals, next) = try await page.gather { page in
      let response = try await session.principals.listPrincipals(
        .with { $0.page = page }, metadata: session.metadata, options: session.options)
      return (response.principals, response.nextPageToken)
    }
    return .listing(
      Listing(
        principals.map(Record.init), shape: Record(Bergulir_V1_Principal()),
        nextPageToken: next))
  }
}

extension Record {
  /// A principal as one is shown.
  init(_ principal: Bergulir_V1_Principal) {
    self.init([
      "name": .filled(principal.name), "label": .filled(principal.label),
      "person": .filled(principal.person),
    ])
  }
}
