import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir relationship …`.
struct RelationshipNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relationship", abstract: "Who is close to a group and stays out of its loans.",
    discussion: "Example:\n  bergulir relationship declare malabutor/1 --person 3 --kind family",
    subcommands: [RelationshipDeclare.self, RelationshipEnding.self, RelationshipList.self])
}

struct RelationshipDeclare: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare", abstract: "Declare that a person is close to a group.",
    discussion: """
      Example:
        bergulir relationship declare malabutor/1 --person 3 --kind family \\
          --note "sister"

      From then on the person neither inspects nor decides nor pays out for the group.
      """)

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @Option(help: "The person: 3 or persons/3.", transform: PersonArgument.read)
  var person: PersonArgument
  @Option(help: "How they are close.") var kind: RelationshipKind
  @Option(help: "What there is to say; no names.") var note: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.relationships.declareRelationship(
      .with {
        $0.write = write.wire
        $0.parent = ksm.name.description
        $0.person = person.name.description
        $0.kind = kind.rawValue
        $0.note = note
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}

struct RelationshipEnding: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Say that a person is no longer close to a group.",
    discussion: """
      Example:
        bergulir relationship end malabutor/1 --reason "moved to another house"

      Somebody else than the person says it. What is dated before stays kept from them.
      """)

  @Argument(
    help: "The relationship: malabutor/1 or upks/malabutor/relationships/1.",
    transform: RelationshipArgument.read)
  var relationship: RelationshipArgument
  @Option(help: "Why; no names.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.relationships.endRelationship(
      .with {
        $0.write = write.wire
        $0.name = relationship.name.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}

struct RelationshipList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List who is close to which group of a UPK.",
    discussion: "Example:\n  bergulir relationship list --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (relationships, next) = try await page.gather { page in
      let response = try await session.relationships.listRelationships(
        .with {
          $0.parent = upk.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.relationships, response.nextPageToken)
    }
    return .listing(
      Listing(
        relationships.map { Record($0) }, shape: Record(Bergulir_V1_Relationship()),
        nextPageToken: next))
  }
}
