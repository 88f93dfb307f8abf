internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Community boards.
struct BKMService: Bergulir_V1_BKMService.SimpleServiceProtocol {
  let desk: Desk

  func registerBKM(
    request: Bergulir_V1_RegisterBKMRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RegisterBKMResponse {
    let bkm = BKM(
      code: try Field("code", request.code).code(),
      name: try Field("display_name", request.displayName).line(),
      region: try Field("region", request.region).regionCode())
    let done = try await desk.perform(request.write) { RegisterBKM(bkm: bkm, day: $0) }
    return .with { $0.receipt = done.receipt }
  }

  func listBKMs(
    request: Bergulir_V1_ListBKMsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListBKMsResponse {
    let page = try request.page.request(filter: [context.descriptor.fullyQualifiedMethod])
    let found = try await desk.store.bkms(
      after: page.after.flatMap { Code($0) }, limit: page.limit)
    let (bkms, next) = page.page(found) { $0.code.description }
    return .with {
      $0.bkms = bkms.map(Bergulir_V1_BKM.init)
      $0.nextPageToken = next
    }
  }
}
