import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct ApplicationDraft: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Keep an application that is not handed in yet.",
    discussion: """
      Examples:
        bergulir application draft malabutor/1 --share all=822000 --months 4 \\
          --papers form
        bergulir application draft malabutor/1 --share all=750000 --months 4 \\
          --papers all --replace malabutor/3

      A draft has no place in the queue, and is held to nothing until it is submitted. It is good \
      for 90 days from the day on which it was made first.
      """)

  @OptionGroup var form: ApplicationForm
  @Option(
    help: "The group's draft that this stands in for: malabutor/3.",
    transform: ApplicationArgument.read)
  var replace: ApplicationArgument?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let (shares, asked) = try await form.shares(session, on: write.on)
    let response = try await session.applications.draftApplication(
      .with {
        $0.write = write.wire
        $0.parent = form.ksm.name.description
        $0.amount = asked.amount
        $0.shares = shares
        $0.months = form.months
        $0.purpose = form.purpose.rawValue
        $0.businessStage = form.stage.rawValue
        $0.papers = form.papers?.names ?? []
        $0.draft = replace?.name.description ?? ""
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "state": .code(response.state, ApplicationState.self), "amount": .amount(asked.amount),
        "missing_papers": .codes(response.missing, ApplicationPaper.self),
      ], next: "bergulir application submit-draft \(response.receipt.name)")
  }
}

struct ApplicationSubmitDraft: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit-draft", abstract: "Hand in a draft as it is.",
    discussion: """
      Example:
        bergulir application submit-draft malabutor/3 --on 2016-05-09

      It is held to what any application is, and takes its place in the queue on that day.
      """)

  @Argument(
    help: "The draft: malabutor/3 or the whole name.", transform: ApplicationArgument.read)
  var draft: ApplicationArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.applications.submitDraft(
      .with {
        $0.write = write.wire
        $0.name = draft.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "state": .code(response.state, ApplicationState.self),
        "missing_papers": .codes(response.missing, ApplicationPaper.self),
      ], next: following(response.receipt.name, missing: response.missing))
  }
}
