internal import Libpq
public import RevolvingFund

/// Of which closed months a sum is: an area's, in a month, as they stood on a day.
public struct RollupFilter: Hashable, Sendable {
  /// `nil` for the whole province.
  public let area: RegionCode?
  public let month: Month
  public let asOf: Day

  public init(area: RegionCode?, month: Month, asOf day: Day) {
    self.area = area
    self.month = month
    asOf = day
  }

  /// The same of the month before.
  public var earlier: RollupFilter {
    RollupFilter(area: area, month: month.adding(-1), asOf: asOf)
  }

  var parameters: [Parameter] {
    [.text(area?.description), .day(month.first), .day(asOf)]
  }
}

extension FundStore {
  /// Parts of an area behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func parts(
    _ filter: RollupFilter, by level: RollupLevel, after: String, limit: Int
  ) async throws -> [Rollup] {
    try await read([RollupStatements.parts(filter, level, after, limit)]) { rows in
      try rows[0].map { try Rollup($0, by: level) }
    }
  }

  /// An area with its first parts, and up to a thousand of the UPK that are missing, all of one
  /// state of the database.
  ///
  /// No sum is made where the parts are single UPK and there may be more of them.
  ///
  /// - Throws: `StoreError`.
  public func rollup(
    _ filter: RollupFilter, by level: RollupLevel, limit: Int
  ) async throws -> AreaRollup {
    try await read { session in
      let listed = try session.rows([
        RollupStatements.parts(filter, level, "", limit), RollupStatements.missing(filter),
      ])
      let parts = try listed[0].map { try Rollup($0, by: level) }
      let hasAll = level != .upk || parts.count < limit
      return AreaRollup(
        month: filter.month, asOf: filter.asOf,
        total: hasAll ? try session.total(of: filter) : nil, parts: parts,
        missing: try listed[1].map { try $0.code(0) })
    }
  }

  /// All parts of an area in a month and in the month before, by place.
  ///
  /// - Throws: `StoreError`.
  public func rollups(
    _ filter: RollupFilter, by level: RollupLevel
  ) async throws -> (now: [Rollup], before: [Rollup]) {
    let requests = [filter, filter.earlier].map {
      RollupStatements.parts($0, level, "", RollupStatements.mostParts)
    }
    return try await read(requests) { rows in
      (
        try rows[0].map { try Rollup($0, by: level) },
        try rows[1].map { try Rollup($0, by: level) }
      )
    }
  }

  /// Who closed a month and who did not, by code, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func reporting(
    _ filter: RollupFilter, missingOnly: Bool, after: Code?, limit: Int
  ) async throws -> [Reporting] {
    try await read(
      RollupStatements.reporting,
      filter.parameters + [
        .bool(missingOnly), .text(after?.description ?? ""), .int4(Int32(clamping: limit)),
      ]
    ) { try $0.map { try Reporting($0, of: filter.month) } }
  }

  /// An area on one page.
  ///
  /// - Throws: `StoreError`.
  public func quickStatus(_ filter: RollupFilter) async throws -> AreaStatus {
    let requests = [
      RollupStatements.total(filter),
      Request(RollupStatements.people, Array(filter.parameters.prefix(2))),
      Request(RollupStatements.money, filter.parameters),
    ]
    return try await read(requests) { rows in
      let people = try stored(rows[1].first, "a count without a row")
      let money = try stored(rows[2].first, "a sum without a row")
      return AreaStatus(
        rollup: try RollupStatements.total(rows[0], of: filter),
        people: .init(
          groups: try people.int8(0), members: try people.int8(1), women: try people.int8(2)),
        money: .init(
          disbursed: try money.rupiah(0), disbursedInMonth: try money.rupiah(1),
          writtenOff: try money.rupiah(2)))
    }
  }
}

extension ReadSession {
  /// The sum of a whole area.
  fileprivate func total(of filter: RollupFilter) throws -> Rollup {
    try RollupStatements.total(rows([RollupStatements.total(filter)])[0], of: filter)
  }
}

extension RollupStatements {
  /// More parts than a province has.
  fileprivate static let mostParts = 10_000

  fileprivate static func parts(
    _ filter: RollupFilter, _ level: RollupLevel, _ after: String, _ limit: Int
  ) -> Request {
    let page: [Parameter] = [.text(after), .int4(Int32(clamping: limit))]
    return level == .upk
      ? Request(units, filter.parameters + page)
      : Request(sums, filter.parameters + [.int4(Int32(level.codeLength))] + page)
  }

  /// The sum of a whole area: one part, whose key is the area's own code.
  fileprivate static func total(_ filter: RollupFilter) -> Request {
    let length = filter.area?.description.utf8.count ?? 0
    return Request(
      sums, filter.parameters + [.int4(Int32(length)), .text(nil), .int4(1)])
  }

  fileprivate static func missing(_ filter: RollupFilter) -> Request {
    Request(missing, filter.parameters + [.int4(1000)])
  }

  fileprivate static func total(_ rows: Rows, of filter: RollupFilter) throws -> Rollup {
    let row = rows.first { _ in true }
    let found = try row.map { try Rollup($0, by: filter.area.map { _ in .ward }) }
    return found
      ?? Rollup(
        place: filter.area.map { .region($0) } ?? .province, name: "", expected: 0,
        categories: [:], indicators: [])
  }
}
