internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What was found in the cash box.
struct CashCountService: Bergulir_V1_CashCountService.SimpleServiceProtocol {
  let desk: Desk

  func recordCashCount(
    request: Bergulir_V1_RecordCashCountRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordCashCountResponse {
    let upk = Call.current.upk.id
    let witness = try Field("witness", request.witness).person()
    let note = try Field("note", request.note).line()
    var day = Call.current.today
    let done = try await desk.perform(request.write) {
      day = $0
      return RecordCashCount(
        upk: upk, counted: Rupiah(request.counted), witness: witness, note: note, day: $0)
    }
    var response = Bergulir_V1_RecordCashCountResponse()
    response.receipt = done.receipt
    response.ledger = try done.number("ledger")
    response.difference = try done.number("difference")
    if done.recorded.outcome["deposit"] != nil {
      response.deposit = try done.number("deposit")
      response.depositBy = try done.text("deposit_by")
    }
    response.keptOn = try await kept(by: upk, asOf: day)
    return response
  }

  /// The days of the last twelve months after which cash above its limit was not deposited.
  private func kept(by upk: UPKID, asOf day: Day) async throws -> [String] {
    let facts = try await desk.store.facts(asOf: day) { $0.addCashLimits(of: upk) }
    return try await desk.store.cashByDay(upk, upTo: day)
      .kept(above: facts.cashLimits(of: upk), asOf: day).spans
  }

  func bookCashDifference(
    request: Bergulir_V1_BookCashDifferenceRequest, context: ServerContext
  ) async throws -> Bergulir_V1_BookCashDifferenceResponse {
    let upk = Call.current.upk.id
    let count = try Field("name", request.name).cashCount().number
    let done = try await desk.perform(request.write) {
      BookCashDifference(upk: upk, count: count, day: $0)
    }
    var response = Bergulir_V1_BookCashDifferenceResponse()
    response.receipt = done.receipt
    response.difference = try done.number("difference")
    return response
  }

  func listCashCounts(
    request: Bergulir_V1_ListCashCountsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListCashCountsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let known = try await desk.store.cashCounts(upk.id).compactMap { $0.asOf(day) }
    let (counts, next) = page.page(ofAll: known, by: \.number)
    return .with {
      $0.cashCounts = counts.map { Bergulir_V1_CashCount($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
