internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Complaints and their answers.
struct ComplaintService: Bergulir_V1_ComplaintService.SimpleServiceProtocol {
  let desk: Desk

  func recordComplaint(
    request: Bergulir_V1_RecordComplaintRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordComplaintResponse {
    let upk = Call.current.upk.id
    let channel = try Field("channel", request.channel).choice(ComplaintChannel.self)
    let text = try Field("text", request.text).lines()
    let done = try await desk.perform(request.write) {
      RecordComplaint(upk: upk, channel: channel, text: text, day: $0)
    }
    let hint = try done.text("hint")
    return .with {
      $0.receipt = done.receipt
      $0.mayNameSomebody = !hint.isEmpty
    }
  }

  func answerComplaint(
    request: Bergulir_V1_AnswerComplaintRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AnswerComplaintResponse {
    let complaint = ComplaintID(
      Call.current.upk.id, try Field("name", request.name).complaint().number)
    let answer = try Field("answer", request.answer).lines()
    let done = try await desk.perform(request.write) {
      AnswerComplaint(complaint: complaint, text: answer, day: $0)
    }
    let days = try done.number("days")
    let hint = try done.text("hint")
    return .with {
      $0.receipt = done.receipt
      $0.days = days
      $0.mayNameSomebody = !hint.isEmpty
    }
  }

  func listComplaints(
    request: Bergulir_V1_ListComplaintsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListComplaintsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf,
        "\(request.openOnly)",
      ])
    let found = try await desk.store.complaints(
      upk.id, openOnly: request.openOnly, asOf: day, after: page.afterNumber, limit: page.limit)
    let (complaints, next) = page.page(found) { "\($0.id.number)" }
    return .with {
      $0.complaints = complaints.map { Bergulir_V1_Complaint($0, asOf: day, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
