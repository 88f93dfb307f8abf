import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir disbursement …`.
struct DisbursementNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disbursement", abstract: "Paying out approved loans.",
    discussion: "Example:\n  bergulir disbursement post malabutor/1 --account bank",
    subcommands: [DisbursementPost.self])
}

struct DisbursementPost: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Pay out an approved application; its loan begins.",
    discussion: "Example:\n  bergulir disbursement post malabutor/1 --account bank --on 2016-05-10")

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(
    help: "Where the money comes from: cash, bank (the default) or five digits.",
    transform: CashAccount.read)
  var account: CashAccount?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.disbursements.disburse(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.account = account?.code.number ?? 0
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["principal": .amount(response.principal)],
      next: response.receipt.name.isEmpty ? "" : "bergulir loan show \(response.receipt.name)")
  }
}
