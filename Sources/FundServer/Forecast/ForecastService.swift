internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What a UPK will have to lend, whether its money works, and who carries what.
struct ForecastService: Bergulir_V1_ForecastService.SimpleServiceProtocol {
  let desk: Desk

  func getForecast(
    request: Bergulir_V1_GetForecastRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Forecast {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let months = request.months == 0 ? 3 : Int(request.months)
    let span = CashForecast.monthsAhead
    guard span.contains(months) else {
      throw Fault.fieldInvalid(
        "months", expected: .between(Int64(span.lowerBound), Int64(span.upperBound)))
    }
    let facts = try await desk.store.facts(asOf: day) { $0.addForecast(of: upk.id, on: day) }
    guard let sight = FundSight(facts, of: upk.id, on: day) else {
      throw StoreError.corrupted("UPK \(upk.id.value) without the records of its fund")
    }
    let trial = TrialBalance(asOf: day, movements: sight.movements)
    return Bergulir_V1_Forecast(
      CashForecast(trial, book: sight.book, reservations: sight.reservations, months: months),
      alerts: FundAlert.alerts(sight), incentive: sight.incentive(trial), of: upk.code)
  }

  func listReferrals(
    request: Bergulir_V1_ListReferralsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListReferralsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let facts = try await desk.store.facts(asOf: day) {
      $0.portfolios.insert(upk.id)
      $0.policiesOf.insert(upk.id)
    }
    let ceiling = (facts.policies[upk.id] ?? []).inForce(on: day)?.laterLoanCeiling
    let book = facts.portfolios[upk.id] ?? .empty
    // The list is sorted by group and member, so a row's key is its place.
    let all = book.referrals(asOf: day, ceiling: ceiling).enumerated().map { ($0 + 1, $1) }
    let (referrals, next) = page.page(ofAll: all) { Int64($0.0) }
    return .with {
      $0.referrals = referrals.map { Bergulir_V1_Referral($0.1, in: upk.code) }
      $0.nextPageToken = next
    }
  }

  func getWorkload(
    request: Bergulir_V1_GetWorkloadRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Workload {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let facts = try await desk.store.facts(asOf: day) {
      $0.rosters.insert(upk.id)
      $0.instruments = true
      $0.portfolios.insert(upk.id)
      $0.casesOf.insert(upk.id)
    }
    guard let roster = facts.rosters[upk.id] else {
      throw StoreError.corrupted("UPK \(upk.id.value) without its roster")
    }
    let histories = facts.portfolios[upk.id]?.loans ?? []
    let cases = histories.flatMap { $0.cases(facts.caseSteps[$0.loan.id] ?? [], asOf: day) }
    let workload = Workload(
      roster, applications: try await everyApplication(of: upk.id, on: day), cases: cases,
      instrument: facts.instruments.inForce(on: day), on: day)
    return Bergulir_V1_Workload(workload, of: upk.code)
  }

  private func everyApplication(of upk: UPKID, on day: Day) async throws -> [Application] {
    var all: [Application] = []
    var after: Int64?
    let limit = 1000
    while true {
      let found = try await desk.store.applications(
        upk, state: nil, on: day, after: after, limit: limit)
      all += found
      guard found.count == limit else { return all }
      after = found.last?.id.number
    }
  }
}
