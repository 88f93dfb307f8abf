internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Closed months over areas: sums, completeness, rankings and what stands out.
struct RollupService: Bergulir_V1_RollupService.SimpleServiceProtocol {
  let desk: Desk

  func getRollup(
    request: Bergulir_V1_GetRollupRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AreaRollup {
    let filter = try filter(request.parent, request.month, request.asOf)
    let level = try Field("by", request.by).rollupLevel(
      of: filter.area, or: RollupLevel(below: filter.area))
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.month, request.asOf,
        request.by,
      ])
    let first =
      page.after == nil
      ? try await desk.store.rollup(filter, by: level, limit: page.limit) : nil
    let rows =
      if let first { first.parts } else {
        try await desk.store.parts(
          filter, by: level, after: page.after ?? "", limit: page.limit)
      }
    let (parts, next) = page.page(rows) { $0.place.key }
    return .with {
      $0.month = filter.month.description
      $0.asOf = filter.asOf.description
      $0.by = level.rawValue
      if let first {
        if let total = first.total { $0.total = Bergulir_V1_Rollup(total) }
        $0.missing = first.missing.map { ResourceName.upk($0).description }
      }
      $0.parts = parts.map(Bergulir_V1_Rollup.init)
      $0.nextPageToken = next
    }
  }

  func listReporting(
    request: Bergulir_V1_ListReportingRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListReportingResponse {
    let filter = try filter(request.parent, request.month, request.asOf)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.month, request.asOf,
        "\(request.missingOnly)",
      ])
    let found = try await desk.store.reporting(
      filter, missingOnly: request.missingOnly, after: page.after.flatMap { Code($0) },
      limit: page.limit)
    let (reporting, next) = page.page(found) { $0.upk.description }
    return .with {
      $0.reporting = reporting.map { Bergulir_V1_Reporting($0, asOf: filter.asOf) }
      $0.nextPageToken = next
    }
  }

  func listLeague(
    request: Bergulir_V1_ListLeagueRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListLeagueResponse {
    let filter = try filter(request.parent, request.month, request.asOf)
    let kind = try Field("indicator", request.indicator).choice(IndicatorKind.self)
    let level = try Field("by", request.by).rollupLevel(of: filter.area, or: .upk)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.month, request.asOf,
        request.indicator, request.by,
      ])
    let rollups = try await desk.store.rollups(filter, by: level).now
    // The league is in its own order, so a row's key is its place in it.
    let all = League(of: rollups, by: kind).rows.enumerated().map { ($0 + 1, $1) }
    let (rows, next) = page.page(ofAll: all) { Int64($0.0) }
    return .with {
      $0.rows = rows.map { Bergulir_V1_LeagueRow($0.1) }
      $0.missing = Int32(rollups.reduce(0) { $0 + $1.missing })
      $0.nextPageToken = next
    }
  }

  func listOutliers(
    request: Bergulir_V1_ListOutliersRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListOutliersResponse {
    let filter = try filter(request.parent, request.month, request.asOf)
    let level = try Field("by", request.by).rollupLevel(of: filter.area, or: .upk)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.month, request.asOf,
        request.by,
      ])
    let rollups = try await desk.store.rollups(filter, by: level)
    let all = Outlier.found(among: rollups.now, after: rollups.before).enumerated()
      .map { ($0 + 1, $1) }
    let (outliers, next) = page.page(ofAll: all) { Int64($0.0) }
    return .with {
      $0.outliers = outliers.map { Bergulir_V1_Outlier($0.1) }
      $0.nextPageToken = next
    }
  }

  func getAreaStatus(
    request: Bergulir_V1_GetAreaStatusRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AreaStatus {
    let filter = try filter(request.parent, request.month, request.asOf)
    return Bergulir_V1_AreaStatus(
      try await desk.store.quickStatus(filter), month: filter.month, asOf: filter.asOf)
  }

  private func filter(
    _ parent: String, _ month: String, _ asOf: String
  ) throws -> RollupFilter {
    let area = try Field("parent", parent).area()
    let month = try Field("month", month).month()
    let day = try Call.current.day(asOf)
    _ = try Call.current.past(month.first)
    return RollupFilter(area: area, month: month, asOf: day)
  }
}

extension RollupPlace {
  /// What pages of parts are sorted by.
  var key: String {
    switch self {
    case .province: ""
    case .region(let code): code.description
    case .upk(let code): code.description
    }
  }
}
