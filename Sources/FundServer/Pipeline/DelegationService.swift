internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Signatures that are left to others for a time.
struct DelegationService: Bergulir_V1_DelegationService.SimpleServiceProtocol {
  let desk: Desk

  func delegateRole(
    request: Bergulir_V1_DelegateRoleRequest, context: ServerContext
  ) async throws -> Bergulir_V1_DelegateRoleResponse {
    let upk = Call.current.upk.id
    let role = try Field("role", request.role).choice(Role.self)
    let delegate = try Field("delegate", request.delegate).person()
    let from = try Field("from", request.from).day()
    let until = try Field("until", request.until).day()
    let reason = try Field("reason", request.reason).lines()
    let done = try await desk.perform(request.write) {
      DelegateRole(
        upk: upk, role: role, delegate: delegate, from: from, until: until, reason: reason,
        day: $0)
    }
    return .with {
      $0.receipt = done.receipt
      $0.alsoSigns = done.names("also_signs")
    }
  }

  func revokeDelegation(
    request: Bergulir_V1_RevokeDelegationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RevokeDelegationResponse {
    let upk = Call.current.upk.id
    let number = try Field("name", request.name).delegation().number
    let reason = try Field("reason", request.reason).lines()
    let done = try await desk.perform(request.write) {
      RevokeDelegation(upk: upk, number: number, reason: reason, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listDelegations(
    request: Bergulir_V1_ListDelegationsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListDelegationsResponse {
    let upk = Call.current.upk
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let (delegations, next) = page.page(
      ofAll: try await desk.store.delegations([upk.id]), by: \.number)
    return .with {
      $0.delegations = delegations.map { Bergulir_V1_Delegation($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
