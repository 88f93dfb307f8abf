import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct JournalReverse: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: "Take a manual voucher back by its mirror.",
    discussion: """
      Example:
        bergulir journal reverse KK-2017-0003 --upk malabutor \\
          --reason "booked twice" --on 2017-03-02

      Whoever booked it does not take it back. What loans, capital and savings booked is taken \
      back by their own commands.
      """)

  @Argument(help: "The voucher, KK-2017-0003.", transform: VoucherArgument.read)
  var voucher: VoucherArgument
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Why it is taken back.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.journal.reverseVoucher(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.voucher = voucher.number.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["reverses": .filled(voucher.number.description)],
      next: "bergulir journal list --upk \(upk.name.upk?.description ?? "")")
  }
}
