import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir delegation …`.
struct DelegationNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delegation", abstract: "Signatures that are left to others for a time.",
    discussion: "Example:\n  bergulir delegation list --upk malabutor",
    subcommands: [DelegationAdd.self, DelegationRevoke.self, DelegationList.self])
}

struct DelegationAdd: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Leave your own signature to somebody else for a time.",
    discussion: """
      Example:
        bergulir delegation add --upk malabutor --role bkmCoordinator --to 7 \\
          --from 2016-07-01 --until 2016-07-21 --reason "pilgrimage"
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Your role: manager, bkmCoordinator or bkmMember.") var role: Role
  @Option(help: "Who signs meanwhile: 7 or persons/7.", transform: PersonArgument.read)
  var to: PersonArgument
  @Option(help: "The first day, YYYY-MM-DD.", transform: DayArgument.read) var from: DayArgument
  @Option(help: "The last day, at most 90 days later.", transform: DayArgument.read)
  var until: DayArgument
  @Option(help: "Why.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.delegations.delegateRole(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.role = role.rawValue
        $0.delegate = to.name.description
        $0.from = from.day.description
        $0.until = until.day.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    var answer = Answer.change(
      response.receipt,
      [
        "also_signs": response.alsoSigns.isEmpty ? .absent : .codes(response.alsoSigns, Role.self)
      ], next: "bergulir delegation list --upk \(upk.name.upk?.description ?? "")")
    if !response.alsoSigns.isEmpty { answer.notes.append(Notes.delegateSignsToo) }
    return answer
  }
}

struct DelegationRevoke: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "End a delegation before its last day.",
    discussion: """
      Example:
        bergulir delegation revoke malabutor/1 --reason "back early"

      From the day on the other signs no more; what was signed stays signed.
      """)

  @Argument(
    help: "The delegation: malabutor/1 or upks/malabutor/delegations/1.",
    transform: DelegationArgument.read)
  var delegation: DelegationArgument
  @Option(help: "Why.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.delegations.revokeDelegation(
      .with {
        $0.write = write.wire
        $0.name = delegation.name.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}

struct DelegationList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List who leaves a signature to whom.",
    discussion: "Example:\n  bergulir delegation list --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (delegations, next) = try await page.gather { page in
      let response = try await session.delegations.listDelegations(
        .with {
          $0.parent = upk.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.delegations, response.nextPageToken)
    }
    return .listing(
      Listing(
        delegations.map { Record($0) }, shape: Record(Bergulir_V1_Delegation()),
        nextPageToken: next))
  }
}
