import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct ApplicationComplete: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Hand in papers that an application lacked.",
    discussion: """
      Example:
        bergulir application complete malabutor/1 \\
          --papers identityCards,formationMinutes
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "The papers, with commas, or all.", transform: PaperNames.read)
  var papers: PaperNames
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.applications.completeApplication(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.papers = papers.names
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "state": .code(response.state, ApplicationState.self),
        "missing_papers": .codes(response.missing, ApplicationPaper.self),
      ],
      next: response.missing.isEmpty
        ? "bergulir inspection record \(application.name) --as-requested --witness PERSON"
        : completing(application.name.description, response.missing))
  }
}

struct ApplicationCancel: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Take an application back before it is paid out.",
    discussion: """
      Example:
        bergulir application cancel malabutor/1 --reason "the group asked for it"
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "Why.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.applications.cancelApplication(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["state": .code(response.state, ApplicationState.self)])
  }
}

struct ApplicationWaitlist: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "waitlist",
    abstract: "Put an approved application on the waiting list for lack of funds.",
    discussion: """
      Example:
        bergulir application waitlist malabutor/1

      To decide on one for which there is no money: bergulir approval sign --waitlist.
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.applications.waitlistApplication(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["state": .code(response.state, ApplicationState.self)],
      next: "bergulir application release \(application.name)")
  }
}

struct ApplicationRelease: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Take the first application off the waiting list.",
    discussion: "Example:\n  bergulir application release malabutor/1")

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.applications.releaseApplication(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["state": .code(response.state, ApplicationState.self)],
      next: "bergulir application contract \(application.name) --reference NUMBER --signed all")
  }
}

struct ApplicationContract: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "contract", abstract: "Record the agreement that all borrowers signed.",
    discussion: """
      Examples:
        bergulir application contract malabutor/1 --reference SPP-01/2016 \\
          --signed all
        bergulir application contract malabutor/1 --reference SPP-01/2016 \\
          --signed 1,2,3,4,5 \\
          --set-off
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "The number of the agreement.") var reference: String
  @Option(
    help: "Who signed: numbers of members with commas, or all who borrow.",
    transform: MemberNumbers.read)
  var signed: MemberNumbers
  @Flag(help: "It lets the group's savings be set off against what it owes.") var setOff = false
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let signers = try await signers(session)
    let response = try await session.applications.signContract(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.reference = reference
        $0.setOffConsent = setOff
        $0.signers = signers
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["state": .code(response.state, ApplicationState.self)],
      next: "bergulir disbursement post \(application.name) --witness PERSON")
  }

  private func signers(_ session: Session) async throws -> [Int64] {
    switch signed {
    case .numbers(let numbers): return numbers
    case .all:
      return try await session.applications.getApplication(
        .with { $0.name = application.name.description },
        metadata: session.metadata, options: session.options
      ).inspection.recommended.map(\.member)
    }
  }
}
