internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The five indicators of a UPK, and those of an area on any day.
struct IndicatorService: Bergulir_V1_IndicatorService.SimpleServiceProtocol {
  let desk: Desk

  func getIndicators(
    request: Bergulir_V1_GetIndicatorsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_IndicatorSheet {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    return try await desk.store.indicatorFigures(of: upk, asOf: day).wire(of: upk)
  }

  /// Loads loans and movements once and computes month by month.
  func getIndicatorHistory(
    request: Bergulir_V1_GetIndicatorHistoryRequest, context: ServerContext
  ) async throws -> Bergulir_V1_GetIndicatorHistoryResponse {
    let upk = Call.current.upk
    let days = try request.months().map(\.last)
    guard let last = days.last else { return .init() }
    _ = try Call.current.past(last)
    let key = MovementsKey(upk: upk.id, upTo: last)
    let facts = try await desk.store.facts(asOf: last) {
      $0.portfolios.insert(upk.id)
      $0.movements.insert(key)
      $0.policiesOf.insert(upk.id)
    }
    return .with {
      $0.sheets = days.map { day in
        IndicatorFigures(
          of: upk, asOf: day, facts.portfolios[upk.id] ?? .empty,
          movements: facts.movements[key] ?? [], policies: facts.policies[upk.id] ?? []
        ).wire(of: upk)
      }
    }
  }

  func getAreaIndicators(
    request: Bergulir_V1_GetAreaIndicatorsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AreaIndicatorSheet {
    let area = try Field("parent", request.parent).area()
    let day = try Call.current.day(request.asOf)
    let level = try Field("by", request.by).rollupLevel(
      of: area, or: RollupLevel(below: area))
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf, request.by,
      ])
    var reading = AreaReading(area: area, level: level, page: page)
    while let chunk = reading.next {
      let upks = try await desk.store.upks(in: area, after: chunk.after, limit: chunk.size)
      reading.take(upks, try await desk.store.indicators(of: upks, asOf: day), asOf: day)
    }
    let (parts, next) = reading.parts
    let total = reading.total
    let named = (total.map { [$0.place] } ?? []) + parts.map(\.place)
    let names = try await desk.store.names(of: named)
    func wire(_ part: AreaReading.Part) -> Bergulir_V1_PlaceIndicators {
      .init(part.place, part.sums, name: part.name ?? names[part.place] ?? "")
    }
    return .with {
      $0.asOf = day.description
      $0.flowsAsOf = IndicatorSheet.lastMonthEnd(day).description
      $0.by = level.rawValue
      if let total { $0.total = wire(total) }
      $0.parts = parts.map(wire)
      $0.nextPageToken = next
    }
  }
}

extension IndicatorFigures {
  fileprivate func wire(of upk: UPK) -> Bergulir_V1_IndicatorSheet {
    Bergulir_V1_IndicatorSheet(sheet, quality, reserve, of: upk.code)
  }
}
