internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Accounts at the daemon.
struct PrincipalService: Bergulir_V1_PrincipalService.SimpleServiceProtocol {
  let desk: Desk

  func createPrincipal(
    request: Bergulir_V1_CreatePrincipalRequest, context: ServerContext
  ) async throws -> Bergulir_V1_CreatePrincipalResponse {
    let label = try Field("label", request.label).code()
    let person = try Field("person", request.person).person()
    let done = try await desk.perform(request.write) {
      CreatePrincipal(person: person, label: label, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listPrincipals(
    request: Bergulir_V1_ListPrincipalsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListPrincipalsResponse {
    let page = try request.page.request(filter: [context.descriptor.fullyQualifiedMethod])
    let found = try await desk.store.principals(
      after: page.after.flatMap { Code($0) }, limit: page.limit)
    let (principals, next) = page.page(found) { $0.label.description }
    return .with {
      $0.principals = principals.map(Bergulir_V1_Principal.init)
      $0.nextPageToken = next
    }
  }
}
