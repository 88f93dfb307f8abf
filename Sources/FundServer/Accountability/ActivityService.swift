internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Growth, who did what, and what nobody did.
struct ActivityService: Bergulir_V1_ActivityService.SimpleServiceProtocol {
  let desk: Desk

  /// More UPK than a subdistrict has.
  private static let mostUPKs = 100

  func getTrend(
    request: Bergulir_V1_GetTrendRequest, context: ServerContext
  ) async throws -> Bergulir_V1_GetTrendResponse {
    guard let area = try Field("parent", request.parent).area(),
      [.subdistrict, .ward].contains(area.level)
    else {
      throw Fault.fieldInvalid("parent", expected: .resourceName("regions/92.71.03"))
    }
    let months = try request.months()
    if let last = months.last { _ = try Call.current.past(last.last) }
    let upks = try await desk.store.upks(in: area, after: nil, limit: Self.mostUPKs)
    let points = try await desk.store.trend(upks, months: months)
    return .with { $0.points = points.map(Bergulir_V1_TrendPoint.init) }
  }

  func listActivity(
    request: Bergulir_V1_ListActivityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListActivityResponse {
    let upk = Call.current.upk
    let span = try request.span()
    _ = try Call.current.past(span.first)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.from, request.until,
      ])
    let found = try await desk.store.activity(
      upk.id, from: span.first, until: span.last, after: page.afterActivity, limit: page.limit)
    let (activities, next) = page.page(found) { "\($0.person.value)/\($0.deed.rawValue)" }
    return .with {
      $0.activities = activities.map(Bergulir_V1_Activity.init)
      $0.nextPageToken = next
    }
  }

  func listNeglected(
    request: Bergulir_V1_ListNeglectedRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListNeglectedResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    guard (0...365).contains(request.days) else {
      throw Fault.fieldInvalid("days", expected: .between(0, 365))
    }
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf, "\(request.days)",
      ])
    let facts = try await desk.store.facts(asOf: day) {
      $0.portfolios.insert(upk.id)
      $0.casesOf.insert(upk.id)
      $0.addCashLimits(of: upk.id)
    }
    let cash = try await desk.store.cashByDay(upk.id, upTo: day)
    let found = (facts.portfolios[upk.id] ?? .empty).neglectedCases(
      facts.caseSteps, asOf: day, days: request.days == 0 ? 30 : Int(request.days))
    // The longest neglected come first, so a row's key is its place.
    let (cases, next) = page.page(ofAll: found.enumerated().map { ($0 + 1, $1) }) {
      Int64($0.0)
    }
    return .with {
      $0.cases = cases.map { Bergulir_V1_NeglectedCase($0.1, in: upk.code) }
      $0.nextPageToken = next
      $0.cashKeptOn = cash.kept(above: facts.cashLimits(of: upk.id), asOf: day).spans
    }
  }
}

extension PageRequest {
  /// Whose deed the page begins after.
  fileprivate var afterActivity: (person: Int64, deed: String) {
    guard let parts = after?.split(separator: "/"), parts.count == 2,
      let person = Int64(parts[0])
    else { return (0, "") }
    return (person, String(parts[1]))
  }
}
