import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct PeriodCloseYear: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "close-year", abstract: "Close a year: its result goes over into 31040.",
    discussion: """
      Example:
        bergulir period close-year 2017 --upk malabutor --on 2018-01-05

      After its December, in order from the first year. What was frozen of the months stays as it \
      is; the voucher of the close is no income and no cost.
      """)

  @Argument(help: "The year.") var year: Int32
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.periods.closeYear(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.year = year
      }, metadata: session.metadata, options: session.options)
    let code = upk.name.upk?.description ?? ""
    return .change(
      response.receipt,
      [
        "income": .amount(response.income), "cost": .amount(response.cost),
        "profit": .amount(response.profit),
      ], next: "bergulir period years --upk \(code)")
  }
}

struct PeriodYears: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "years", abstract: "List the closed years with their results.",
    discussion: "Example:\n  bergulir period years --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let years = try await session.periods.listYears(
      .with { $0.parent = upk.name.description },
      metadata: session.metadata, options: session.options
    ).years
    return .listing(Listing(years.map { Record($0) }, shape: Record(Bergulir_V1_Year())))
  }
}

extension Record {
  /// A closed year.
  init(_ year: Bergulir_V1_Year) {
    self.init([
      "year": .count(Int64(year.year)), "closed_on": .filled(year.closedOn),
      "income": .amount(year.income), "cost": .amount(year.cost),
      "profit": .amount(year.profit),
    ])
  }
}
