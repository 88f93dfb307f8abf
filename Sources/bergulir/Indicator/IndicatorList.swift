import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct IndicatorList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show an area and its parts on any day, as ratios of sums.",
    discussion: """
      Examples:
        bergulir indicator list --province --as-of 2017-11-15
        bergulir indicator list --region 92.71 --as-of 2017-11-15 --by upk \\
          --all -o csv

      The first line is the area itself, but for a page of single UPK that has not all of them. \
      Every UPK that operates is in the sums, whether it closed its months or not; what closed \
      months say is in 'rollup show'. LAR, PAR and RR are of the day, CCr and ROI of the last \
      month-end.
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var area: AreaOptions
  @OptionGroup var asOf: AsOfOptions
  @Option(help: "By what to divide the area; default its next smaller parts.")
  var by: RollupLevel?
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    var first: Bergulir_V1_AreaIndicatorSheet?
    let (parts, next) = try await page.gather { page in
      let response = try await session.indicators.getAreaIndicators(
        .with {
          $0.parent = area.parent
          $0.asOf = asOf.wire
          $0.by = by?.rawValue ?? ""
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      first = first ?? response
      return (response.parts, response.nextPageToken)
    }
    let sheet = first ?? Bergulir_V1_AreaIndicatorSheet()
    return .listing(
      Listing(
        ((sheet.hasTotal ? [sheet.total] : []) + parts).map { Record($0) },
        shape: Record(Bergulir_V1_PlaceIndicators()),
        context: Record([
          "as_of": .filled(sheet.asOf), "flows_as_of": .filled(sheet.flowsAsOf),
        ]), nextPageToken: next))
  }
}

extension Record {
  fileprivate init(_ place: Bergulir_V1_PlaceIndicators) {
    let named = Record([
      "area": .filled(place.place), "area_name": .filled(place.title),
      "upks": .count(Int64(place.upks)),
    ])
    self = named.appending(Record(figures: place.indicators))
  }
}
