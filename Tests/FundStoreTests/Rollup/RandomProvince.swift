import RevolvingFund

/// A made-up province of closed months, written straight into the tables that rollups read.
struct RandomProvince: Sendable {
  let units: [Unit]

  /// A UPK with what it closed.
  struct Unit: Sendable {
    let id: Int64
    let code: String
    let region: RegionCode
    let operatingSince: Month
    /// Closed months in the order of their versions.
    let closed: [Closed]
  }

  struct Closed: Sendable {
    let month: Month
    let version: Int
    let on: Day
    let category: AuthorityCategory
    /// Numerators and denominators, as counted and as judged, in the order of the indicators.
    let figures: [[Int64]]
  }

  static let months = (8...12).map { Month(year: 2016, month: $0) }

  init(_ count: Int, using generator: inout some RandomNumberGenerator) {
    units = (0..<count).map { index in
      let codes = ["01", "02", "03"].flatMap { city in
        ["01", "02"].flatMap { district in
          ["1001", "1002"].map { "91.\(city).\(district).\($0)" }
        }
      }
      let region = RegionCode(codes.randomElement(using: &generator) ?? "91.01.01.1001")
      var closed: [Closed] = []
      for month in RandomProvince.months where Int.random(in: 0..<4, using: &generator) > 0 {
        for version in 1...Int.random(in: 1...2, using: &generator) {
          closed.append(
            Closed(
              month: month, version: version,
              on: month.adding(1).first.addingDays(Int32(10 * version)),
              category: [.satisfactory, .notRated, .minimum].randomElement(using: &generator)
                ?? .minimum,
              figures: IndicatorKind.allCases.map { _ in
                (0..<4).map { _ in
                  Bool.random(using: &generator)
                    ? 0 : Int64.random(in: 0...3_000_000_000, using: &generator)
                }
              }))
        }
      }
      return Unit(
        id: Int64(1000 + index), code: "u\(1000 + index)",
        region: region ?? anywhere,
        operatingSince: Month(year: 2016, month: .random(in: 1...11, using: &generator)),
        closed: closed)
    }
  }

  /// The rows as SQL, of a board and a person that are there.
  var sql: String {
    let codes = Set(
      units.flatMap { unit -> [String] in
        [2, 5, 8, 13].map { String(unit.region.description.prefix($0)) }
      })
    var lines = codes.sorted().map { "insert into fund.region values ('\($0)', 'R \($0)');" }
    for unit in units {
      lines.append(
        """
        insert into fund.upk (upk_id, code, name, bkm, region, operating_since,
          ran_earlier_programme, live_from)
        values (\(unit.id), '\(unit.code)', 'UPK \(unit.code)', 'mentari', '\(unit.region)',
          '\(unit.operatingSince.first)', false, '2016-01-01');
        insert into fund.head (upk_id, next_seq, last_hash, latest_day)
        values (\(unit.id), 1, decode(repeat('00', 32), 'hex'), '1900-01-01');
        """)
      for period in unit.closed {
        lines.append(
          """
          insert into fund.period (upk_id, month, version, closed_on, closed_by, category,
            suspended_since, gate_at_risk, gate_balance)
          values (\(unit.id), '\(period.month.first)', \(period.version), '\(period.on)', 1,
            '\(period.category.rawValue)', null, 0, 0);
          """)
        for (line, kind) in IndicatorKind.allCases.enumerated() {
          let values = period.figures[line].map { "\($0)" }.joined(separator: ", ")
          lines.append(
            """
            insert into fund.period_indicator values (\(unit.id), '\(period.month.first)',
              \(period.version), \(line + 1), '\(kind.rawValue)', \(values), 'NOT_RATED');
            """)
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What a UPK closed of a month by a day: its newest version.
  static func standing(_ unit: Unit, _ month: Month, by day: Day) -> Closed? {
    unit.closed.last { $0.month == month && $0.on <= day }
  }
}
