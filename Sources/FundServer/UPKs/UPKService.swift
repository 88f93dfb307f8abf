internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Lending units.
struct UPKService: Bergulir_V1_UPKService.SimpleServiceProtocol {
  let desk: Desk

  func registerUPK(
    request: Bergulir_V1_RegisterUPKRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RegisterUPKResponse {
    let code = try Field("code", request.code).code()
    let name = try Field("display_name", request.displayName).line()
    let bkm = try Field("bkm", request.bkm).code()
    let region = try Field("region", request.region).regionCode()
    let since = try Field("operating_since", request.operatingSince).month()
    let done = try await desk.perform(request.write) {
      RegisterUPK(
        code: code, name: name, bkm: bkm, region: region, operatingSince: since,
        ranEarlierProgramme: request.ranEarlierProgramme, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func getUPK(
    request: Bergulir_V1_GetUPKRequest, context: ServerContext
  ) async throws -> Bergulir_V1_UPK {
    _ = try Field("name", request.name).upk()
    return Bergulir_V1_UPK(Call.current.upk)
  }

  func getRoster(
    request: Bergulir_V1_GetRosterRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Roster {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let roster = try await desk.store.roster(of: upk.id)
    let names = try await desk.fullNames(
      of: roster.officers(of: Set(Role.allCases), on: day).map(\.person))
    return Bergulir_V1_Roster(roster, names: names, of: upk.code, asOf: day)
  }

  func listUPKs(
    request: Bergulir_V1_ListUPKsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListUPKsResponse {
    let page = try request.page.request(filter: [context.descriptor.fullyQualifiedMethod])
    let found = try await desk.store.upks(
      in: nil, after: page.after.flatMap { Code($0) }, limit: page.limit)
    let (upks, next) = page.page(found) { $0.code.description }
    return .with {
      $0.upks = upks.map(Bergulir_V1_UPK.init)
      $0.nextPageToken = next
    }
  }
}
