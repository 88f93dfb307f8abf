internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// A board's charter, as it binds one UPK.
struct CharterService: Bergulir_V1_CharterService.SimpleServiceProtocol {
  let desk: Desk

  func setCharter(
    request: Bergulir_V1_SetCharterRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SetCharterResponse {
    guard request.hasCharter else { throw Fault.fieldMissing("charter") }
    let charter = try request.charter.charter(of: Call.current.upk.id)
    let done = try await desk.perform(request.write) { SetCharter(charter: charter, day: $0) }
    return .with { $0.receipt = done.receipt }
  }

  func getCharter(
    request: Bergulir_V1_GetCharterRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Charter {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    guard let charter = try await desk.store.charters(upk.id).inForce(on: day) else {
      throw Refusal(.noCharterInForce(on: day))
    }
    return Bergulir_V1_Charter(charter, in: upk.code)
  }

  func listCharters(
    request: Bergulir_V1_ListChartersRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListChartersResponse {
    let upk = Call.current.upk
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let (charters, next) = page.page(ofAll: try await desk.store.charters(upk.id), by: \.version)
    return .with {
      $0.charters = charters.map { Bergulir_V1_Charter($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
