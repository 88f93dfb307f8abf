import ArgumentParser
import FundAPI
import RevolvingFund

/// `bergulir approve …`, short for `bergulir approval sign`.
struct Approve: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Sign the next step of the decision as yourself.",
    discussion: """
      Example:
        bergulir approve malabutor/1
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "What there is to say.") var note: String = ""
  @Flag(help: "If there is no money for it, put it on the waiting list instead of refusing.")
  var waitlist = false
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    try await session.sign(
      application, .approve, note: note, shortage: waitlist ? .wait : .refuse, write)
  }
}

/// `bergulir reject …`, short for `bergulir approval reject`.
struct Reject: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject an application, with the reason the KSM is told.",
    discussion: """
      Example:
        bergulir reject malabutor/1 --note "two members moved away"
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "Why.") var note: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    try await session.sign(
      application, .reject, note: note, shortage: .refuse, write)
  }
}

/// `bergulir return …`, short for `bergulir approval return`.
struct ReturnApplication: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Send an application back to inspection, with the doubt.",
    discussion: """
      Example:
        bergulir return malabutor/1 --note "visit member 3 again"
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "Why.") var note: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    try await session.sign(
      application, .sendBack, note: note, shortage: .refuse, write)
  }
}
