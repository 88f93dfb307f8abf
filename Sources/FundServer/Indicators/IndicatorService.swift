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
    let book = try await desk.store.loanBook(upk.id)
    let movements = try await desk.store.movements(
      upk.id, upTo: IndicatorSheet.lastMonthEnd(day))
    return Bergulir_V1_IndicatorSheet(
      sheet(of: upk, on: day, book, movements), of: upk.code)
  }

  /// Loads loans and movements once and computes month by month.
  func getIndicatorHistory(
    request: Bergulir_V1_GetIndicatorHistoryRequest, context: ServerContext
  ) async throws -> Bergulir_V1_GetIndicatorHistoryResponse {
    let upk = Call.current.upk
    let days = try request.months().map(\.last)
    guard let last = days.last else { return .init() }
    _ = try Call.current.past(last)
    let book = try await desk.store.loanBook(upk.id)
    let movements = try await desk.store.movements(upk.id, upTo: last)
    return .with { response in
      response.sheets = days.map {
        Bergulir_V1_IndicatorSheet(sheet(of: upk, on: $0, book, movements), of: upk.code)
      }
    }
  }

  /// Loans on the day itself, income and cost on the last month-end (rules.md 0, ruling 15).
  private func sheet(
    of upk: UPK, on day: Day, _ book: LoanBook, _ movements: [TrialBalance.Movement]
  ) -> IndicatorSheet {
    IndicatorSheet(
      asOf: day, portfolio: Portfolio(book.loans.positions(asOf: day)),
      trial: TrialBalance(asOf: IndicatorSheet.lastMonthEnd(day), movements: movements),
      operatingSince: upk.operatingSince)
  }
}
