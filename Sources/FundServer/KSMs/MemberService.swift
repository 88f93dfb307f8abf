internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Who belongs to which group.
struct MemberService: Bergulir_V1_MemberService.SimpleServiceProtocol {
  let desk: Desk

  func addMember(
    request: Bergulir_V1_AddMemberRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AddMemberResponse {
    let upk = Call.current.upk.id
    let ksm = KSMID(upk, try Field("parent", request.parent).ksm().number)
    let person = try Field("person", request.person).person()
    let done = try await desk.perform(request.write) {
      AddMember(ksm: ksm, person: person, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func endMembership(
    request: Bergulir_V1_EndMembershipRequest, context: ServerContext
  ) async throws -> Bergulir_V1_EndMembershipResponse {
    let upk = Call.current.upk.id
    let member = try Field("name", request.name).member()
    let done = try await desk.perform(request.write) {
      EndMembership(ksm: KSMID(upk, member.ksm.number), member: member.number, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  /// The members of a day, with their names.
  func listMembers(
    request: Bergulir_V1_ListMembersRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListMembersResponse {
    let name = try Field("parent", request.parent).ksm()
    let day = try Call.current.day(request.asOf)
    let ksm = try await desk.ksm(name)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let (members, next) = page.page(ofAll: ksm.activeMembers(on: day), by: \.number)
    let names = try await desk.store.persons(members.map(\.person))
      .reduce(into: [:]) { $0[$1.0.id] = $1.1.name }
    return try .with { response in
      response.members = try members.map { member in
        guard let fullName = names[member.person] else {
          throw StoreError.corrupted("member \(member.number) of KSM \(name.number) is nobody")
        }
        return Bergulir_V1_Member(member, of: ksm.id, in: name.upk, fullName: fullName)
      }
      response.nextPageToken = next
    }
  }
}
