import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct RepaymentReverse: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: "Take a repayment back by a new entry.",
    discussion: """
      Example:
        bergulir repayment reverse KW-2016-0012 --upk malabutor \\
          --reason "counted twice" \\
          --on 2016-06-11

      Whoever recorded it does not take it back. --on is the first day on which it no longer \
      counts; later payments split anew, on their own days.
      """)

  @Argument(help: "The receipt, KW-2016-0012.", transform: ReceiptArgument.read)
  var receipt: ReceiptArgument
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Why it is taken back.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.repayments.reverseRepayment(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.receipt = receipt.number.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "outstanding": .amount(response.outstanding),
        "state": .code(response.state, LoanState.self),
      ])
  }
}
