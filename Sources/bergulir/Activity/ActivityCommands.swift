import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir activity …`.
struct ActivityNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activity", abstract: "Growth, who did what, and what nobody did.",
    discussion: "Example:\n  bergulir activity neglected --upk malabutor --days 30",
    subcommands: [ActivityTrend.self, ActivityList.self, ActivityNeglected.self])
}

struct ActivityTrend: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "Show active borrowers and the share of class 5 by month.",
    discussion: """
      Example:
        bergulir activity trend --region 92.71.03.1004 --from 2017-01 --to 2017-12

      A line for each kelurahan and month-end, of a kelurahan or of a kecamatan.
      """)

  static var patience: Duration { .seconds(120) }

  @Option(help: "A kelurahan or a kecamatan, such as 92.71.03.", transform: RegionArgument.read)
  var region: RegionArgument
  @Option(help: "The first month, YYYY-MM.", transform: MonthArgument.read) var from: MonthArgument
  @Option(help: "The last month, YYYY-MM.", transform: MonthArgument.read) var to: MonthArgument
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard from.month <= to.month else {
      throw ValidationError(OptionMistake.spanReversed)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let points = try await session.activities.getTrend(
      .with {
        $0.parent = "regions/\(region.code)"
        $0.from = from.month.description
        $0.until = to.month.description
      }, metadata: session.metadata, options: session.options
    ).points
    return .listing(
      Listing(points.map { Record($0) }, shape: Record(Bergulir_V1_TrendPoint())))
  }
}

struct ActivityList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show how often each person did what.",
    discussion: """
      Example:
        bergulir activity list --upk malabutor --from 2017-01-01 --to 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The first day, YYYY-MM-DD.", transform: DayArgument.read) var from: DayArgument
  @Option(help: "The last day, at most a year later.", transform: DayArgument.read)
  var to: DayArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard from.day <= to.day else {
      throw ValidationError(OptionMistake.spanReversed)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let (activities, next) = try await page.gather { page in
      let response = try await session.activities.listActivity(
        .with {
          $0.parent = upk.name.description
          $0.from = from.day.description
          $0.until = to.day.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.activities, response.nextPageToken)
    }
    return .listing(
      Listing(
        activities.map { Record($0) }, shape: Record(Bergulir_V1_Activity()),
        nextPageToken: next))
  }
}

struct ActivityNeglected: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "neglected", abstract: "Show open cases in which nobody did anything lately.",
    discussion: """
      Example:
        bergulir activity neglected --upk malabutor --days 30

      The longest neglected come first. Beside them stand the days of the last twelve months after
      which cash above its limit was not at the bank by the end of the next.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "How many days without a step, 1 to 365.") var days: Int32 = 30
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    var cashKept: [String] = []
    let (cases, next) = try await page.gather { page in
      let response = try await session.activities.listNeglected(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.days = days
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      cashKept = response.cashKeptOn
      return (response.cases, response.nextPageToken)
    }
    return .listing(
      Listing(
        cases.map { Record($0) }, shape: Record(Bergulir_V1_NeglectedCase()),
        context: cashKept.isEmpty ? Record([:]) : Record(["cash_kept_on": .names(cashKept)]),
        nextPageToken: next))
  }
}

extension Record {
  init(_ point: Bergulir_V1_TrendPoint) {
    self.init([
      "region": .filled(point.region), "month": .filled(point.month),
      "upks_expected": .count(Int64(point.upks)),
      "borrowing_groups": .count(Int64(point.groups)),
      "borrowers": .count(Int64(point.borrowers)), "women": .count(Int64(point.women)),
      "outstanding": .amount(point.outstanding), "loss_balance": .amount(point.loss),
      "loss_percent": .filledPercent(point.lossPercent),
    ])
  }

  init(_ activity: Bergulir_V1_Activity) {
    self.init([
      "person": .filled(activity.person), "done": .filled(activity.deed),
      "count": .amount(activity.count), "first_on": .filled(activity.firstOn),
      "last_on": .filled(activity.lastOn),
    ])
  }

  init(_ found: Bergulir_V1_NeglectedCase) {
    self.init([
      "loan": .filled(found.loan), "days_idle": .count(Int64(found.daysIdle)),
      "opened_on": .filled(found.openedOn), "last_step_on": .filled(found.lastStepOn),
      "action": .code(found.lastAction, CaseAction.self),
      "days_late": .count(Int64(found.daysLate)), "overdue": .amount(found.overdue),
      "collectability": .count(Int64(found.collectability)),
    ])
  }
}
