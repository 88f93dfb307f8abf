import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct PolicyAcknowledge: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge", abstract: "Say that you, an officer of the UPK, know the rules.",
    discussion: "Example:\n  bergulir policy acknowledge malabutor/1 --on 2015-01-06")

  @Argument(
    help: "The version: malabutor/1 or upks/malabutor/policies/1.", transform: PolicyArgument.read)
  var policy: PolicyArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.policies.acknowledgePolicy(
      .with {
        $0.write = write.wire
        $0.name = policy.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir policy acknowledgements --upk \(policy.name.upk?.description ?? "")")
  }
}

struct PolicyAcknowledgements: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledgements", abstract: "List who knows which version of the rules.",
    discussion: "Example:\n  bergulir policy acknowledgements --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (known, next) = try await page.gather { page in
      let response = try await session.policies.listAcknowledgements(
        .with {
          $0.parent = upk.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.acknowledgements, response.nextPageToken)
    }
    return .listing(
      Listing(
        known.map { Record($0) }, shape: Record(Bergulir_V1_PolicyAcknowledgement()),
        nextPageToken: next))
  }
}
