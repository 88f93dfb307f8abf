internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The signatures of a decision.
struct ApprovalService: Bergulir_V1_ApprovalService.SimpleServiceProtocol {
  let desk: Desk

  func signApproval(
    request: Bergulir_V1_SignApprovalRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SignApprovalResponse {
    let number = try Field("name", request.name).application().number
    let application = ApplicationID(Call.current.upk.id, number)
    let verdict = try Field("verdict", request.verdict).choice(Verdict.self)
    let note = try Field("note", request.note).lines()
    let done = try await desk.perform(request.write) {
      SignApproval(application: application, verdict: verdict, note: note, day: $0)
    }
    let state = try done.text("state")
    let step = try done.number("step")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
      $0.step = Int32(step)
    }
  }
}
