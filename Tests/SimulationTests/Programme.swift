import FundAPI
import FundStore
import FundTesting
import GRPCCore
import Libpq
import RevolvingFund
import SwiftProtobuf
import Testing

/// Some UPK over some years, with the books looked at after every month.
struct Programme {
  let office: Office
  private var units: [UnitLife]
  private static let firstMonth = month("2016-01")

  /// The day before the first month, on which everything is registered.
  static let eve = day("2015-12-31")

  static func begin(_ scale: Scale, in office: Office) async throws -> Programme {
    var worlds = [office.world]
    for number in 1..<max(1, scale.upks) {
      worlds.append(try await office.world.anotherUPK(code("malabutor-\(number)")))
    }
    var units: [UnitLife] = []
    for (place, world) in worlds.enumerated() {
      units.append(
        try await UnitLife.begin(world, in: office, seed: scale.seed &+ UInt64(place)))
    }
    try await office.world.renewAttestations()
    return Programme(office: office, units: units)
  }

  private init(office: Office, units: [UnitLife]) {
    self.office = office
    self.units = units
  }

  /// Lives all months, and ends with what was done and refused; after each it says how much.
  mutating func live(
    _ months: Int, _ isLived: (Month, Int) -> Void
  ) async throws -> Tally {
    for _ in units.indices { try await catchUp() }
    for number in 0..<months {
      let month = Programme.firstMonth.adding(number)
      try await live(month)
      try await checkDisagreements(month.last)
      let edges = units.reduce(into: Set([month.last])) { $0.formUnion($1.edges(in: month)) }
      for day in edges.sorted() { try await checkStandings(day) }
      try await checkSums(month.last)
      try await verifyBooks(month)
      isLived(month, units.reduce(0) { $0 + $1.tally.operations })
    }
    try await leave(after: months)
    return units.reduce(into: Tally()) { $0.add($1.tally) }
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
  private func checkDisagreements(_ day: Day) async throws {
    for (rule, rows) in Disagreements.all {
      let found = try await office.world.fixture.rows(of: rows, on: day)
      #expect(found == 0, "\(rule), \(day)")
    }
  }

  /// Compares what the database sums with what the rules make of each loan, on the day and on one
  /// of the months before.
  private func checkSums(_ day: Day) async throws {
    let units = units.map(\.world.upk)
    for day in [day, day.addingDays(-47)] {
      let differing = try await office.world.store.differencesOfSums(of: units, asOf: day)
      #expect(differing.isEmpty)
    }
  }

  /// Verifies every unit's books, and the province's stream, as `bergulir books verify` does.
  private func verifyBooks(_ month: Month) async throws {
    let found = try await office.world.fixture.findings()
    #expect(found.isEmpty, "after \(month): \(found.prefix(3))")
  }

  /// Compares what the services say at the end of a day with the books reckoned again.
  private func checkStandings(_ day: Day) async throws {
    let debts = try await Reckoning.debts(in: office.world.fixture, asOf: day)
    let reckoned = Dictionary(
      grouping: try await Reckoning.standings(in: office.world.fixture, asOf: day),
      by: \.loan.upk)
    for unit in units {
      let told = Set(try await unit.standings(asOf: day))
      let differing = told.symmetricDifference(reckoned[unit.world.upk.id] ?? [])
      #expect(differing.isEmpty, "\(unit.name) on \(day)")
      #expect(
        try await unit.portfolioAtRisk(asOf: day)
          == Rupiah.atRisk(in: reckoned[unit.world.upk.id] ?? []), "\(unit.name) on \(day)")
      for (loan, told) in try await unit.debts(asOf: day) {
        #expect(told == debts[loan] ?? [], "debts on loan \(loan.number) of \(unit.name) on \(day)")
      }
      #expect(
        try await unit.overdueByMember(asOf: day) == unit.overdueByLoan(asOf: day),
        "\(unit.name) on \(day)")
    }
  }
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
