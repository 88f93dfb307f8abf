internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Who is close to which group.
struct RelationshipService: Bergulir_V1_RelationshipService.SimpleServiceProtocol {
  let desk: Desk

  func declareRelationship(
    request: Bergulir_V1_DeclareRelationshipRequest, context: ServerContext
  ) async throws -> Bergulir_V1_DeclareRelationshipResponse {
    let ksm = KSMID(Call.current.upk.id, try Field("parent", request.parent).ksm().number)
    let person = try Field("person", request.person).person()
    let kind = try Field("kind", request.kind).choice(RelationshipKind.self)
    let note = try Field("note", request.note).lines()
    let done = try await desk.perform(request.write) {
      DeclareRelationship(ksm: ksm, person: person, relationship: kind, note: note, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func endRelationship(
    request: Bergulir_V1_EndRelationshipRequest, context: ServerContext
  ) async throws -> Bergulir_V1_EndRelationshipResponse {
    let number = try Field("name", request.name).relationship().number
    let reason = try Field("reason", request.reason).lines()
    let known = try await desk.store.relationships(Call.current.upk.id)
    guard let ksm = known.first(where: { $0.number == number })?.ksm else {
      throw Refusal(.notFound(.relationship, name: "\(number)"))
    }
    let done = try await desk.perform(request.write) {
      EndRelationship(ksm: ksm, number: number, reason: reason, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listRelationships(
    request: Bergulir_V1_ListRelationshipsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListRelationshipsResponse {
    let upk = Call.current.upk
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let (relationships, next) = page.page(
      ofAll: try await desk.store.relationships(upk.id), by: \.number)
    return .with {
      $0.relationships = relationships.map { Bergulir_V1_Relationship($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
