import ArgumentParser
import FundAPI

/// Whose report it is: of a UPK, or of every UPK of an area.
struct PlaceOptions: ParsableArguments {
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument?
  @Flag(help: "Every UPK of the province.") var province = false
  @Option(
    name: [.customLong("area"), .customLong("region")], help: "The UPK of a region, such as 92.71.",
    transform: RegionArgument.read)
  var region: RegionArgument?

  func validate() throws {
    guard [upk != nil, province, region != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(OptionMistake.oneOfUPKAndArea)
    }
  }

  /// The area as requests name it.
  var area: String { region.map { "regions/\($0.code)" } ?? "province" }
}
