import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir repayment …`.
struct RepaymentNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repayment", abstract: "What groups bring back.",
    discussion: "Example:\n  bergulir repayment record malabutor/1 --amount 2.178.300",
    subcommands: [RepaymentRecord.self, RepaymentList.self])
}

struct RepaymentRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record money that a group paid on a loan.",
    discussion: """
      Example:
        bergulir repayment record malabutor/1 --amount 2.178.300 --reference K-0012 \\
          --on 2016-06-10

      The oldest installment is paid first, and in it the service charge before the principal.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 2178300 or 2.178.300.", transform: Money.read)
  var amount: Money
  @Option(
    help: "Where the money goes: cash (the default), bank or five digits.",
    transform: CashAccount.read)
  var account: CashAccount?
  @Option(help: "The number on the paper receipt.") var reference: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.repayments.recordRepayment(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.amount = amount.rupiah.amount
        $0.account = account?.code.number ?? 0
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "principal": .amount(response.principal),
        "service_charge": .amount(response.serviceCharge),
        "outstanding": .amount(response.outstanding),
        "state": .code(response.state, LoanState.self),
        "waived": .amount(response.waived),
      ], next: "bergulir repayment list \(loan.name)")
  }
}

struct RepaymentList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was paid on a loan.",
    discussion: "Example:\n  bergulir repayment list malabutor/1 -o csv")

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (repayments, next) = try await page.gather { page in
      let response = try await session.repayments.listRepayments(
        .with {
          $0.name = loan.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.repayments, response.nextPageToken)
    }
    return .listing(
      Listing(
        repayments.map(Record.init), shape: Record(Bergulir_V1_Repayment()), nextPageToken: next))
  }
}

extension Record {
  /// A repayment as it is shown.
  init(_ repayment: Bergulir_V1_Repayment) {
    self.init(
      [
        "received_on": .filled(repayment.receivedOn), "amount": .amount(repayment.amount),
        "principal": .amount(repayment.principal),
        "service_charge": .amount(repayment.serviceCharge),
        "voucher": .filled(repayment.voucher), "reference": .filled(repayment.reference),
      ], details: ["sequence": .amount(repayment.sequence)])
  }
}
