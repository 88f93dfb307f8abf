import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct DisbursementConfirm: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Record what members signed for.",
    discussion: """
      Examples:
        bergulir disbursement confirm malabutor/1 --share 1=767.000 \\
          --share 2=767.000 \\
          --witness 4 --mark signature --on 2016-05-10
        bergulir disbursement confirm malabutor/1 --share all=767.000 --witness 4 \\
          --mark photograph --reference album-3

      Each member signs for the whole share. When all have, the pay-out is final.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(
    help: "What a member signed for, MEMBER=RUPIAH, repeated; or all=RUPIAH.",
    transform: ShareArgument.read)
  var share: [ShareArgument]
  @Option(help: "How the members signed.") var mark: ReceiptMark
  @Option(help: "Where the paper is kept; must be there for a photograph.") var reference = ""
  @Option(
    help: "Who of the board saw it: 4 or persons/4; not the payer.",
    transform: PersonArgument.read)
  var witness: PersonArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws { try validateShares(share) }

  func answer(_ session: Session) async throws -> Answer {
    let members = try await members(session)
    let response = try await session.disbursements.confirmReceipts(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.received = share.wire(members: members)
        $0.mark = mark.rawValue
        $0.reference = reference
        $0.witness = witness.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "confirmed": .count(Int64(response.confirmed)),
        "unconfirmed": .count(Int64(response.unconfirmed)),
      ], next: "bergulir disbursement show \(loan.name)")
  }

  /// The loan's members; none where every member is named.
  private func members(_ session: Session) async throws -> [Int64] {
    guard share.namesEveryMember else { return [] }
    return try await session.disbursements.getDisbursement(
      .with { $0.name = loan.name.description }, metadata: session.metadata,
      options: session.options
    ).shares.map(\.member)
  }
}

struct DisbursementVoid: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Take a pay-out back before any member signed for it.",
    discussion: """
      Example:
        bergulir disbursement void malabutor/1 --reason "Nobody of the group came" \\
          --on 2016-05-11

      A voucher returns the money, the application is cancelled, and the members may borrow.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "Why.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.disbursements.voidDisbursement(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["principal": .amount(response.principal)],
      next: "bergulir disbursement show \(loan.name)")
  }
}
