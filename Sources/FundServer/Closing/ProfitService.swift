internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What becomes of closed years' profits.
struct ProfitService: Bergulir_V1_ProfitService.SimpleServiceProtocol {
  let desk: Desk

  func allocateProfit(
    request: Bergulir_V1_AllocateProfitRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AllocateProfitResponse {
    let upk = Call.current.upk.id
    let year = try Field("name", request.name).year()
    let shares = try request.parts.shares()
    let minutes = try Field("minutes", request.minutes).line()
    let done = try await desk.perform(request.write) {
      AllocateProfit(upk: upk, year: year, shares: shares, minutes: minutes, day: $0)
    }
    var response = Bergulir_V1_AllocateProfitResponse()
    response.receipt = done.receipt
    response.amount = try done.number("amount")
    return response
  }

  func listAllocations(
    request: Bergulir_V1_ListAllocationsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListAllocationsResponse {
    let upk = Call.current.upk
    let found = try await desk.store.allocations(upk.id)
    return .with {
      $0.allocations = found.map { Bergulir_V1_Allocation($0, in: upk.code) }
    }
  }

  func paySupervisors(
    request: Bergulir_V1_PaySupervisorsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_PaySupervisorsResponse {
    let upk = Call.current.upk.id
    let supervisor = try Field("supervisor", request.supervisor).person()
    let account = AccountCode(chosen: request.account, or: .cash)
    let reference = try Field("reference", request.reference).optionalLine()
    let done = try await desk.perform(request.write) {
      PaySupervisors(
        upk: upk, supervisor: supervisor, amount: Rupiah(request.amount), account: account,
        reference: reference, day: $0)
    }
    var response = Bergulir_V1_PaySupervisorsResponse()
    response.receipt = done.receipt
    response.balance = try done.number("balance")
    return response
  }
}
