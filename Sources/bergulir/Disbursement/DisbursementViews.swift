import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct DisbursementShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show how a loan was paid out, and who signed for it.",
    discussion: "Example:\n  bergulir disbursement show malabutor/1 --as-of 2016-05-31")

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let disbursement = try await session.disbursements.getDisbursement(
      .with {
        $0.name = loan.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(whole: disbursement))
  }
}

struct DisbursementList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the pay-outs of a UPK, or those not signed for.",
    discussion: "Example:\n  bergulir disbursement list --upk malabutor --unconfirmed")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Flag(help: "Only those of which a member has not signed.") var unconfirmed = false
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (found, next) = try await page.gather { page in
      let response = try await session.disbursements.listDisbursements(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.unconfirmedOnly = unconfirmed
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.disbursements, response.nextPageToken)
    }
    return .listing(
      Listing(
        found.map { Record($0) }, shape: Record(Bergulir_V1_Disbursement()),
        nextPageToken: next))
  }
}

extension Record {
  /// A pay-out in a list.
  init(_ disbursement: Bergulir_V1_Disbursement) {
    self.init(
      [
        "loan": .filled(disbursement.loan), "disbursed_on": .filled(disbursement.disbursedOn),
        "principal": .amount(disbursement.principal),
        "unconfirmed": .names(disbursement.unconfirmed.map { "\($0)" }),
        "final": .flag(disbursement.final), "voided_on": .filled(disbursement.voidedOn),
      ],
      details: [
        "ksm": .filled(disbursement.ksm), "application": .filled(disbursement.application),
        "paid_from": disbursement.account == 0 ? .absent : .text("\(disbursement.account)"),
        "paid_by": .filled(disbursement.paidBy), "witness": .filled(disbursement.witness),
        "signatories": .names(disbursement.signatories),
        "voided_by": .filled(disbursement.voidedBy),
        "void_reason": .filled(disbursement.voidReason), "as_of": .filled(disbursement.asOf),
      ])
  }

  /// A pay-out with shares and receipts.
  init(whole disbursement: Bergulir_V1_Disbursement) {
    self = Record(disbursement).appending(
      Record([
        "shares": .records(disbursement.shares.map(Record.init)),
        "receipts": .records(disbursement.receipts.map(Record.init)),
      ]))
  }

  private init(_ receipt: Bergulir_V1_MemberReceipt) {
    self.init([
      "member": .count(receipt.member), "amount": .amount(receipt.amount),
      "mark": .code(receipt.mark, ReceiptMark.self), "reference": .filled(receipt.reference),
      "witness": .filled(receipt.witness), "on": .filled(receipt.on),
    ])
  }
}
