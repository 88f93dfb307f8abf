internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The register of assets.
struct AssetService: Bergulir_V1_AssetService.SimpleServiceProtocol {
  let desk: Desk

  func registerAsset(
    request: Bergulir_V1_RegisterAssetRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RegisterAssetResponse {
    let upk = Call.current.upk.id
    let name = try Field("display_name", request.displayName).line()
    let boughtOn = try Field("bought_on", request.boughtOn).day()
    let voucher = try Field("voucher", request.voucher).voucher()
    let done = try await desk.perform(request.write) {
      RegisterAsset(
        upk: upk, name: name, cost: Rupiah(request.cost), boughtOn: boughtOn,
        life: Int(request.life), voucher: voucher, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func depreciateAssets(
    request: Bergulir_V1_DepreciateAssetsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_DepreciateAssetsResponse {
    let upk = Call.current.upk.id
    let month = try Field("month", request.month).month()
    let done = try await desk.perform(request.write) { _ in
      DepreciateAssets(upk: upk, month: month)
    }
    var response = Bergulir_V1_DepreciateAssetsResponse()
    response.receipt = done.receipt
    response.assets = Int32(clamping: try done.number("assets"))
    response.amount = try done.number("amount")
    return response
  }

  func listAssets(
    request: Bergulir_V1_ListAssetsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListAssetsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let known = try await desk.store.assets(upk.id).filter { $0.registeredOn <= day }
    let (assets, next) = page.page(ofAll: known, by: \.number)
    return .with {
      $0.assets = assets.map { Bergulir_V1_Asset($0, asOf: day, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
