import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct ReportArrears: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "arrears", abstract: "List the loans that are behind, and what to do next.",
    discussion: "Example:\n  bergulir report arrears --upk malabutor --as-of 2017-12-31")

  static var patience: Duration { .seconds(60) }

  @OptionGroup var same: ArrearsList

  var connection: ConnectionOptions { same.connection }

  func answer(_ session: Session) async throws -> Answer {
    let (cases, next) = try await session.cases(
      of: same.upk, asOf: same.asOf, includeClosed: false, same.page)
    return .listing(
      Listing(
        cases.map { Record(report: $0) }, shape: Record(report: Bergulir_V1_Case()),
        nextPageToken: next))
  }
}

struct ReportIndicators: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "Show twelve months of indicators with their inputs.",
    discussion: "Example:\n  bergulir report indicators --upk malabutor --month 2017-12")

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The last month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let sheets = try await session.history(
      of: upk, from: month.month.adding(-11), to: month.month)
    let lines = sheets.flatMap { sheet in
      sheet.indicators.map { Record($0, of: sheet) }
    }
    return .listing(
      Listing(
        lines, shape: Record(Bergulir_V1_Indicator(), of: Bergulir_V1_IndicatorSheet())))
  }
}

struct IndicatorExplain: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "List the groups, loans or vouchers behind an indicator.",
    discussion: """
      Examples:
        bergulir indicator explain PAR --upk malabutor --as-of 2017-12-31
        bergulir indicator explain CCr --upk malabutor --as-of 2017-12-31 -o csv

      The last line has the two sums that the indicator is made from.
      """)

  static var patience: Duration { .seconds(60) }

  @Argument(help: "The indicator.") var indicator: IndicatorKind
  @OptionGroup var options: ReportOptions

  var connection: ConnectionOptions { options.connection }

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.explainIndicator(
      .with {
        $0.parent = options.parent
        $0.indicator = indicator.rawValue
        $0.asOf = options.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}

extension Record {
  /// A loan in arrears with what its case asks for next.
  init(report found: Bergulir_V1_Case) {
    self = Record(arrears: found).appending(
      Record(["next_action": .code(found.actionsDue.first ?? "", CaseAction.self)]))
  }

  /// An indicator of a month-end, each with the same fields.
  init(_ indicator: Bergulir_V1_Indicator, of sheet: Bergulir_V1_IndicatorSheet) {
    self.init([
      "month": .filled(String(sheet.flowsAsOf.prefix(7))),
      "indicator": .filled(indicator.indicator), "numerator": .amount(indicator.numerator),
      "denominator": .amount(indicator.denominator),
      "percent": .filledPercent(indicator.percent),
      "annualised": .filledPercent(indicator.annualised),
      "category": .code(indicator.category, PerformanceCategory.self),
    ])
  }
}
