import ArgumentParser
import FundAPI

/// `bergulir report …`.
struct ReportNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports of a UPK as of any day, as tables, JSON or CSV.",
    discussion: """
      Examples:
        bergulir report lpp --upk malabutor --as-of 2017-12-31
        bergulir report income-statement --upk malabutor --as-of 2017-12-31 --lang id
        bergulir report ledger --upk malabutor --account 11021 --from 2017-01-01 \\
          -o csv
        bergulir report notice-board --upk malabutor --month 2017-12 --out sheet.html
        bergulir report annual --upk malabutor --year 2017 --out pack.html
      """,
    subcommands: [
      ReportLPP.self, ReportCollectability.self, ReportReserve.self, ReportBalanceSheet.self,
      ReportIncomeStatement.self, ReportCashFlow.self, ReportEquityChanges.self,
      ReportTrialBalance.self, ReportLedger.self, ReportJournal.self, ReportCashBook.self,
      ReportMoneyIn.self, ReportMoneyOut.self, ReportLoanCard.self, ReportMemberCard.self,
      ReportArrears.self, ReportIndicators.self, ReportAuthority.self, ReportRecovery.self,
      ReportPipeline.self, ReportEligibility.self, ReportEscalations.self,
      ReportQuickStatus.self, ReportDataQuality.self, NoticeBoardReport.self,
      AnnualReport.self,
    ])
}

/// Which UPK a report is of, and as of which day.
struct ReportOptions: ParsableArguments {
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  /// The UPK for the wire.
  var parent: String { upk.name.description }
}

/// Which days a ledger is of.
struct SpanOptions: ParsableArguments {
  @Option(
    help: "The first day, YYYY-MM-DD; default 1 January of the last day's year.",
    transform: DayArgument.read)
  var from: DayArgument?
  @Option(
    name: [.customLong("to"), .customLong("as-of")],
    help: "The last day, YYYY-MM-DD; default the daemon's today.", transform: DayArgument.read)
  var to: DayArgument?

  func validate() throws {
    guard let from, let to, from.day > to.day else { return }
    throw ValidationError(OptionMistake.spanReversed)
  }
}
