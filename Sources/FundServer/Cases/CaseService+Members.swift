internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

extension CaseService {
  /// Members whose own share is late, with their names.
  func listMemberArrears(
    request: Bergulir_V1_ListMemberArrearsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListMemberArrearsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    // The list is in the order of the loans, so a row's key is its place.
    let all = try await desk.store.memberArrears(upk.id, asOf: day).enumerated()
      .map { (Int64($0 + 1), $1) }
    let (rows, next) = page.page(ofAll: all, by: \.0)
    let shown = rows.map(\.1)
    let names = try await desk.memberNames(of: shown.map(\.ksm), asOf: day)
    return try .with { response in
      response.members = try shown.map { found in
        guard let name = names[found.ksm]?[found.member] else {
          throw StoreError.corrupted("member \(found.member) of \(found.ksm) is nobody")
        }
        return Bergulir_V1_MemberArrears(found, in: upk.code, fullName: name)
      }
      response.nextPageToken = next
    }
  }
}

extension Desk {
  /// The names of all who are or were members of groups, by their numbers.
  ///
  /// - Throws: `StoreError`.
  fileprivate func memberNames(
    of ksms: [KSMID], asOf day: Day
  ) async throws -> [KSMID: [Int64: String]] {
    let groups = try await store.facts(asOf: day) { $0.ksms.formUnion(ksms) }.ksms
    let names = try await store.persons(Set(groups.values.flatMap { $0.members.map(\.person) }))
      .reduce(into: [:]) { $0[$1.0.id] = $1.1.name }
    return groups.mapValues { group in
      group.members.reduce(into: [:]) { $0[$1.number] = names[$1.person] }
    }
  }
}
