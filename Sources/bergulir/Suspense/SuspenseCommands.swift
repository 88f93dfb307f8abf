import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir suspense …`.
struct SuspenseNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspense", abstract: "What groups paid beyond their debts and is held for them.",
    discussion: "Example:\n  bergulir suspense list --upk malabutor --as-of 2017-12-31",
    subcommands: [
      SuspenseList.self, SuspenseRefund.self, SuspenseApply.self, SuspenseAssign.self,
      SuspenseUnassign.self, SuspenseAssignments.self,
    ])
}

struct SuspenseList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the groups for which something is held, and say what is held without a name.",
    discussion: "Example:\n  bergulir suspense list --upk malabutor --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    var unnamed: Int64 = 0
    let (held, next) = try await page.gather { page in
      let response = try await session.suspense.listSuspense(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      unnamed = response.unnamed
      return (response.suspense, response.nextPageToken)
    }
    return Answer(
      .listing(
        Listing(
          held.map { Record($0) }, shape: Record(Bergulir_V1_Suspense()), nextPageToken: next)),
      notes: unnamed == 0 ? [] : [Notes.heldUnnamed(Rupiah(unnamed))])
  }
}

struct SuspenseRefund: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "refund", abstract: "Give a group back what is held for it.",
    discussion: "Example:\n  bergulir suspense refund malabutor/1 --amount 25.000")

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 25000 or 25.000.", transform: Money.read)
  var amount: Money
  @Option(
    help: "Where the money comes from: cash (the default), bank or five digits.",
    transform: CashAccount.read)
  var account: CashAccount?
  @Option(help: "The number on the paper receipt.") var reference: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.suspense.refundSuspense(
      .with {
        $0.write = write.wire
        $0.name = ksm.name.description
        $0.amount = amount.rupiah.amount
        $0.account = account?.code.number ?? 0
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["amount": .amount(amount.rupiah.amount), "balance": .amount(response.balance)])
  }
}

struct SuspenseApply: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Pay a group's loan with what is held for the group.",
    discussion: "Example:\n  bergulir suspense apply malabutor/2 --amount 25.000")

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 25000 or 25.000.", transform: Money.read)
  var amount: Money
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.suspense.applySuspense(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.amount = amount.rupiah.amount
      }, metadata: session.metadata, options: session.options)
    return .repayment(response.repayment, next: "bergulir repayment list \(loan.name)")
  }
}

extension Record {
  /// What is held for a group.
  init(_ held: Bergulir_V1_Suspense) {
    self.init([
      "ksm": .filled(held.ksm), "balance": .amount(held.balance), "as_of": .filled(held.asOf),
    ])
  }
}
