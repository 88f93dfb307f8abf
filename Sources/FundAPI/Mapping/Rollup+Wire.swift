public import RevolvingFund
internal import SwiftProtobuf

extension RollupPlace {
  /// The place as the wire calls it: `province`, `regions/92.71` or `upks/malabutor`.
  public var wireName: String {
    switch self {
    case .province: "province"
    case .region(let code): ResourceName.region(code).description
    case .upk(let code): ResourceName.upk(code).description
    }
  }
}

extension Field {
  /// By what an area is divided; another one where the caller wrote none.
  ///
  /// - Throws: `fieldInvalid` also for a level around the area.
  public func rollupLevel(
    of area: RegionCode?, or other: RollupLevel
  ) throws(Fault) -> RollupLevel {
    let level = try optionalChoice(RollupLevel.self) ?? other
    let smallest = area?.description.utf8.count ?? 0
    guard level == .upk || level.codeLength >= smallest else {
      throw .fieldInvalid(
        name,
        expected: .oneOf(
          RollupLevel.allCases.filter { $0 == .upk || $0.codeLength >= smallest }
            .map(\.rawValue)))
    }
    return level
  }
}

extension Bergulir_V1_Rollup {
  public init(_ rollup: Rollup) {
    self.init()
    place = rollup.place.wireName
    title = rollup.name
    expected = Int32(rollup.expected)
    closed = Int32(rollup.closed)
    missing = Int32(rollup.missing)
    categories = AuthorityCategory.listed.map { category in
      .with {
        $0.category = category.rawValue
        $0.upks = Int32(rollup.categories[category] ?? 0)
      }
    }
    indicators = rollup.indicators.map(Bergulir_V1_Indicator.init)
  }
}

extension Bergulir_V1_Reporting {
  public init(_ reporting: Reporting, asOf day: Day) {
    self.init()
    upk = ResourceName.upk(reporting.upk).description
    title = reporting.name
    region = ResourceName.region(reporting.region).description
    isClosed = reporting.closedOn != nil
    closedOn = reporting.closedOn?.description ?? ""
    version = Int32(reporting.version ?? 0)
    due = reporting.due.description
    daysLate = Int32(reporting.daysLate(asOf: day))
    lastClosed = reporting.lastClosed?.description ?? ""
  }
}

extension Bergulir_V1_LeagueRow {
  public init(_ row: League.Row) {
    self.init()
    rank = Int32(row.rank ?? 0)
    rollup = Bergulir_V1_Rollup(row.rollup)
  }
}

extension Bergulir_V1_Outlier {
  public init(_ outlier: Outlier) {
    self.init()
    place = outlier.rollup.place.wireName
    title = outlier.rollup.name
    indicator = Bergulir_V1_Indicator(outlier.indicator)
    reason = outlier.reason.rawValue
    reference = Ratio(outlier.reference, 10_000).percentText(decimals: 2) ?? ""
  }
}

extension Bergulir_V1_AreaStatus {
  public init(_ status: AreaStatus, month: Month, asOf day: Day) {
    self.init()
    self.month = month.description
    asOf = day.description
    rollup = Bergulir_V1_Rollup(status.rollup)
    groups = status.people.groups
    members = status.people.members
    women = status.people.women
    borrowingGroups = status.borrowingGroups
    lateGroups = status.lateGroups
    disbursed = status.money.disbursed.amount
    disbursedInMonth = status.money.disbursedInMonth.amount
    outstanding = status.outstanding.amount
    atRisk = status.atRisk.amount
    overdue = status.overdue.amount
    writtenOff = status.money.writtenOff.amount
    repaid = status.repaid.amount
  }
}
