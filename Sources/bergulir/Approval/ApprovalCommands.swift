import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir approval …`.
struct ApprovalNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approval", abstract: "The signatures under a decision, by different people.",
    discussion: "Example:\n  bergulir approval sign malabutor/1 --verdict approve",
    subcommands: [ApprovalSign.self])
}

struct ApprovalSign: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign the next step of the decision as yourself.",
    discussion: """
      Examples:
        bergulir approval sign malabutor/1 --verdict approve --on 2016-05-06
        bergulir approval sign malabutor/1 --verdict reject --note "two members moved away"
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(help: "The decision.") var verdict: Verdict
  @Option(help: "Why; --verdict reject needs it.") var note: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws {
    guard verdict != .reject || note.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError(OptionMistake.rejectionWithoutReason)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.approvals.signApproval(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.verdict = verdict.rawValue
        $0.note = note
      }, metadata: session.metadata, options: session.options)
    let answer = Answer.change(
      response.receipt,
      [
        "step": .count(Int64(response.step)), "state": .code(response.state, ApplicationState.self),
      ],
      next: next(response.state))
    guard !response.receipt.dryRun,
      let note = waiting(step: response.step, state: response.state)
    else { return answer }
    return Answer(answer.body, notes: answer.notes + [note])
  }

  /// What is said where the decision waits for another person's signature.
  func waiting(step: Int32, state: String) -> Sentence? {
    guard ![.approved, .rejected].contains(ApplicationState(rawValue: state)),
      let signed = ApprovalStep(rawValue: Int(step)),
      let next = ApprovalStep(rawValue: signed.rawValue + 1)
    else { return nil }
    return Notes.signsNext(
      after: signed, by: next,
      command: "bergulir approval sign \(application.name) --verdict approve")
  }

  private func next(_ state: String) -> String {
    switch ApplicationState(rawValue: state) {
    case .approved: "bergulir disbursement post \(application.name)"
    case .rejected: "bergulir application show \(application.name)"
    default: ""
    }
  }
}
