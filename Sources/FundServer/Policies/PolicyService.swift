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

  func acknowledgePolicy(
    request: Bergulir_V1_AcknowledgePolicyRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AcknowledgePolicyResponse {
    let upk = Call.current.upk.id
    let version = try Field("name", request.name).policy().number
    let done = try await desk.perform(request.write) {
      AcknowledgePolicy(upk: upk, version: version, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listAcknowledgements(
    request: Bergulir_V1_ListAcknowledgementsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListAcknowledgementsResponse {
    let upk = Call.current.upk
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    func key(_ row: PolicyAcknowledgement) -> String { "\(row.version)/\(row.person.value)" }
    var known = try await desk.store.acknowledgements(upk.id)[...]
    if let after = page.after { known = known.drop { key($0) != after }.dropFirst() }
    let (rows, next) = page.page(Array(known), key: key)
    return .with {
      $0.acknowledgements = rows.map { Bergulir_V1_PolicyAcknowledgement($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}

extension PolicyService {
  func setPolicyBounds(
    request: Bergulir_V1_SetPolicyBoundsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SetPolicyBoundsResponse {
    guard request.hasBounds else { throw Fault.fieldMissing("bounds") }
    let bounds = try request.bounds.bounds()
    let done = try await desk.perform(request.write) { SetPolicyBounds(bounds: bounds, day: $0) }
    return .with { $0.receipt = done.receipt }
  }

  func getPolicyBounds(
    request: Bergulir_V1_GetPolicyBoundsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_PolicyBounds {
    let day = try Call.current.day(request.asOf)
    return Bergulir_V1_PolicyBounds(try await desk.store.policyBounds().inForce(on: day))
  }

  func listPolicyBounds(
    request: Bergulir_V1_ListPolicyBoundsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListPolicyBoundsResponse {
    let page = try request.page.request(filter: [context.descriptor.fullyQualifiedMethod])
    let (bounds, next) = page.page(ofAll: try await desk.store.policyBounds(), by: \.version)
    return .with {
      $0.bounds = bounds.map(Bergulir_V1_PolicyBounds.init)
      $0.nextPageToken = next
    }
  }
}
