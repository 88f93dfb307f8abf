import RevolvingFund
import Testing

/// A UPK of which one indicator is known.
private func rollup(_ name: String, _ kind: IndicatorKind, _ ratio: Ratio?) -> Rollup {
  Rollup(
    place: .upk(Code(stringLiteral: "unit-\(name)")), name: name, expected: 1,
    categories: ratio == nil ? [:] : [.satisfactory: 1],
    indicators: ratio.map { [Indicator(kind, $0)] } ?? [])
}

private func percent(_ value: Int64) -> Ratio { Ratio(value, 100) }

@Test func `a league is by exact ratios, with ties and the unrated last`() {
  let rollups = [
    rollup("upk-a", .par, percent(20)), rollup("upk-b", .par, nil),
    rollup("upk-c", .par, Ratio(1, 5)),
    rollup("upk-d", .par, Ratio(199_999, 1_000_000)), rollup("upk-e", .par, Ratio(0, 0)),
    rollup("upk-f", .par, percent(3)),
  ]
  let league = League(of: rollups, by: .par)
  #expect(
    league.rows.map(\.rollup.name)
      == ["upk-f", "upk-d", "upk-a", "upk-c", "upk-b", "upk-e"])
  #expect(league.rows.map(\.rank) == [1, 2, 3, 3, nil, nil])
}

@Test(arguments: IndicatorKind.allCases)
func `little is best of LAR and PAR, much of the others`(kind: IndicatorKind) {
  let league = League(
    of: [rollup("small", kind, percent(1)), rollup("large", kind, percent(99))], by: kind)
  #expect(
    league.rows.first?.rollup.name == ([.lar, .par].contains(kind) ? "small" : "large"))
}

@Test func `a figure far from the middle stands out, and near ones do not`() {
  let usual = (1...9).map { rollup("u\($0)", .rr, percent(90 + $0 % 3)) }
  #expect(Outlier.found(among: usual, after: []).isEmpty)
  let found = Outlier.found(among: usual + [rollup("odd", .rr, percent(60))], after: [])
  #expect(found.map(\.rollup.name) == ["odd"])
  #expect(found.map(\.reason) == [.distance])
  #expect(found.map(\.reading) == [6000] && found.map(\.reference) == [9100])
}

@Test func `four have no middle to be far from`() {
  let few = [1, 2, 3].map { rollup("u\($0)", .par, percent(1)) }
  #expect(Outlier.found(among: few + [rollup("odd", .par, percent(90))], after: []).isEmpty)
}

@Test(arguments: [(now: 19, isFound: false), (20, true), (0, true), (1, false)])
func `ten points from the month before are a jump`(now: Int64, isFound: Bool) {
  let found = Outlier.found(
    among: [rollup("upk", .par, percent(now))], after: [rollup("upk", .par, percent(10))])
  #expect(found.map(\.reason) == (isFound ? [.jump] : []))
}

@Test func `what is not rated stands out nowhere`() {
  let none = (1...9).map { rollup("u\($0)", .ccr, Ratio(7, 0)) }
  #expect(Outlier.found(among: none, after: none).isEmpty)
}

@Test(arguments: [
  (area: nil, next: RollupLevel.city), ("92", .city), ("92.71", .subdistrict),
  ("92.71.03", .ward), ("92.71.03.1004", .upk),
])
func `an area is divided into its next smaller parts`(area: String?, next: RollupLevel) {
  #expect(RollupLevel(below: area.flatMap { RegionCode($0) }) == next)
}

@Test(arguments: [
  (closed: Optional<String>.none, asOf: "2017-11-05", late: 0), (nil, "2017-11-06", 1),
  (nil, "2017-12-05", 30), ("2017-11-05", "2017-12-31", 0), ("2017-11-08", "2017-12-31", 3),
])
func `a close is in time up to the fifth`(closed: String?, asOf: String, late: Int) throws {
  let reporting = Reporting(
    upk: "malabutor", name: "", region: "92",
    month: Month(year: 2017, month: 10), closedOn: closed.flatMap { Day(parsing: $0) },
    version: closed.map { _ in 1 }, lastClosed: nil)
  #expect(reporting.daysLate(asOf: try #require(Day(parsing: asOf))) == late)
}

@Test func `missing is what is expected and did not close`() {
  let sum = Rollup(
    place: .province, name: "", expected: 9, categories: [.minimum: 2, .suspended: 3],
    indicators: [])
  #expect(sum.closed == 5 && sum.missing == 4)
}
