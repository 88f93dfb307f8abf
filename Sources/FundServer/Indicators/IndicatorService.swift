internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The five indicators of a UPK.
struct IndicatorService: Bergulir_V1_IndicatorService.SimpleServiceProtocol {
  let desk: Desk

  func getIndicators(
    request: Bergulir_V1_GetIndicatorsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_IndicatorSheet {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let figures = try await desk.figures(
      of: upk, asOf: day, upTo: IndicatorSheet.lastMonthEnd(day))
    return figures.wire(on: day)
  }

  /// Loads loans and movements once and computes month by month.
  func getIndicatorHistory(
    request: Bergulir_V1_GetIndicatorHistoryRequest, context: ServerContext
  ) async throws -> Bergulir_V1_GetIndicatorHistoryResponse {
    let upk = Call.current.upk
    let days = try request.months().map(\.last)
    guard let last = days.last else { return .init() }
    _ = try Call.current.past(last)
    let figures = try await desk.figures(of: upk, asOf: last, upTo: last)
    return .with { $0.sheets = days.map(figures.wire) }
  }
}

/// What the sheets of a UPK are reckoned from, of one state of the database.
struct IndicatorFigures: Sendable {
  let upk: UPK
  let book: LoanBook
  /// Up to the last day that is asked about.
  let movements: [TrialBalance.Movement]
  let policies: [LendingPolicy]

  /// Loans on the day itself, income and cost on the last month-end (rules.md 0, ruling 15).
  func sheet(on day: Day) -> IndicatorSheet {
    IndicatorSheet(
      asOf: day, portfolio: Portfolio(book.loans.positions(asOf: day)),
      trial: trial(IndicatorSheet.lastMonthEnd(day)), operatingSince: upk.operatingSince)
  }

  /// CCr of the last month-end with the programme's own reserve.
  func reserve(on day: Day) -> ReserveReading {
    let end = IndicatorSheet.lastMonthEnd(day)
    return ReserveReading(
      scheme: policies.reserveScheme(on: end),
      portfolio: Portfolio(book.loans.positions(asOf: end)), trial: trial(end))
  }

  fileprivate func wire(on day: Day) -> Bergulir_V1_IndicatorSheet {
    Bergulir_V1_IndicatorSheet(
      sheet(on: day), PortfolioQuality(book, asOf: day), reserve(on: day), of: upk.code)
  }

  private func trial(_ end: Day) -> TrialBalance {
    TrialBalance(asOf: end, movements: movements)
  }
}

extension Desk {
  /// The figures of a UPK as of a day, with the movements up to another.
  fileprivate func figures(
    of upk: UPK, asOf day: Day, upTo end: Day
  ) async throws -> IndicatorFigures {
    let key = MovementsKey(upk: upk.id, upTo: end)
    let facts = try await store.facts(asOf: day) {
      $0.portfolios.insert(upk.id)
      $0.movements.insert(key)
      $0.policiesOf.insert(upk.id)
    }
    return IndicatorFigures(
      upk: upk, book: facts.portfolios[upk.id] ?? .empty, movements: facts.movements[key] ?? [],
      policies: facts.policies[upk.id] ?? [])
  }
}
