import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir savings …`.
struct SavingsNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "savings", abstract: "What groups save; it is theirs and never lent.",
    discussion: "Example:\n  bergulir savings deposit malabutor/1 --amount 50.000",
    subcommands: [
      SavingsDeposit.self, SavingsWithdraw.self, SavingsBank.self, SavingsShow.self,
      SavingsList.self,
    ])
}

struct SavingsDeposit: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "deposit", abstract: "Record savings that a group brought.",
    discussion: """
      Example:
        bergulir savings deposit malabutor/1 --amount 50.000 --on 2015-10-12

      Savings received in cash are brought to the savers' bank account with savings bank.
      """)

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 50000 or 50.000.", transform: Money.read)
  var amount: Money
  @Option(
    help: "Where the money goes: cash (the default), bank or five digits.",
    transform: SaversAccount.read)
  var account: SaversAccount?
  @Option(help: "The number on the paper receipt.") var reference: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.savings.depositSavings(
      .with {
        $0.write = write.wire
        $0.name = ksm.name.description
        $0.amount = amount.rupiah.amount
        $0.account = account?.code.number ?? 0
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["amount": .amount(amount.rupiah.amount), "balance": .amount(response.balance)],
      next: "bergulir savings show \(ksm.name)")
  }
}

struct SavingsWithdraw: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Record savings that a group took back.",
    discussion: """
      Example:
        bergulir savings withdraw malabutor/1 --amount 50.000 --on 2015-10-12

      A group never takes more than it has, nor more than the account holds, then or later.
      """)

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 50000 or 50.000.", transform: Money.read)
  var amount: Money
  @Option(
    help: "Where the money comes from: cash (the default), bank or five digits.",
    transform: SaversAccount.read)
  var account: SaversAccount?
  @Option(help: "The number on the paper receipt.") var reference: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.savings.withdrawSavings(
      .with {
        $0.write = write.wire
        $0.name = ksm.name.description
        $0.amount = amount.rupiah.amount
        $0.account = account?.code.number ?? 0
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["amount": .amount(amount.rupiah.amount), "balance": .amount(response.balance)],
      next: "bergulir savings show \(ksm.name)")
  }
}

struct SavingsBank: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "Record savings brought to the savers' bank account.",
    discussion: """
      Example:
        bergulir savings bank --upk malabutor --amount 200.000 --reference TR-0004
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 200000 or 200.000.", transform: Money.read)
  var amount: Money
  @Option(help: "The number on the bank's slip.") var reference: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.savings.bankSavings(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.amount = amount.rupiah.amount
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["amount": .amount(amount.rupiah.amount), "cash": .amount(response.cash)],
      next: "bergulir savings list --upk \(upk.name.upk?.description ?? "")")
  }
}
