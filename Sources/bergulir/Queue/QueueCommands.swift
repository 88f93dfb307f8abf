import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir queue …`.
struct QueueNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "What waits for you, oldest first, and who is taken first.",
    discussion: """
      Examples:
        bergulir queue
        bergulir queue skip malabutor/3 --reason "planting season ends on Friday"
      """,
    subcommands: [QueueList.self, QueueSkip.self, QueueConfirm.self],
    defaultSubcommand: QueueList.self)
}

struct QueueList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what waits for you in all UPK of your offices.",
    discussion: """
      Examples:
        bergulir queue
        bergulir queue list --upk malabutor --as-of 2016-05-10

      Applications first, then the cases that were taken to your office and wait for its answer \
      (bergulir case answer).
      """)

  @Option(help: "Only of this UPK.", transform: UPKArgument.read) var upk: UPKArgument?
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.queue.listWork(
      .with {
        $0.upk = upk?.name.upk?.description ?? ""
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(
      Listing(
        response.work.map { Record($0) }, shape: Record(Bergulir_V1_Work()),
        context: Record([
          "escalations": .records(response.escalations.map { Record(escalation: $0) })
        ])))
  }
}

struct QueueSkip: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip", abstract: "Ask that an application be taken before older ones.",
    discussion: """
      Example:
        bergulir queue skip malabutor/3 --reason "planting season ends on Friday"

      It counts once a second person confirms it.
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "Why.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.queue.skipQueue(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, next: "bergulir queue confirm \(application.name) --context THEIRS")
  }
}

struct QueueConfirm: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirm as a second person that one is taken first.",
    discussion: "Example:\n  bergulir queue confirm malabutor/3")

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.queue.confirmSkip(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}
