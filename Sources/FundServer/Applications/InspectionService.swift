internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What was found at the members' homes.
struct InspectionService: Bergulir_V1_InspectionService.SimpleServiceProtocol {
  let desk: Desk

  func recordInspection(
    request: Bergulir_V1_RecordInspectionRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordInspectionResponse {
    let number = try Field("name", request.name).application().number
    let application = ApplicationID(Call.current.upk.id, number)
    let witness = try Field("witness", request.witness).person()
    let note = try Field("note", request.note).lines()
    let done = try await desk.perform(request.write) {
      RecordInspection(
        application: application, witness: witness,
        recommended: request.recommended.map(\.share),
        appraisals: request.appraisals.map(\.appraisal), note: note, day: $0)
    }
    let state = try done.text("state")
    let recommended = try done.number("recommended")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
      $0.recommended = recommended
    }
  }
}
