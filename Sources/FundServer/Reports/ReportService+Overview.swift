internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The UPK as a whole, and whether its books agree.
extension ReportService {
  func getQuickStatus(
    request: Bergulir_V1_GetQuickStatusRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let facts = try await desk.store.facts(asOf: day) {
      $0.addStatus(of: upk.id)
    }
    let cash = try await desk.store.cashByDay(upk.id, upTo: day)
    return Bergulir_V1_Report(status(of: upk, facts, cash: cash, asOf: day), of: upk.code)
  }

  func getDataQuality(
    request: Bergulir_V1_GetDataQualityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let key = MovementsKey(upk: upk.id, upTo: day)
    let facts = try await desk.store.facts(asOf: day) {
      $0.addStatus(of: upk.id)
      $0.movements.insert(key)
      $0.savingsPools.insert(upk.id)
    }
    let book = facts.portfolios[upk.id] ?? .empty
    let movements = facts.movements[key] ?? []
    let scheme = (facts.policies[upk.id] ?? []).reserveScheme(on: day)
    let reserve = ReserveProgress(book, movements: movements, asOf: day) { _ in scheme }
    let cash = try await desk.store.cashByDay(upk.id, upTo: day)
    let status = status(of: upk, facts, cash: cash, asOf: day)
    return Bergulir_V1_Report(
      DataQuality(
        book, movements: movements, chart: try await desk.store.accounts(upk.id),
        savings: facts.savingsPools[upk.id] ?? .empty,
        reserveMissing: reserve.months.last?.missing ?? .zero,
        monthsNotClosed: status.monthsNotClosed, keptCash: status.keptCash, asOf: day),
      of: upk.code)
  }

  private func status(
    of upk: UPK, _ facts: Facts, cash: CashFlowByDay, asOf day: Day
  ) -> QuickStatus {
    let book = facts.portfolios[upk.id] ?? .empty
    return QuickStatus(
      book,
      authority: LendingAuthority(
        book: book, periods: facts.periods[upk.id] ?? .empty, on: day),
      operatingSince: upk.operatingSince, cash: cash, limits: facts.cashLimits(of: upk.id),
      asOf: day)
  }
}

extension Keys {
  /// What a quick status is read from, the days of the cash box apart.
  fileprivate mutating func addStatus(of upk: UPKID) {
    portfolios.insert(upk)
    periods.insert(upk)
    addCashLimits(of: upk)
  }
}
