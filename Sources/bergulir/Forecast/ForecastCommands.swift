import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir forecast …`.
struct ForecastNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "What there will be to lend, and whether the fund works.",
    discussion: """
      Examples:
        bergulir forecast show --upk malabutor --months 3
        bergulir forecast referrals --upk malabutor
      """,
    subcommands: [ForecastShow.self, ForecastReferrals.self])
}

struct ForecastShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show expected installments by month, alerts and incentives.",
    discussion: """
      Examples:
        bergulir forecast show --upk malabutor
        bergulir forecast show --upk malabutor --months 6 --as-of 2017-12-31 -o json

      Installments of loans in class 3 to 5 are not counted on, nor is what is overdue. Promised \
      is what approvals reserve until it is paid out. Cash is called idle when, at the end of \
      every day since the third month-end before, more than a quarter of the capital could have \
      been lent; the amount is the least of those days, and since is the first day from which on \
      there was no break.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "How many months, 1 to 12.") var months: Int32 = 3
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let forecast = try await session.forecasts.getForecast(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
        $0.months = months
      }, metadata: session.metadata, options: session.options)
    return .item(Record(forecast))
  }
}

struct ForecastReferrals: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "referrals", abstract: "List members to recommend to a formal lender.",
    discussion: """
      Example:
        bergulir forecast referrals --upk malabutor

      A member has graduated at the ceiling of a later loan, or after four loans.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (referrals, next) = try await page.gather { page in
      let response = try await session.forecasts.listReferrals(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.referrals, response.nextPageToken)
    }
    return .listing(
      Listing(
        referrals.map { Record($0) }, shape: Record(Bergulir_V1_Referral()), nextPageToken: next))
  }
}

extension Record {
  /// A forecast with its months, alerts and the room for incentives.
  init(_ forecast: Bergulir_V1_Forecast) {
    self.init([
      "name": .filled(forecast.name), "as_of": .filled(forecast.asOf),
      "cash": .amount(forecast.cash), "bank": .amount(forecast.bank),
      "reserved": .amount(forecast.reserved), "available": .amount(forecast.available),
      "overdue": .amount(forecast.overdue), "overdue_at_risk": .amount(forecast.overdueAtRisk),
      "months": .records(forecast.months.map { Record($0) }),
      "alerts": .records(forecast.alerts.map { Record($0) }),
      "incentive": .record(Record(forecast.incentive)),
    ])
  }

  init(_ referral: Bergulir_V1_Referral) {
    self.init([
      "name": .filled(referral.name), "loans": .count(Int64(referral.loans)),
      "largest_share": .amount(referral.largestShare), "worst": .count(Int64(referral.worst)),
    ])
  }

  private init(_ month: Bergulir_V1_ForecastMonth) {
    self.init([
      "month": .filled(month.month), "principal": .amount(month.principal),
      "service_charge": .amount(month.serviceCharge), "at_risk": .amount(month.atRisk),
      "available": .amount(month.available),
    ])
  }

  private init(_ alert: Bergulir_V1_FundAlert) {
    self.init([
      "alert": .code(alert.alert, FundAlert.Kind.self), "since": .filled(alert.since),
      "amount": alert.amount == 0 ? .absent : .amount(alert.amount),
    ])
  }

  private init(_ room: Bergulir_V1_IncentiveRoom) {
    self.init([
      "income": .amount(room.income), "cost": .amount(room.cost), "risk": .amount(room.risk),
      "under_cost_coverage": .amount(room.underCostCoverage),
      "under_operating_limit": .amount(room.underOperatingLimit),
      "affordable": .amount(room.affordable),
    ])
  }
}
