import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct WriteOffReverse: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: "Take back what came in on a claim, by a new entry.",
    discussion: """
      Example:
        bergulir write-off reverse KW-2018-0012 --upk malabutor \\
          --reason "Another group's" --on 2018-06-11

      Whoever recorded it does not take it back. --on is the first day on which it no longer \
      counts: the claim is higher again, and the borrowers' names are taken.
      """)

  @Argument(help: "The receipt, KW-2018-0012.", transform: ReceiptArgument.read)
  var receipt: ReceiptArgument
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Why it is taken back.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.writeOffs.reverseRecovery(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.receipt = receipt.number.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["claim": .amount(response.claim), "state": .code(response.state, LoanState.self)])
  }
}
