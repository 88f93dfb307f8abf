import FundAPI
import FundStore
import FundTesting
import GRPCCore
import Libpq
import RevolvingFund
import SwiftProtobuf

/// Some UPK over some years, with the books looked at after every month.
struct Programme {
  let office: Office
  private let story: Story
  private var units: [UnitLife]
  private var findings: [Finding] = []
  private static let firstMonth = month("2016-01")

  /// The day before the first month, on which everything is registered.
  static let eve = day("2015-12-31")

  /// Lives a story in a database of its own, and says after each month how much was done.
  static func life(
    _ scale: Scale, _ story: Story, meddling: Meddling? = nil,
    _ isLived: @Sendable @escaping (Month, Int) -> Void
  ) async throws -> Life {
    try await FundFixture.withWorld(today: eve) { world in
      try await Office.serving(world, clock: SimulatedClock(eve)) { office in
        var programme = try await begin(scale, story, in: office)
        return try await programme.live(meddling, isLived)
      }
    }
  }

  static func begin(_ scale: Scale, _ story: Story, in office: Office) async throws -> Programme {
    var worlds = [office.world]
    for number in 1..<max(1, scale.upks) {
      worlds.append(try await office.world.anotherUPK(code("malabutor-\(number)")))
    }
    var units: [UnitLife] = []
    for (place, world) in worlds.enumerated() {
      units.append(
        try await UnitLife.begin(
          world, as: place, in: office, seed: scale.seed &+ UInt64(place), story))
    }
    try await office.world.renewAttestations()
    return Programme(office: office, story: story, units: units)
  }

  private init(office: Office, story: Story, units: [UnitLife]) {
    self.office = office
    self.story = story
    self.units = units
  }

  /// What was done and refused so far.
  var tally: Tally { units.reduce(into: Tally()) { $0.add($1.tally) } }

  /// Lives all months, or until something was found; after each it says how much was done.
  mutating func live(
    _ meddling: Meddling? = nil, _ isLived: (Month, Int) -> Void
  ) async throws -> Life {
    for _ in units.indices { try await catchUp() }
    for number in 0..<story.months {
      let month = Programme.firstMonth.adding(number)
      do {
        try await live(month)
        try await meddling?(self)
        try await look(at: month)
      } catch let error as UnitLife.Unexpected {
        findings.append(Finding(rule: "unexpected \(error.what)", detail: "\(error.error)"))
      }
      findings += units.flatMap(\.findings)
      isLived(month, tally.operations)
      if !findings.isEmpty { return life(months: number + 1) }
    }
    try await leave(after: story.months)
    return life(months: story.months)
  }

  private func life(months: Int) -> Life {
    Life(
      months: months, tally: tally, findings: findings,
      chapters: units.flatMap(\.chapters).filter { !$0.deeds.isEmpty }
        .sorted { $0.step.week < $1.step.week })
  }

  /// Looks at everything at the end of a month.
  private mutating func look(at month: Month) async throws {
    try await checkDisagreements(month.last)
    let edges = units.reduce(into: Set([month.last])) { $0.formUnion($1.edges(in: month)) }
    for day in edges.sorted() { try await checkStandings(day) }
    try await checkSums(month.last)
    try await verifyBooks(month)
  }

  private mutating func check(
    _ isSo: Bool, _ rule: String, _ detail: @autoclosure () -> String
  ) {
    if !isSo { findings.append(Finding(rule: rule, detail: detail())) }
  }

  /// All books leave for empty deployments at the end.
  private func leave(after months: Int) async throws {
    let days = [months / 2, months - 2, months - 1].filter { $0 >= 0 }
      .map { Programme.firstMonth.adding($0).last }
    for unit in units { try await unit.leave(on: days) }
  }

  /// Closes the months before the first.
  private mutating func catchUp() async throws {
    for unit in units { try await unit.world.close(through: Programme.firstMonth.adding(-2)) }
  }

  /// Lives a month in four weeks, all UPK beside each other.
  private mutating func live(_ month: Month) async throws {
    let starts = [0, 7, 14, 21].map { month.first.addingDays($0) }
    for (place, start) in starts.enumerated() {
      let end = place == 3 ? month.last : start.addingDays(6)
      office.clock.set(end)
      units = try await withThrowingTaskGroup(of: (Int, UnitLife).self) { group in
        for (number, unit) in units.enumerated() {
          group.addTask {
            var unit = unit
            if place == 0 {
              try await unit.depreciate(month.adding(-1))
              try await unit.close(month.adding(-1), on: start)
              if month.month == 1 { try await unit.closeYear(month.year - 1, on: start) }
            }
            try await unit.live(start...end)
            return (number, unit)
          }
        }
        return try await group.reduce(into: units) { $0[$1.0] = $1.1 }
      }
    }
  }

