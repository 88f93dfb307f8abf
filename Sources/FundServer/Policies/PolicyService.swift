internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// A board's lending rules.
struct PolicyService: Bergulir_V1_PolicyService.SimpleServiceProtocol {
  let desk: Desk

  func setPolicy(
    request: Bergulir_V1_SetPolicyRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SetPolicyResponse {
    guard request.hasPolicy else { throw Fault.fieldMissing("policy") }
    let policy = try request.policy.policy(of: Call.current.upk.id)
    let done = try await desk.perform(request.write) { SetPolicy(policy: policy, day: $0) }
    return .with { $0.receipt = done.receipt }
  }

  func getPolicy(
    request: Bergulir_V1_GetPolicyRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Policy {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    guard let policy = try await desk.store.policies(upk.id).inForce(on: day) else {
      throw Refusal(.noPolicyInForce(on: day))
    }
    return Bergulir_V1_Policy(policy, in: upk.code)
  }

  func listPolicies(
    request: Bergulir_V1_ListPoliciesRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListPoliciesResponse {
    let upk = Call.current.upk
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let (policies, next) = page.page(ofAll: try await desk.store.policies(upk.id), by: \.version)
    return .with {
      $0.policies = policies.map { Bergulir_V1_Policy($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
