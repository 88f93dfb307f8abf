import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir rollup …`.
struct RollupNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollup", abstract: "Many UPK together: sums, who is missing, rankings.",
    discussion: """
      Examples:
        bergulir rollup show --province --month 2017-10
        bergulir rollup show --region 92.71 --month 2017-10 --by ward
        bergulir rollup completeness --region 92.71 --month 2017-10 --missing
      """,
    subcommands: [
      RollupShow.self, RollupCompleteness.self, RollupLeague.self, RollupOutliers.self,
      RollupStatus.self,
    ])
}

/// Which UPK a command reads.
struct AreaOptions: ParsableArguments {
  @Flag(help: "Every UPK of the province.") var province = false
  @Option(
    name: [.long, .customLong("area")], help: "The UPK of a region, such as 92.71.",
    transform: RegionArgument.read)
  var region: RegionArgument?

  func validate() throws {
    guard province == (region == nil) else {
      throw ValidationError(OptionMistake.areaUnclear)
    }
  }

  var parent: String { region.map { "regions/\($0.code)" } ?? "province" }
}

/// Of which closed months a command reads.
struct RollupOptions: ParsableArguments {
  @OptionGroup var area: AreaOptions
  @Option(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @OptionGroup var asOf: AsOfOptions

  var parent: String { area.parent }
}

struct RollupShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an area and its parts, indicators as ratios of sums.",
    discussion: """
      Examples:
        bergulir rollup show --province --month 2017-10
        bergulir rollup show --region 92.71 --month 2017-10
        bergulir rollup show --region 92.71.03 --month 2017-10 --by upk -o csv

      The first line is the area itself, but for a page of single UPK that has not all of them. \
      Only UPK that closed the month are summed; the others are counted, and named beside the \
      list.
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var rollup: RollupOptions
  @Option(help: "By what to divide the area; default its next smaller parts.")
  var by: RollupLevel?
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    var first: Bergulir_V1_AreaRollup?
    let (parts, next) = try await page.gather { page in
      let response = try await session.rollups.getRollup(
        .with {
          $0.parent = rollup.parent
          $0.month = rollup.month.month.description
          $0.asOf = rollup.asOf.wire
          $0.by = by?.rawValue ?? ""
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      first = first ?? response
      return (response.parts, response.nextPageToken)
    }
    let area = first ?? Bergulir_V1_AreaRollup()
    return .listing(
      Listing(
        ((area.hasTotal ? [area.total] : []) + parts).map { Record($0) },
        shape: Record(Bergulir_V1_Rollup()),
        context: Record([
          "month": .filled(area.month), "as_of": .filled(area.asOf),
          "missing_upks": .names(area.missing),
        ]), nextPageToken: next))
  }
}

struct RollupCompleteness: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "completeness", abstract: "Show who closed a month, when, and who has not.",
    discussion: """
      Examples:
        bergulir rollup completeness --province --month 2017-10 --missing --all
        bergulir rollup completeness --region 92.71 --month 2017-10 \\
          --as-of 2017-11-10

      A month is closed in time up to the fifth of the next.
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var rollup: RollupOptions
  @Flag(help: "Only those that have not closed it.") var missing = false
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (reporting, next) = try await page.gather { page in
      let response = try await session.rollups.listReporting(
        .with {
          $0.parent = rollup.parent
          $0.month = rollup.month.month.description
          $0.asOf = rollup.asOf.wire
          $0.missingOnly = missing
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.reporting, response.nextPageToken)
    }
    return .listing(
      Listing(
        reporting.map { Record($0) }, shape: Record(Bergulir_V1_Reporting()), nextPageToken: next))
  }
}

struct RollupLeague: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "league", abstract: "Rank the parts of an area by an indicator, best first.",
    discussion: """
      Examples:
        bergulir rollup league --province --month 2017-10 --indicator PAR
        bergulir rollup league --region 92.71 --month 2017-10 --indicator RR \\
          --by ward

      Exact ratios are compared; equal ones share a place, and what is not rated comes last.
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var rollup: RollupOptions
  @Option(help: "By which indicator.") var indicator: IndicatorKind
  @Option(help: "What is ranked; default UPK.") var by: RollupLevel?
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    var missing: Int32 = 0
    let (rows, next) = try await page.gather { page in
      let response = try await session.rollups.listLeague(
        .with {
          $0.parent = rollup.parent
          $0.month = rollup.month.month.description
          $0.asOf = rollup.asOf.wire
          $0.indicator = indicator.rawValue
          $0.by = by?.rawValue ?? ""
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      missing = response.missing
      return (response.rows, response.nextPageToken)
    }
    return .listing(
      Listing(
        rows.map { Record($0, by: indicator) },
        shape: Record(Bergulir_V1_LeagueRow(), by: indicator),
        context: Record(["upks_missing": .count(Int64(missing))]), nextPageToken: next))
  }
}

struct RollupOutliers: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "outliers", abstract: "Show figures that somebody should look at.",
    discussion: """
      Examples:
        bergulir rollup outliers --province --month 2017-10
        bergulir rollup outliers --region 92.71 --month 2017-10 --by ward

      Either far from the middle of all (five points or more, and more than three times as far as \
      half of them), or ten points or more from the month before.
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var rollup: RollupOptions
  @Option(help: "What is compared; default UPK.") var by: RollupLevel?
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (outliers, next) = try await page.gather { page in
      let response = try await session.rollups.listOutliers(
        .with {
          $0.parent = rollup.parent
          $0.month = rollup.month.month.description
          $0.asOf = rollup.asOf.wire
          $0.by = by?.rawValue ?? ""
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.outliers, response.nextPageToken)
    }
    return .listing(
      Listing(
        outliers.map { Record($0) }, shape: Record(Bergulir_V1_Outlier()), nextPageToken: next))
  }
}

struct RollupStatus: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show an area on one page: counts, money and categories.",
    discussion: """
      Examples:
        bergulir rollup status --province --month 2017-10
        bergulir rollup status --region 92.71 --month 2017-10 -o json
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var rollup: RollupOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let status = try await session.rollups.getAreaStatus(
      .with {
        $0.parent = rollup.parent
        $0.month = rollup.month.month.description
        $0.asOf = rollup.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(status))
  }
}