  /// Looks for what must never be found.
  private mutating func checkDisagreements(_ day: Day) async throws {
    for (rule, rows) in Disagreements.all {
      let found = try await office.world.fixture.rows(of: rows, on: day)
      check(found == 0, rule, "\(day)")
    }
  }

  /// Compares what the database sums with what the rules make of each loan, on the day and on one
  /// of the months before.
  private mutating func checkSums(_ day: Day) async throws {
    let units = units.map(\.world.upk)
    for day in [day, day.addingDays(-47)] {
      let differing = try await office.world.store.differencesOfSums(of: units, asOf: day)
      check(differing.isEmpty, "the database sums what the rules do", "\(differing.prefix(3))")
    }
  }

  /// Verifies every unit's books, and the province's stream, as `bergulir books verify` does.
  private mutating func verifyBooks(_ month: Month) async throws {
    let found = try await office.world.fixture.findings()
    check(found.isEmpty, "books are clean", "after \(month): \(found.prefix(3))")
  }

  /// Compares what the services say at the end of a day with the books reckoned again.
  private mutating func checkStandings(_ day: Day) async throws {
    let debts = try await Reckoning.debts(in: office.world.fixture, asOf: day)
    let reckoned = Dictionary(
      grouping: try await Reckoning.standings(in: office.world.fixture, asOf: day),
      by: \.loan.upk)
    for unit in units {
      let told = Set(try await unit.standings(asOf: day))
      let differing = told.symmetricDifference(reckoned[unit.world.upk.id] ?? [])
      let place = "\(unit.name) on \(day)"
      check(differing.isEmpty, "loans stand as they are reckoned again", place)
      let atRisk = try await unit.portfolioAtRisk(asOf: day)
      check(
        atRisk == Rupiah.atRisk(in: reckoned[unit.world.upk.id] ?? []),
        "PAR is what it is reckoned again", place)
      for (loan, told) in try await unit.debts(asOf: day) {
        check(
          told == debts[loan] ?? [], "debts between members are those reckoned again",
          "loan \(loan.number) of \(place)")
      }
      let (byMember, byLoan) = (
        try await unit.overdueByMember(asOf: day), try await unit.overdueByLoan(asOf: day)
      )
      check(byMember == byLoan, "what members are behind is what loans are", place)
    }
  }
}

/// What came of a programme.
struct Life: Sendable {
  /// How many months it took, which are fewer than were to be lived where something was found.
  let months: Int
  let tally: Tally
  let findings: [Finding]
  let chapters: [Chapter]
}

extension Rupiah {
  /// PAR's two amounts: the balance of classes 3 to 5, and all of it.
  fileprivate static func atRisk(in standings: [Reckoning.Standing]) -> [Rupiah] {
    [standings.filter { $0.collectability >= 3 }, standings].map { $0.total(\.outstanding) }
  }
}

extension UnitLife {
  /// Every loan as the service shows it, page by page.
  fileprivate func standings(asOf day: Day) async throws -> [Reckoning.Standing] {
    let client = Bergulir_V1_LoanService.Client(wrapping: office.client)
    var standings: [Reckoning.Standing] = []
    var token = ""
    repeat {
      let page = try await client.listLoans(
        .with {
          $0.parent = name
          $0.asOf = day.description
          $0.page.token = token
        }, metadata: office.desk(.manager))
      standings += page.loans.map { loan in
        Reckoning.Standing(
          loan: LoanID(world.upk.id, Int64(loan.name.split(separator: "/").last ?? "") ?? 0),
          outstanding: Rupiah(loan.outstanding), collectability: Int(loan.collectability))
      }
      token = page.nextPageToken
    } while !token.isEmpty
    return standings
  }

  /// PAR's numerator and denominator as the service shows them.
  fileprivate func portfolioAtRisk(asOf day: Day) async throws -> [Rupiah] {
    let sheet = try await Bergulir_V1_IndicatorService.Client(wrapping: office.client)
      .getIndicators(
        .with {
          $0.parent = name
          $0.asOf = day.description
        }, metadata: office.desk(.manager))
    return sheet.indicators.filter { $0.indicator == "PAR" }
      .flatMap { [Rupiah($0.numerator), Rupiah($0.denominator)] }
  }
}

extension FundFixture {
  /// How many rows a query finds, with `$day` put into it.
  func rows(of query: String, on day: Day) async throws -> Int64 {
    let dated = query.replacing("$day", with: day.description)
    return try await superuser { connection in
      try connection.script(
        "create temporary view found as select count(*) as number from (\(dated)) as broken")
      return try connection.run(counted)[0].int8(0)
    }
  }
}

private let counted = Statement("simulation.found", "select number from found")
