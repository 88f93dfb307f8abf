internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The administrative map.
struct RegionService: Bergulir_V1_RegionService.SimpleServiceProtocol {
  let desk: Desk

  func registerRegion(
    request: Bergulir_V1_RegisterRegionRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RegisterRegionResponse {
    let region = Region(
      code: try Field("code", request.code).regionCode(),
      name: try Field("display_name", request.displayName).line())
    let done = try await desk.perform(request.write) { RegisterRegion(region: region, day: $0) }
    return .with { $0.receipt = done.receipt }
  }

  func listRegions(
    request: Bergulir_V1_ListRegionsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListRegionsResponse {
    let page = try request.page.request(filter: [context.descriptor.fullyQualifiedMethod])
    let found = try await desk.store.regions(
      after: page.after.flatMap { RegionCode($0) }, limit: page.limit)
    let (regions, next) = page.page(found) { $0.code.description }
    return .with {
      $0.regions = regions.map(Bergulir_V1_Region.init)
      $0.nextPageToken = next
    }
  }
}
