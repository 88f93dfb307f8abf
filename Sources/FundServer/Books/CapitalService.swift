internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The fund's capital.
struct CapitalService: Bergulir_V1_CapitalService.SimpleServiceProtocol {
  let desk: Desk

  func receiveCapital(
    request: Bergulir_V1_ReceiveCapitalRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ReceiveCapitalResponse {
    _ = try Field("parent", request.parent).upk()
    let upk = Call.current.upk.id
    let source = try Field("source", request.source).choice(CapitalSource.self)
    let reference = try Field("reference", request.reference).optionalLine()
    let done = try await desk.perform(request.write) {
      ReceiveCapital(
        upk: upk, source: source, amount: Rupiah(request.amount), reference: reference, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func getCapital(
    request: Bergulir_V1_GetCapitalRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Capital {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let movements = try await desk.store.movements(upk.id, upTo: day)
    let sheet = CapitalSheet(TrialBalance(asOf: day, movements: movements))
    return Bergulir_V1_Capital(sheet, of: upk.code)
  }
}
