import ArgumentParser
import FundAPI
import SwiftProtobuf

struct ReportLPP: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "lpp", abstract: "Show what was due, paid and left of loans (LPP-UPK).",
    discussion: """
      Examples:
        bergulir report lpp --upk malabutor --as-of 2017-12-31
        bergulir report lpp --area 92.71 --as-of 2017-12-31
        bergulir report lpp --province --as-of 2017-12-31 -o csv

      Of a UPK every loan has a line, and those that had ended before the month share one; of an \
      area every UPK has one, and each region its sum. JSON and CSV have every column of the \
      programme's form, the table the ones that fit.
      """)

  static var patience: Duration { .seconds(300) }

  @OptionGroup var place: PlaceOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    guard let upk = place.upk else { return .listing(Listing(try await ofArea(session))) }
    let report = try await session.reports.getLoanProgress(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }

  private func ofArea(_ session: Session) async throws -> Bergulir_V1_Report {
    try await session.reports.getAreaLoanProgress(
      .with {
        $0.parent = place.area
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
  }
}

struct ReportReserve: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "reserve", abstract: "Show the reserve for loan risk month by month.",
    discussion: """
      Example:
        bergulir report reserve --upk malabutor --as-of 2017-12-31

      The difference is the entry that a month asks for; beside the scheme in force stands what \
      the programme's default one would ask.
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var options: ReportOptions

  var connection: ConnectionOptions { options.connection }

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.getReserve(
      .with {
        $0.parent = options.parent
        $0.asOf = options.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}

struct ReportPipeline: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline", abstract: "List applications with the days of every stage.",
    discussion: """
      Example:
        bergulir report pipeline --upk malabutor --as-of 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var options: ReportOptions

  var connection: ConnectionOptions { options.connection }

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.getPipeline(
      .with {
        $0.parent = options.parent
        $0.asOf = options.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}

struct ReportQuickStatus: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "quick-status", abstract: "Show a UPK on one page.",
    discussion: """
      Example:
        bergulir report quick-status --upk malabutor --as-of 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var options: ReportOptions

  var connection: ConnectionOptions { options.connection }

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.getQuickStatus(
      .with {
        $0.parent = options.parent
        $0.asOf = options.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}

struct ReportDataQuality: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "data-quality",
    abstract: "Show what the books must agree on, and whether they do.",
    discussion: """
      Example:
        bergulir report data-quality --upk malabutor --as-of 2017-12-31

      It reads what the reports read, as of the day.
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var options: ReportOptions

  var connection: ConnectionOptions { options.connection }

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.getDataQuality(
      .with {
        $0.parent = options.parent
        $0.asOf = options.asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}

struct ReportLoanCard: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "loan-card", abstract: "Show a loan line by line: due, paid and left.",
    discussion: "Example:\n  bergulir report loan-card malabutor/1 --as-of 2017-12-31")

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.reports.getLoanCard(
      .with {
        $0.name = loan.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(Listing(report))
  }
}
