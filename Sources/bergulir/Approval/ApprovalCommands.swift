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

  @Argument(help: "The application: malabutor/1 or the whole name.")
  var application: ApplicationArgument
  @Option(help: "The decision.") var verdict: Verdict
  @Option(help: "Why; a rejection needs a reason.") var note: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.approvals.signApproval(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.verdict = verdict.rawValue
        $0.note = note
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "step": .count(Int64(response.step)), "state": .code(response.state, ApplicationState.self),
      ],
      next: next(response.state))
  }

  private func next(_ state: String) -> String {
    switch ApplicationState(rawValue: state) {
    case .approved: "bergulir disbursement post \(application.name)"
    case .rejected: "bergulir application show \(application.name)"
    default: "bergulir approval sign \(application.name) --verdict approve"
    }
  }
}
