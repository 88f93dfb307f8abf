internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Whose it is what was received without a name.
extension SuspenseService {
  func assignSuspense(
    request: Bergulir_V1_AssignSuspenseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AssignSuspenseResponse {
    let upk = Call.current.upk
    let ksm = KSMID(upk.id, try Field("name", request.name).ksm().number)
    let reason = try Field("reason", request.reason).line()
    let done = try await desk.perform(request.write) {
      AssignSuspense(ksm: ksm, amount: Rupiah(request.amount), reason: reason, day: $0)
    }
    var response = Bergulir_V1_AssignSuspenseResponse()
    response.receipt = done.receipt
    // A dry run draws no number: the one it saw may be another assignment's tomorrow.
    if !done.recorded.isDryRun {
      response.number = try done.number("assignment")
      response.assignment =
        ResourceName.suspenseAssignment(upk.code, response.number).description
    }
    response.balance = try done.number("balance")
    response.unnamed = try done.number("unnamed")
    return response
  }

  func unassignSuspense(
    request: Bergulir_V1_UnassignSuspenseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_UnassignSuspenseResponse {
    let upk = Call.current.upk.id
    let number = request.number
    let reason = try Field("reason", request.reason).line()
    let facts = try await desk.store.facts(asOf: Call.current.today) {
      $0.unnamedSuspenseOf.insert(upk)
    }
    guard
      let ksm = facts.suspenseAssignments[upk]?.first(where: { $0.number == number })?.ksm
    else { throw Refusal(.notFound(.suspenseAssignment, name: "\(number)")) }
    let done = try await desk.perform(request.write) {
      UnassignSuspense(upk: upk, number: number, ksm: ksm, reason: reason, day: $0)
    }
    var response = Bergulir_V1_UnassignSuspenseResponse()
    response.receipt = done.receipt
    response.balance = try done.number("balance")
    response.unnamed = try done.number("unnamed")
    return response
  }

  func listSuspenseAssignments(
    request: Bergulir_V1_ListSuspenseAssignmentsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListSuspenseAssignmentsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let found = try await desk.store.suspenseAssignments(
      upk.id, asOf: day, after: page.afterNumber, limit: page.limit)
    let (shown, next) = page.page(found) { "\($0.number)" }
    return .with {
      $0.assignments = shown.map { Bergulir_V1_SuspenseAssignment($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
