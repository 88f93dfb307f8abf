internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Borrowers' groups.
struct KSMService: Bergulir_V1_KSMService.SimpleServiceProtocol {
  let desk: Desk

  func registerKSM(
    request: Bergulir_V1_RegisterKSMRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RegisterKSMResponse {
    let upk = Call.current.upk.id
    let name = try Field("display_name", request.displayName).line()
    let formedOn = try Field("formed_on", request.formedOn).day()
    let done = try await desk.perform(request.write) {
      RegisterKSM(upk: upk, name: name, formedOn: formedOn, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func getKSM(
    request: Bergulir_V1_GetKSMRequest, context: ServerContext
  ) async throws -> Bergulir_V1_KSM {
    let name = try Field("name", request.name).ksm()
    let day = try Call.current.day(request.asOf)
    let ksm = try await desk.ksm(name)
    return Bergulir_V1_KSM(ksm, in: name.upk, asOf: day)
  }

  func listKSMs(
    request: Bergulir_V1_ListKSMsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListKSMsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let found = try await desk.store.ksms(
      upk.id, asOf: day, after: page.afterNumber, limit: page.limit)
    let (ksms, next) = page.page(found) { "\($0.id.number)" }
    return .with {
      $0.ksms = ksms.map { Bergulir_V1_KSM($0, in: upk.code, asOf: day) }
      $0.nextPageToken = next
    }
  }
}

extension Desk {
  /// The group of a name in the UPK of the call.
  ///
  /// - Throws: `Refusal` of a group that is not there, `StoreError`.
  func ksm(_ name: NumberedName) async throws -> KSM {
    guard let ksm = try await store.ksm(KSMID(Call.current.upk.id, name.number)) else {
      throw Refusal(.notFound(.ksm, name: "\(name.number)"))
    }
    return ksm
  }
}
