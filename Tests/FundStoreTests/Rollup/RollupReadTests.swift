import FundStore
import FundTesting
import RevolvingFund
import Testing

/// Where a made-up UPK lies if nothing else was drawn.
let anywhere = regionCode("91.01.01.1001")

@Suite struct RollupReadTests {
  /// Indicators as plain sums over the UPK that closed, by hand.
  private func sums(_ closed: [RandomProvince.Closed]) -> [Indicator] {
    guard !closed.isEmpty else { return [] }
    return IndicatorKind.allCases.enumerated().map { place, kind in
      let columns = (0..<4).map { column in
        closed.reduce(0) { $0 + $1.figures[place][column] }
      }
      return Indicator(
        kind, inputs: Ratio(columns[0], columns[1]), judged: Ratio(columns[2], columns[3]))
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a province is the sum of its parts, and they of their UPK`(seed: UInt64) async throws {
    try await FundFixture.withBareWorld { world in
      var generator = SeededRandom(seed: seed)
      let province = RandomProvince(40, using: &generator)
      try await world.fixture.script(province.sql)
      for month in RandomProvince.months {
        for day in [month.adding(1).first.addingDays(15), day("2017-06-30")] {
          try await compare(province, month, day, in: world.store)
        }
      }
    }
  }

  private func compare(
    _ province: RandomProvince, _ month: Month, _ day: Day, in store: FundStore
  ) async throws {
    let area = regionCode("91")
    let filter = RollupFilter(area: area, month: month, asOf: day)
    let operating = province.units.filter { $0.operatingSince <= month }
    let closed = operating.compactMap { RandomProvince.standing($0, month, by: day) }
    for level in RollupLevel.allCases {
      let found = try await store.rollup(filter, by: level, limit: 1000)
      let whole = try #require(found.total)
      #expect(whole.place == .region(area))
      #expect(whole.expected == operating.count)
      #expect(whole.closed == closed.count)
      #expect(whole.indicators == sums(closed))
      #expect(
        found.missing.map(\.description)
          == operating.filter { RandomProvince.standing($0, month, by: day) == nil }
          .map(\.code).sorted())
      #expect(found.parts.reduce(0) { $0 + $1.expected } == whole.expected)
      #expect(found.parts.reduce(0) { $0 + $1.missing } == whole.missing)
      for kind in IndicatorKind.allCases where !closed.isEmpty {
        let parts = found.parts.compactMap { $0[kind] }
        let total = try #require(whole[kind])
        #expect(parts.reduce(0) { $0 + $1.inputs.numerator } == total.inputs.numerator)
        #expect(parts.reduce(0) { $0 + $1.inputs.denominator } == total.inputs.denominator)
        #expect(parts.reduce(0) { $0 + $1.judged.numerator } == total.judged.numerator)
        #expect(parts.reduce(0) { $0 + $1.judged.denominator } == total.judged.denominator)
      }
      for part in found.parts {
        let units = operating.filter { part.place.holds($0) }
        #expect(part.expected == units.count)
        #expect(
          part.indicators
            == sums(units.compactMap { RandomProvince.standing($0, month, by: day) }))
      }
    }
  }

  @Test func `pages of parts follow each other, and a drill-down asks for one of them`()
    async throws
  {
    try await FundFixture.withBareWorld { world in
      var generator = SeededRandom(seed: 7)
      try await world.fixture.script(RandomProvince(30, using: &generator).sql)
      let filter = RollupFilter(
        area: regionCode("91"), month: month("2016-11"), asOf: day("2017-06-30"))
      let all = try await world.store.rollup(filter, by: .ward, limit: 100)
      let first = try await world.store.rollup(filter, by: .ward, limit: 2)
      #expect(first.parts == Array(all.parts.prefix(2)) && first.total == all.total)
      guard case .region(let code)? = first.parts.last?.place else {
        Issue.record("a part is a region")
        return
      }
      let rest = try await world.store.parts(
        filter, by: .ward, after: code.description, limit: 100)
      #expect(first.parts + rest == all.parts)
      let drilled = try await world.store.rollup(
        RollupFilter(area: code, month: filter.month, asOf: filter.asOf), by: .upk, limit: 100)
      #expect(drilled.total == first.parts.last && !drilled.parts.isEmpty)
      for (limit, hasTotal) in [(drilled.parts.count, false), (drilled.parts.count + 1, true)] {
        let page = try await world.store.rollup(
          RollupFilter(area: code, month: filter.month, asOf: filter.asOf), by: .upk,
          limit: limit)
        #expect(page.parts == drilled.parts && (page.total != nil) == hasTotal)
      }
    }
  }

  @Test func `who reported is told by day and version`() async throws {
    try await FundFixture.withBareWorld { world in
      var generator = SeededRandom(seed: 11)
      let province = RandomProvince(30, using: &generator)
      try await world.fixture.script(province.sql)
      let filter = RollupFilter(
        area: regionCode("91"), month: month("2016-10"), asOf: day("2016-11-15"))
      let found = try await world.store.reporting(
        filter, missingOnly: false, after: nil, limit: 100)
      let operating = province.units.filter { $0.operatingSince <= filter.month }
      #expect(found.map(\.upk.description) == operating.map(\.code).sorted())
      for row in found {
        let unit = try #require(operating.first { $0.code == row.upk.description })
        let last = RandomProvince.standing(unit, filter.month, by: filter.asOf)
        #expect(row.version == last?.version && row.closedOn == last?.on)
        #expect(
          row.lastClosed == unit.closed.filter { $0.on <= filter.asOf }.map(\.month).max())
      }
      let missing = try await world.store.reporting(
        filter, missingOnly: true, after: nil, limit: 100)
      #expect(missing == found.filter { $0.closedOn == nil } && !missing.isEmpty)
    }
  }

  @Test func `an area without UPK sums nothing`() async throws {
    try await FundFixture.withBareWorld { world in
      let filter = RollupFilter(
        area: regionCode("11"), month: month("2016-10"), asOf: day("2016-12-31"))
      let found = try await world.store.rollup(filter, by: .city, limit: 10)
      #expect(found.total?.expected == 0 && found.total?.indicators.isEmpty == true)
      #expect(found.parts.isEmpty && found.missing.isEmpty)
    }
  }

  @Test func `one page on an area counts who is served and what was lent`() async throws {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      _ = try await world.disbursedLoan(ksm)
      try await world.close(through: month("2016-06"))
      for area in [nil, regionCode("92.71")] {
        let status = try await world.store.quickStatus(
          RollupFilter(area: area, month: month("2016-06"), asOf: day("2016-12-31")))
        #expect(status.people == .init(groups: 1, members: 5, women: 5))
        #expect(status.borrowingGroups == 1 && status.lateGroups == 1)
        #expect(status.money.disbursed == Rupiah(5_000_000))
        #expect(status.money.disbursedInMonth == .zero)
        #expect(status.outstanding == Rupiah(5_000_000) && status.atRisk == Rupiah(5_000_000))
        #expect(status.repaid == .zero && status.rollup.closed == 1)
      }
      let january = try await world.store.quickStatus(
        RollupFilter(area: nil, month: month("2016-01"), asOf: day("2016-12-31")))
      #expect(january.money.disbursedInMonth == Rupiah(5_000_000))
      let unclosed = try await world.store.quickStatus(
        RollupFilter(area: nil, month: month("2016-12"), asOf: day("2016-12-31")))
      #expect(unclosed.money.disbursed == .zero && unclosed.people.members == 5)
    }
  }
}

extension RollupPlace {
  /// Whether a made-up UPK is summed here.
  fileprivate func holds(_ unit: RandomProvince.Unit) -> Bool {
    switch self {
    case .province: true
    case .region(let code): unit.region.isWithin(code)
    case .upk(let code): unit.code == code.description
    }
  }
}
