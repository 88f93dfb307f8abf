import ArgumentParser
import FundAPI
import SwiftProtobuf

struct ReportCollectability: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "collectability",
    abstract: "Show the balances by class 1 to 5 and the reserve that they need.",
    discussion: """
      Examples:
        bergulir report collectability --upk malabutor --as-of 2017-12-31
        bergulir report collectability --area 92.71 --as-of 2017-12-31
        bergulir report collectability --province --as-of 2017-12-31 -o csv

      Of an area every UPK has a line, and each region its sum; reserves are a UPK's own.
      """)

  static var patience: Duration { .seconds(300) }

  @OptionGroup var place: PlaceOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    guard let upk = place.upk else {
      let report = try await session.reports.getAreaCollectability(
        .with {
          $0.parent = place.area
          $0.asOf = asOf.wire
        }, metadata: session.metadata, options: session.options)
      return .listing(Listing(report))
    }
    return .listing(try await Listing(collectabilityOf: upk, asOf: asOf, session))
  }
}
