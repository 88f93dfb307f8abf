internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

// Months that are opened again, and years.
extension PeriodService {
  func requestReopening(
    request: Bergulir_V1_RequestReopeningRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RequestReopeningResponse {
    let upk = Call.current.upk.id
    let month = try Field("name", request.name).period()
    let reason = try Field("reason", request.reason).lines()
    let done = try await desk.perform(request.write) {
      RequestReopening(upk: upk, month: month, reason: reason, day: $0)
    }
    var response = Bergulir_V1_RequestReopeningResponse()
    response.receipt = done.receipt
    response.version = Int32(clamping: try done.number("version"))
    return response
  }

  func confirmReopening(
    request: Bergulir_V1_ConfirmReopeningRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ConfirmReopeningResponse {
    let upk = Call.current.upk.id
    let month = try Field("name", request.name).period()
    let done = try await desk.perform(request.write) {
      ConfirmReopening(upk: upk, month: month, day: $0)
    }
    var response = Bergulir_V1_ConfirmReopeningResponse()
    response.receipt = done.receipt
    response.version = Int32(clamping: try done.number("version"))
    return response
  }

  func getPeriodDifference(
    request: Bergulir_V1_GetPeriodDifferenceRequest, context: ServerContext
  ) async throws -> Bergulir_V1_PeriodDifference {
    let upk = Call.current.upk
    let month = try Field("name", request.name).period()
    let versions = try await desk.store.periodVersions(upk.id, from: month, until: month)
    let newest = versions.last?.version ?? 0
    let later = request.toVersion == 0 ? newest : Int(request.toVersion)
    let earlier = request.fromVersion == 0 ? later - 1 : Int(request.fromVersion)
    guard let before = versions.first(where: { $0.version == earlier }),
      let after = versions.first(where: { $0.version == later })
    else {
      throw Refusal(.notFound(.period, name: "\(month)"))
    }
    let reopening = try await desk.store.reopenings(upk.id)
      .first { $0.month == month && $0.version == earlier }
    return Bergulir_V1_PeriodDifference(
      from: before, to: after, reopening: reopening, in: upk.code)
  }

  func closeYear(
    request: Bergulir_V1_CloseYearRequest, context: ServerContext
  ) async throws -> Bergulir_V1_CloseYearResponse {
    let upk = Call.current.upk.id
    let year = try PeriodService.year(request.year)
    let done = try await desk.perform(request.write) {
      CloseYear(upk: upk, year: year, day: $0)
    }
    var response = Bergulir_V1_CloseYearResponse()
    response.receipt = done.receipt
    response.income = try done.number("income")
    response.cost = try done.number("cost")
    response.profit = response.income - response.cost
    return response
  }

  func listYears(
    request: Bergulir_V1_ListYearsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListYearsResponse {
    let upk = Call.current.upk
    let years = try await desk.store.closedYears(upk.id)
    return .with { $0.years = years.map { Bergulir_V1_Year($0, in: upk.code) } }
  }

  /// A year that a calendar of ours has.
  ///
  /// - Throws: `fieldInvalid`.
  static func year(_ year: Int32) throws -> Int {
    guard (2000...2999).contains(year) else {
      throw Fault.fieldInvalid("year", expected: .between(2000, 2999))
    }
    return Int(year)
  }
}
