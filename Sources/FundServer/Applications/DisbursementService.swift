internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The pay-out.
struct DisbursementService: Bergulir_V1_DisbursementService.SimpleServiceProtocol {
  let desk: Desk

  func disburse(
    request: Bergulir_V1_DisburseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_DisburseResponse {
    let number = try Field("name", request.name).application().number
    let application = ApplicationID(Call.current.upk.id, number)
    let account = AccountCode(chosen: request.account, or: .bank)
    let done = try await desk.perform(request.write) {
      Disburse(application: application, account: account, day: $0)
    }
    let principal = try done.number("principal")
    return .with {
      $0.receipt = done.receipt
      $0.principal = principal
    }
  }
}
