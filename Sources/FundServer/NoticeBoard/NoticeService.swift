internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What a village reads of its fund: the notice board's sheet, and the annual meeting's pack.
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
      $0.addPlace(of: upk)
    }
    let board = NoticeBoard(
      month, book: facts.portfolios[upk.id] ?? .empty,
      movements: facts.movements[movements] ?? [], periods: facts.periods[upk.id] ?? .empty,
      closed: try await desk.store.period(upk.id, month)?.period)
    // What goes before a closed month goes nowhere, so a sheet of one has the same event for ever.
    let newest = try await desk.store.newestEvent(of: upk.id, bookedBy: day)
    let seal = newest.map { ShortHash(number: $0.number, hash: hexadecimal($0.hash)) }
    return Bergulir_V1_NoticeBoard(
      board, NoticeSheet(board, of: facts.place(of: upk), seal: seal), of: upk.code, seal: seal)
  }

  func getAnnualPack(
    request: Bergulir_V1_GetAnnualPackRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AnnualPack {
    let upk = Call.current.upk
    let year = try PeriodService.year(request.year)
    let day = try Call.current.past(Month(year: year, month: 12).last)
    let facts = try await desk.store.facts(asOf: day) {
      $0.portfolios.insert(upk.id)
      $0.periods.insert(upk.id)
      $0.policiesOf.insert(upk.id)
      $0.budgetsOf.insert(upk.id)
      $0.yearsOf.insert(upk.id)
      $0.allocationsOf.insert(upk.id)
      $0.policyBounds = true
      $0.addPlace(of: upk)
    }
    let journal = try await desk.store.journalRecord(
      upk.id, movementsUpTo: day, vouchers: day.yearBegin...day)
    let record = AnnualRecord(
      upk: upk, book: facts.portfolios[upk.id] ?? .empty, chart: journal.chart,
      movements: journal.movements, vouchers: journal.vouchers,
      policies: facts.policies[upk.id] ?? [], budgets: facts.budgets[upk.id] ?? [],
      periods: facts.periods[upk.id] ?? .empty,
      december: try await desk.store.period(upk.id, day.month)?.period,
      closedYears: facts.closedYears[upk.id] ?? [], allocations: facts.allocations[upk.id] ?? [],
      profitRule: facts.policyBounds.inForce(on: Call.current.today).profit,
      oversight: try await oversight(of: upk.id, in: year, by: day))
    let pack = try AnnualPack(year, record, proposed: try request.parts.shares())
    return Bergulir_V1_AnnualPack(
      pack, AnnualSheet(pack, of: facts.place(of: upk)), of: upk.code)
  }

  private func oversight(
    of upk: UPKID, in year: Int, by day: Day
  ) async throws -> AnnualOversight {
    let store = desk.store
    return AnnualOversight(
      year,
      supervisions: try await store.supervisions(upk, asOf: day, after: 0, limit: .max),
      findings: try await store.findings(
        upk, openOnly: false, asOf: day, after: 0, limit: .max),
      confirmations: try await store.confirmations(upk, asOf: day, after: 0, limit: .max),
      complaints: try await store.complaints(
        upk, openOnly: false, asOf: day, after: 0, limit: .max))
  }
}

extension Keys {
  /// What a sheet is headed by.
  fileprivate mutating func addPlace(of upk: UPK) {
    bkms.insert(upk.bkm)
    regions.formUnion(upk.region.andAround)
  }
}

extension Facts {
  /// Whose sheet it is.
  fileprivate func place(of upk: UPK) -> NoticeSheet.Place {
    let places = upk.region.andAround.filter { [.ward, .city].contains($0.level) }
    return NoticeSheet.Place(
      upk: upk.name, bkm: bkms[upk.bkm]?.name ?? "",
      region: places.compactMap { regions[$0]?.name }.joined(separator: ", "))
  }
}

extension RegionCode {
  /// The region and those around it, from the smallest to the province.
  fileprivate var andAround: [RegionCode] {
    Array(sequence(first: self, next: \.parent))
  }
}
