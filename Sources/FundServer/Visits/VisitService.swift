internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What members say a month after the pay-out, and what follows from it.
struct VisitService: Bergulir_V1_VisitService.SimpleServiceProtocol {
  let desk: Desk

  func recordVisit(
    request: Bergulir_V1_RecordVisitRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordVisitResponse {
    let loan = LoanID(Call.current.upk.id, try Field("parent", request.parent).loan().number)
    let companion = try Field("companion", request.companion).optionalPerson()
    let beneficiary = try Field("beneficiary", request.beneficiary).optionalPerson()
    let use = try Field("use", request.use).choice(VisitUse.self)
    let note = try Field("note", request.note).lines()
    let reference = try Field("reference", request.reference).line()
    let done = try await desk.perform(request.write) {
      RecordVisit(
        loan: loan, member: request.member, companion: companion,
        received: Rupiah(request.received), use: use, beneficiary: beneficiary,
        knowledge: request.beneficiaryUnknown ? .unknown : .asNamed, note: note,
        reference: reference, day: $0)
    }
    var response = Bergulir_V1_RecordVisitResponse()
    response.receipt = done.receipt
    response.finding = try done.text("finding")
    response.blocked = Int32(clamping: try done.number("blocked"))
    return response
  }

  func listVisits(
    request: Bergulir_V1_ListVisitsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListVisitsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let loan = request.loan.isEmpty ? nil : try Field("loan", request.loan).loan()
    if let loan, loan.upk != upk.code {
      throw Refusal(.notFound(.loan, name: "\(loan.number)"))
    }
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf, request.loan,
        "\(request.findingsOnly)",
      ])
    let found = try await desk.store.visits(
      upk.id, loan: loan?.number, findingsOnly: request.findingsOnly, asOf: day,
      after: page.afterNumber, limit: page.limit)
    let (visits, next) = page.page(found) { "\($0.id.number)" }
    return .with {
      $0.visits = visits.map { Bergulir_V1_Visit($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }

  func listDueVisits(
    request: Bergulir_V1_ListDueVisitsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListDueVisitsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let within = max(0, min(request.withinDays, 366))
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf, "\(within)",
      ])
    let place = (page.after ?? "").split(separator: "/").compactMap { Int64($0) }
    let found = try await desk.store.dueVisits(
      upk.id, asOf: day, dueBy: day.addingDays(within),
      after: place.count == 2 ? (place[0], place[1]) : (0, 0), limit: page.limit)
    let (visits, next) = page.page(found) { "\($0.loan.number)/\($0.member)" }
    return .with {
      $0.visits = visits.map { Bergulir_V1_DueVisit($0, in: upk.code, asOf: day) }
      $0.nextPageToken = next
    }
  }

  func getVisitFindings(
    request: Bergulir_V1_GetVisitFindingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_VisitFindings {
    let day = try Call.current.day(request.asOf)
    return Bergulir_V1_VisitFindings(
      try await desk.store.visitSummary(Call.current.upk.id, asOf: day))
  }

  func listBlocks(
    request: Bergulir_V1_ListBlocksRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListBlocksResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf,
        "\(request.standingOnly)",
      ])
    let found = try await desk.store.blocks(
      upk.id, standingOnly: request.standingOnly, asOf: day, after: page.afterNumber,
      limit: page.limit)
    let (blocks, next) = page.page(found) { "\($0.id.number)" }
    return .with {
      $0.blocks = blocks.map { Bergulir_V1_BorrowerBlock($0, in: upk.code, asOf: day) }
      $0.nextPageToken = next
    }
  }

  func liftBlock(
    request: Bergulir_V1_LiftBlockRequest, context: ServerContext
  ) async throws -> Bergulir_V1_LiftBlockResponse {
    let block = BlockID(Call.current.upk.id, try Field("name", request.name).block().number)
    let minutes = try Field("minutes", request.minutes).line()
    let done = try await desk.perform(request.write) {
      LiftBlock(block: block, minutes: minutes, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }
}
