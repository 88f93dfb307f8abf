import ArgumentParser
import FundAPI
import SwiftProtobuf

struct ReportIncomeStatement: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "income-statement",
    abstract: "Show income and cost of the month and of the year so far.",
    discussion: """
      Example:
        bergulir report income-statement --upk malabutor --as-of 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var options: ReportOptions

  var connection: ConnectionOptions { options.connection }

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.getIncomeStatement(
      .with {
        $0.parent = options.parent
        $0.asOf = options.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}

struct ReportCashFlow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "cash-flow", abstract: "Show where money came from and went to.",
    discussion: """
      Example:
        bergulir report cash-flow --upk malabutor --as-of 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var options: ReportOptions

  var connection: ConnectionOptions { options.connection }

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.getCashFlow(
      .with {
        $0.parent = options.parent
        $0.asOf = options.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}

struct ReportEquityChanges: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "equity-changes", abstract: "Show how the fund's own money changed in the year.",
    discussion: """
      Example:
        bergulir report equity-changes --upk malabutor --as-of 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var options: ReportOptions

  var connection: ConnectionOptions { options.connection }

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.getEquityChanges(
      .with {
        $0.parent = options.parent
        $0.asOf = options.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}

struct ReportTrialBalance: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-balance", abstract: "Show every account through the month.",
    discussion: """
      Example:
        bergulir report trial-balance --upk malabutor --as-of 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var options: ReportOptions

  var connection: ConnectionOptions { options.connection }

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.getTrialBalance(
      .with {
        $0.parent = options.parent
        $0.asOf = options.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}
