import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir disbursement …`.
struct DisbursementNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disbursement", abstract: "Paying out approved loans, and what members sign for.",
    discussion: "Example:\n  bergulir disbursement list --upk malabutor --unconfirmed",
    subcommands: [
      DisbursementPost.self, DisbursementConfirm.self, DisbursementVoid.self,
      DisbursementShow.self, DisbursementList.self,
    ])
}

struct DisbursementPost: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Pay out an approved application; its loan begins.",
    discussion: """
      Examples:
        bergulir disbursement post malabutor/1 --account bank --signatory 1 \\
          --signatory 3 \\
          --signatory 4 --witness 4 --on 2016-05-10
        bergulir disbursement post malabutor/1 --account cash --witness 4

      Afterwards each member signs for the own share: bergulir disbursement confirm.
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(
    help: "Where the money comes from: cash, bank (the default) or five digits.",
    transform: CashAccount.read)
  var account: CashAccount?
  @Option(
    help: "Who signed for the bank, three of them: 3 or persons/3; none for cash.",
    transform: PersonArgument.read)
  var signatory: [PersonArgument] = []
  @Option(
    help: "Who of the board saw it: 4 or persons/4; not the payer.",
    transform: PersonArgument.read)
  var witness: PersonArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.disbursements.disburse(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.account = account?.code.number ?? 0
        $0.signatories = signatory.map(\.name.description)
        $0.witness = witness.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["principal": .amount(response.principal)],
      next: response.receipt.name.isEmpty
        ? ""
        : ReceiptConfirmation.command(on: response.receipt.name))
  }
}
