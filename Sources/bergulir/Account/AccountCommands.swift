import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir account …`.
struct AccountNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "The chart of accounts with its balances.",
    discussion: "Example:\n  bergulir account balance-sheet --upk malabutor --as-of 2017-12-31",
    subcommands: [AccountList.self, AccountBalanceSheet.self, AccountOpen.self])
}

struct AccountList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every account with its balance.",
    discussion: "Example:\n  bergulir account list --upk malabutor --as-of 2017-12-31 -o csv")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.accounts.listAccounts(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(
      Listing(
        response.accounts.map(Record.init), shape: Record(Bergulir_V1_Account()),
        context: Record(["as_of": .filled(response.asOf)])))
  }
}

struct AccountBalanceSheet: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance-sheet", abstract: "Show what the fund has, owes and owns.",
    discussion: "Example:\n  bergulir account balance-sheet --upk malabutor --as-of 2017-12-31")

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let sheet = try await session.accounts.getBalanceSheet(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(
      Listing(
        [sheet.assets, sheet.liabilities, sheet.equity].flatMap { $0.map(Record.init) },
        shape: Record(Bergulir_V1_Account()),
        context: Record([
          "as_of": .filled(sheet.asOf), "total_assets": .amount(sheet.totalAssets),
          "total_liabilities_and_equity": .amount(sheet.totalLiabilitiesAndEquity),
        ])))
  }
}

extension Record {
  /// An account with its balance.
  init(_ account: Bergulir_V1_Account) {
    let known = Account(AccountCode(account.code), account.displayName)
    self.init([
      "code": .account(account.code), "kind": .code(account.kind, AccountKind.self),
      "display_name": account.displayName.isEmpty
        ? .absent : .code(account.displayName, known.words),
      "balance": .amount(account.balance),
    ])
  }
}
