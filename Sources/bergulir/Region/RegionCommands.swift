import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir region …`.
struct RegionNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "region", abstract: "Provinces, cities, subdistricts and wards.",
    discussion: """
      Example:
        bergulir region register 92.71 --name "Kota Sorong"
      """,
    subcommands: [RegionRegister.self, RegionList.self])
}

struct RegionRegister: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Register a region; the one around it comes first.",
    discussion: """
      Example:
        bergulir region register 92.71 --name "Kota Sorong" --on 2015-01-05
      """)

  @Argument(help: "The Kemendagri code: 92, 92.71, 92.71.03 or 92.71.03.1004.") var code: String
  @Option(help: "The region's name.") var name: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.regions.registerRegion(
      .with {
        $0.write = write.wire
        $0.code = code
        $0.displayName = name
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt, next: "bergulir region list")
  }
}

struct RegionList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the regions by code.",
    discussion: "Example:\n  bergulir region list --all -o csv")

  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (regions, next) = try await page.gather { page in
      let response = try await session.regions.listRegions(
        .with { $0.page = page }, metadata: session.metadata, options: session.options)
      return (response.regions, response.nextPageToken)
    }
    return .listing(
      Listing(regions.map(Record.init), shape: Record(Bergulir_V1_Region()), nextPageToken: next))
  }
}

extension Record {
  /// A region as it is shown.
  init(_ region: Bergulir_V1_Region) {
    self.init([
      "name": .filled(region.name), "code": .filled(region.code),
      "display_name": .filled(region.displayName), "level": .code(region.level, RegionLevel.self),
    ])
  }
}
