internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Meetings with minutes and who came.
struct MeetingService: Bergulir_V1_MeetingService.SimpleServiceProtocol {
  let desk: Desk

  func recordMeeting(
    request: Bergulir_V1_RecordMeetingRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordMeetingResponse {
    let upk = Call.current.upk
    let kind = try Field("kind", request.kind).choice(MeetingKind.self)
    let group = Field("ksm", request.ksm)
    let ksm = group.text.isEmpty ? nil : try group.ksm()
    guard ksm == nil || ksm?.upk == upk.code else {
      throw Fault.fieldInvalid("ksm", expected: .resourceName("upks/\(upk.code)/ksms/NUMBER"))
    }
    let people = try request.attendance()
    let minutes = try Field("minutes", request.minutes).line()
    let note = try Field("note", request.note).lines()
    let done = try await desk.perform(request.write) {
      RecordMeeting(
        upk: upk.id, meeting: kind, ksm: ksm?.number, women: people.women, men: people.men,
        minutes: minutes, note: note, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listMeetings(
    request: Bergulir_V1_ListMeetingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListMeetingsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let kind = try Field("kind", request.kind).optionalChoice(MeetingKind.self)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf, request.kind,
      ])
    let found = try await desk.store.meetings(
      upk.id, kind: kind, asOf: day, after: page.afterNumber, limit: page.limit)
    let (meetings, next) = page.page(found) { "\($0.number)" }
    return .with {
      $0.meetings = meetings.map { Bergulir_V1_Meeting($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
