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
    let shortage = try Field("shortage", request.shortage).optionalChoice(FundsShortage.self)
    let done = try await desk.perform(request.write) {
      SignApproval(
        application: application, verdict: verdict, note: note, shortage: shortage ?? .refuse,
        day: $0)
    }
    let state = try done.text("state")
    let step = try done.number("step")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
      $0.step = Int32(step)
      // Recorded before there were chains: then there were two steps.
      $0.steps = done.recorded.outcome["steps"].flatMap { Int32($0) } ?? 2
      $0.next = done.recorded.outcome["next"] ?? ""
    }
  }

  func reviewApplication(
    request: Bergulir_V1_ReviewApplicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Review {
    let number = try Field("name", request.name).application().number
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let id = ApplicationID(upk.id, number)
    let facts = try await desk.store.facts(asOf: day) { $0.addReview(of: id) }
    guard let review = facts.review(of: id, on: day) else {
      throw Refusal(.notFound(.application, name: "\(number)"))
    }
    let refused = try await refusals(of: id, on: day)
    var wire = Bergulir_V1_Review(review, in: upk.code)
    wire.application = try await desk.waiting(at: upk, on: day).wire(review.application)
    if let refused { wire.violations = Problem(refused).wireViolations }
    try await addNames(to: &wire, review)
    return wire
  }

  /// The names of the borrowers, and of who inspected, came along and signed.
  private func addNames(
    to wire: inout Bergulir_V1_Review, _ review: ApplicationReview
  ) async throws {
    let found = review.application
    let acting = Set(
      [found.inspection?.inspector, found.inspection?.witness].compactMap { $0 }
        + (found.approvals + found.returned).map(\.signer))
    let members = review.ksm.members.reduce(into: [:]) { $0[$1.number] = $1.person }
    let names = try await desk.fullNames(of: acting.union(members.values))
    for (index, member) in review.members.enumerated() {
      wire.members[index].fullName = members[member.member].flatMap { names[$0] } ?? ""
    }
    wire.people = acting.sorted().map { person in
      .with {
        $0.person = ResourceName.person(person).description
        $0.fullName = names[person] ?? ""
      }
    }
  }

  /// What the caller's own signature would be refused for; it is asked of the command itself.
  private func refusals(of id: ApplicationID, on day: Day) async throws -> Refusal? {
    do {
      _ = try await desk.store.run(
        SignApproval(application: id, verdict: .approve, note: "", day: day),
        WriteRequest(
          requestID: RequestID(), caller: try Call.current.caller(), isDryRun: true))
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }
}
