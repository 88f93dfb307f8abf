import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir indicator …`.
struct IndicatorNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicator", abstract: "LAR, PAR, CCr, ROI and RR with what they are made from.",
    discussion: """
      Examples:
        bergulir indicator show --upk malabutor --as-of 2017-12-31
        bergulir indicator list --province --as-of 2017-11-15
      """,
    subcommands: [
      IndicatorShow.self, IndicatorHistory.self, IndicatorList.self, IndicatorExplain.self,
      IndicatorCompare.self,
    ])
}

struct IndicatorShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the five indicators with inputs and categories.",
    discussion: """
      Example:
        bergulir indicator show --upk malabutor --as-of 2017-12-31 -o json

      LAR, PAR and RR are of the day, CCr and ROI of the last month-end. ROI is judged by its \
      figure for a whole year, the others by the exact ratio of the two inputs.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let sheet = try await session.indicators.getIndicators(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(sheet))
  }
}

struct IndicatorHistory: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show the indicators of every month-end.",
    discussion: """
      Example:
        bergulir indicator history --upk malabutor --from 2017-01 --to 2017-12 -o csv

      Income and cost are those of CCr, from 1 January to the month-end.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The first month, YYYY-MM.", transform: MonthArgument.read) var from: MonthArgument
  @Option(help: "The last month, YYYY-MM.", transform: MonthArgument.read) var to: MonthArgument
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard from.month <= to.month else {
      throw ValidationError(OptionMistake.spanReversed)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let sheets = try await session.history(of: upk, from: from.month, to: to.month)
    return .listing(
      Listing(
        sheets.map { Record(month: $0) }, shape: Record(month: Bergulir_V1_IndicatorSheet())))
  }
}

extension Session {
  /// The sheets of some month-ends.
  func history(
    of upk: UPKArgument, from: Month, to: Month
  ) async throws -> [Bergulir_V1_IndicatorSheet] {
    try await indicators.getIndicatorHistory(
      .with {
        $0.parent = upk.name.description
        $0.from = from.description
        $0.until = to.description
      }, metadata: metadata, options: options
    ).sheets
  }
}
