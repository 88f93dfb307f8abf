import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir repayment …`.
struct RepaymentNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repayment", abstract: "What groups bring back.",
    discussion: "Example:\n  bergulir repayment record malabutor/1 --amount 2.178.300",
    subcommands: [
      RepaymentRecord.self, RepaymentSheet.self, RepaymentReverse.self, RepaymentList.self,
    ])
}

struct RepaymentRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record money that a group paid on a loan.",
    discussion: """
      Example:
        bergulir repayment record malabutor/1 --amount 2.178.300 --reference K-0012 \\
          --on 2016-06-10

        bergulir repayment record malabutor/1 --amount 630.000 --member 1=132.500 \\
          --member 2=132.500 --member 3=132.500 --member 4=132.500 \\
          --member 5=100.000:1

      The oldest installment is paid first, and in it the service charge before the principal. \
      --member says for whose share it is, and after a colon who brought it: that becomes a debt \
      inside the group. Without it every member is paid for alike. The same --reference with the \
      same loan, amount and day is the same money, and is booked once.
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
  @Option(
    help: "MEMBER=RUPIAH or MEMBER=RUPIAH:PAYER; repeated.",
    transform: MemberPaymentArgument.read)
  var member: [MemberPaymentArgument] = []
  @Flag(help: "Hold what is more than the debt for the group, instead of refusing.")
  var holdExcess = false
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
        $0.members = member.map(\.wire)
        $0.holdExcess = holdExcess
      }, metadata: session.metadata, options: session.options)
    return .repayment(response, next: "bergulir repayment list \(loan.name)")
  }
}

extension Answer {
  /// What a payment on a loan came to, from wherever the money was.
  static func repayment(
    _ response: Bergulir_V1_RecordRepaymentResponse, next: String
  ) -> Answer {
    .change(
      response.receipt,
      [
        "receipt": .filled(response.receiptNumber),
        "principal": .amount(response.principal),
        "service_charge": .amount(response.serviceCharge),
        "late_fee": .amount(response.lateFee), "savings": .amount(response.savings),
        "held": .amount(response.held), "outstanding": .amount(response.outstanding),
        "state": .code(response.state, LoanState.self), "waived": .amount(response.waived),
        "members": .records(response.members.map(Record.init)),
      ], next: next)
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
        "received_on": .filled(repayment.receivedOn), "receipt": .filled(repayment.receipt),
        "amount": .amount(repayment.amount), "principal": .amount(repayment.principal),
        "service_charge": .amount(repayment.serviceCharge),
        "reference": .filled(repayment.reference),
        "reversed_on": .filled(repayment.reversedOn),
      ],
      details: [
        "late_fee": .amount(repayment.lateFee), "savings": .amount(repayment.savings),
        "held": .amount(repayment.held), "voucher": .filled(repayment.voucher),
        "account": repayment.account == 0 ? .absent : .account(repayment.account),
        "recorded_by": .filled(repayment.recordedBy),
        "reversal_reason": .filled(repayment.reversalReason),
        "members": .names(repayment.members.map(\.text)),
        "sequence": .amount(repayment.sequence),
      ])
  }

  /// What came for a member's share.
  init(_ payment: Bergulir_V1_MemberPayment) {
    self.init([
      "member": .count(payment.member), "payer": .count(payment.payer),
      "amount": .amount(payment.amount),
    ])
  }
}

extension Bergulir_V1_MemberPayment {
  /// As the option `--member` is written.
  var text: String {
    member == payer ? "\(member)=\(amount)" : "\(member)=\(amount):\(payer)"
  }
}
