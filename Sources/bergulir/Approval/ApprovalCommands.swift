import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir approval …`.
struct ApprovalNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approval", abstract: "The signatures under a decision, by different people.",
    discussion: "Example:\n  bergulir approval sign malabutor/1 --verdict approve",
    subcommands: [
      ApprovalSign.self, ApprovalReject.self, ApprovalReturn.self, ApprovalReview.self,
    ])
}

struct ApprovalSign: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign the next step of the decision as yourself.",
    discussion: """
      Examples:
        bergulir approval sign malabutor/1 --verdict approve --on 2016-05-06
        bergulir approval sign malabutor/1 --verdict approve --waitlist
        bergulir approval sign malabutor/1 --verdict reject \\
          --note "two members moved away"
        bergulir approval sign malabutor/1 --verdict return \\
          --note "visit member 3 again"
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "The decision.") var verdict: Verdict
  @Option(help: "Why; --verdict reject and --verdict return need it.") var note: String = ""
  @Flag(help: "If there is no money for it, put it on the waiting list instead of refusing.")
  var waitlist = false
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws {
    let hasReason = note.contains { !$0.isWhitespace }
    guard verdict == .approve || hasReason else {
      throw ValidationError(
        verdict == .reject
          ? OptionMistake.rejectionWithoutReason : OptionMistake.returnWithoutReason)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    try await session.sign(
      application, verdict, note: note, shortage: waitlist ? .wait : .refuse, write)
  }
}

struct ApprovalReject: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject an application, with the reason the KSM is told.",
    discussion: """
      Example:
        bergulir approval reject malabutor/1 --note "two members moved away"
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "Why.") var note: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    try await session.sign(application, .reject, note: note, shortage: .refuse, write)
  }
}

struct ApprovalReturn: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Send an application back to inspection, with the doubt.",
    discussion: """
      Example:
        bergulir approval return malabutor/1 --note "visit member 3 again"
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "Why.") var note: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    try await session.sign(application, .sendBack, note: note, shortage: .refuse, write)
  }
}

extension Session {
  /// Signs the next step, and says who signs after it.
  func sign(
    _ application: ApplicationArgument, _ verdict: Verdict, note: String,
    shortage: FundsShortage, _ write: WriteOptions
  ) async throws -> Answer {
    let response = try await approvals.signApproval(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.verdict = verdict.rawValue
        $0.note = note
        $0.shortage = shortage.rawValue
      }, metadata: metadata, options: options)
    let answer = Answer.change(
      response.receipt,
      [
        "step": .count(Int64(response.step)), "state": .code(response.state, ApplicationState.self),
      ],
      next: response.nextCommand(application))
    guard !response.receipt.dryRun, let note = response.signsNext(application) else {
      return answer
    }
    return Answer(answer.body, notes: answer.notes + [note])
  }
}

extension Bergulir_V1_SignApprovalResponse {
  /// What is said where the decision waits for another person's signature.
  func signsNext(_ application: ApplicationArgument) -> Sentence? {
    Role(rawValue: next).map {
      Notes.signsNext(
        after: step, of: steps, by: $0,
        command: "bergulir approval sign \(application.name) --verdict approve")
    }
  }

  fileprivate func nextCommand(_ application: ApplicationArgument) -> String {
    switch ApplicationState(rawValue: state) {
    case .approved:
      "bergulir application contract \(application.name) --reference NUMBER --signed all"
    case .waitlisted: "bergulir application release \(application.name)"
    case .inInspection:
      "bergulir inspection record \(application.name) --as-requested --witness PERSON"
    case .rejected: "bergulir application show \(application.name)"
    default: ""
    }
  }
}
