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
    let facts = try await figures(of: upk, upTo: IndicatorSheet.lastMonthEnd(day))
    return Bergulir_V1_IndicatorSheet(
      sheet(of: upk, on: day, facts), PortfolioQuality(facts.book, asOf: day), of: upk.code)
  }

  /// Loads loans and movements once and computes month by month.
  func getIndicatorHistory(
    request: Bergulir_V1_GetIndicatorHistoryRequest, context: ServerContext
  ) async throws -> Bergulir_V1_GetIndicatorHistoryResponse {
    let upk = Call.current.upk
    let days = try request.months().map(\.last)
    guard let last = days.last else { return .init() }
    _ = try Call.current.past(last)
    let facts = try await figures(of: upk, upTo: last)
    return .with { response in
      response.sheets = days.map {
        Bergulir_V1_IndicatorSheet(
          sheet(of: upk, on: $0, facts), PortfolioQuality(facts.book, asOf: $0), of: upk.code)
      }
    }
  }

  /// Loans and movements of one state of the database.
  private func figures(
    of upk: UPK, upTo day: Day
  ) async throws -> (book: LoanBook, movements: [TrialBalance.Movement]) {
    let key = MovementsKey(upk: upk.id, upTo: day)
    let facts = try await desk.store.facts(asOf: day) {
      $0.portfolios.insert(upk.id)
      $0.movements.insert(key)
    }
    return (facts.portfolios[upk.id] ?? .empty, facts.movements[key] ?? [])
  }

  /// Loans on the day itself, income and cost on the last month-end (rules.md 0, ruling 15).
  private func sheet(
    of upk: UPK, on day: Day,
    _ figures: (book: LoanBook, movements: [TrialBalance.Movement])
  ) -> IndicatorSheet {
    IndicatorSheet(
      asOf: day, portfolio: Portfolio(figures.book.loans.positions(asOf: day)),
      trial: TrialBalance(
        asOf: IndicatorSheet.lastMonthEnd(day), movements: figures.movements),
      operatingSince: upk.operatingSince)
  }
}
