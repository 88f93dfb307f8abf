internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What a village's notice board shows.
struct NoticeService: Bergulir_V1_NoticeService.SimpleServiceProtocol {
  let desk: Desk

  func getNoticeBoard(
    request: Bergulir_V1_GetNoticeBoardRequest, context: ServerContext
  ) async throws -> Bergulir_V1_NoticeBoard {
    let upk = Call.current.upk
    let month = try Field("month", request.month).month()
    let day = try Call.current.past(month.last)
    let movements = MovementsKey(upk: upk.id, upTo: day)
    let facts = try await desk.store.facts(asOf: day) {
      $0.portfolios.insert(upk.id)
      $0.periods.insert(upk.id)
      $0.movements.insert(movements)
      $0.bkms.insert(upk.bkm)
      $0.regions.formUnion(upk.region.andAround)
    }
    let board = NoticeBoard(
      month, book: facts.portfolios[upk.id] ?? .empty,
      movements: facts.movements[movements] ?? [], periods: facts.periods[upk.id] ?? .empty,
      closed: try await desk.store.period(upk.id, month)?.period)
    let places = upk.region.andAround.filter { [.ward, .city].contains($0.level) }
    let place = NoticeSheet.Place(
      upk: upk.name, bkm: facts.bkms[upk.bkm]?.name ?? "",
      region: places.compactMap { facts.regions[$0]?.name }.joined(separator: ", "))
    return Bergulir_V1_NoticeBoard(board, NoticeSheet(board, of: place), of: upk.code)
  }
}

extension RegionCode {
  /// The region and those around it, from the smallest to the province.
  fileprivate var andAround: [RegionCode] {
    Array(sequence(first: self, next: \.parent))
  }
}
