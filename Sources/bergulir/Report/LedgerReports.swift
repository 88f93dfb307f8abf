import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct ReportLedger: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Show what moved on an account, with the balance after it.",
    discussion: """
      Example:
        bergulir report ledger --upk malabutor --account 11021 --from 2017-12-01 \\
          --to 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The account: five digits, cash or bank.", transform: CashAccount.read)
  var account: CashAccount
  @OptionGroup var span: SpanOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    .listing(Listing(try await session.ledger(of: account.code, upk, span)))
  }
}

struct ReportCashBook: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "cash-book",
    abstract: "Show what moved in the cash box, with the balance after it.",
    discussion: """
      Example:
        bergulir report cash-book --upk malabutor --from 2017-12-01 --to 2017-12-31

      It is the ledger of account 11010.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var span: SpanOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    .listing(Listing(try await session.ledger(of: .cash, upk, span)))
  }
}

struct ReportMoneyIn: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "money-in", abstract: "List what was received, in cash and at the bank.",
    discussion: """
      Example:
        bergulir report money-in --upk malabutor --from 2017-12-01 --to 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var span: SpanOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    .listing(Listing(try await session.money(.received, of: upk, span)))
  }
}

struct ReportMoneyOut: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "money-out", abstract: "List what was paid, in cash and from the bank.",
    discussion: """
      Example:
        bergulir report money-out --upk malabutor --from 2017-12-01 --to 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var span: SpanOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    .listing(Listing(try await session.money(.paid, of: upk, span)))
  }
}

extension Session {
  /// One account through some days.
  fileprivate func ledger(
    of account: AccountCode, _ upk: UPKArgument, _ span: SpanOptions
  ) async throws -> Bergulir_V1_Report {
    try await reports.getLedger(
      .with {
        $0.parent = upk.name.description
        $0.account = account.number
        $0.from = span.from.wire
        $0.until = span.to.wire
      }, metadata: metadata, options: options)
  }

  /// What was received or paid in some days.
  fileprivate func money(
    _ direction: MoneyDirection, of upk: UPKArgument, _ span: SpanOptions
  ) async throws -> Bergulir_V1_Report {
    try await reports.getMoneyRecord(
      .with {
        $0.parent = upk.name.description
        $0.direction = direction.rawValue
        $0.from = span.from.wire
        $0.until = span.to.wire
      }, metadata: metadata, options: options)
  }
}
