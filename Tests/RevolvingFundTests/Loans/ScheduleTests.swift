import RevolvingFund
import Testing

struct ScheduleTests {
  /// A schedule in runs of equal installments: how many, principal, service charge.
  struct Vector: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var shares: [Rupiah]
    var terms: LoanTerms
    var runs: [(count: Int, principal: Rupiah, serviceCharge: Rupiah)]
  }

  static let vectors = [
    Vector(
      testDescription: "(a) 5,000,000 over 10", shares: [5_000_000], terms: .usual(10),
      runs: [(10, 500_000, 75_000)]),
    Vector(
      testDescription: "(b) 30,000,000 over 10", shares: [30_000_000], terms: .usual(10),
      runs: [(10, 3_000_000, 450_000)]),
    Vector(
      testDescription: "(c) 5,000,000 over 24 by 1,000", shares: [5_000_000],
      terms: .usual(24, unit: 1000), runs: [(23, 209_000, 75_000), (1, 193_000, 75_000)]),
    Vector(
      testDescription: "ruling 8: 2,000,000 over 12", shares: [2_000_000], terms: .usual(12),
      runs: [(11, 166_666, 30_000), (1, 166_674, 30_000)]),
    Vector(
      testDescription: "ruling 9 and S13: five shares of 5,000,000",
      shares: [5_000_000, 5_000_000, 5_000_000, 5_000_000, 5_000_000],
      terms: .usual(24, unit: 1000), runs: [(23, 1_045_000, 375_000), (1, 965_000, 375_000)]),
    Vector(
      testDescription: "Mentari: ten shares of 822,000 over 4",
      shares: [Rupiah](repeating: 822_000, count: 10), terms: .usual(4),
      runs: [(4, 2_055_000, 123_300)]),
    Vector(
      testDescription: "no charge at all", shares: [100],
      terms: .usual(3, rate: .init(millionths: 0)),
      runs: [(2, 33, 0), (1, 34, 0)]),
  ]

  @Test(arguments: vectors)
  func `a schedule is what the rules' vectors say`(vector: Vector) throws {
    let schedule = try Schedule(
      shares: vector.shares, terms: vector.terms, disbursedOn: "2016-05-10")
    let expected = vector.runs.flatMap { run in
      (0..<run.count).map { _ in [run.principal, run.serviceCharge] }
    }
    #expect(schedule.installments.map { [$0.principal, $0.serviceCharge] } == expected)
    #expect(schedule.principal == vector.shares.total())
  }

  @Test func `installments of vector c are 284,000 and the last 268,000`() throws {
    let schedule = try Schedule(
      shares: [5_000_000], terms: .usual(24, unit: 1000), disbursedOn: "2016-05-10")
    #expect(schedule.installments.prefix(23).allSatisfy { $0.total == 284_000 })
    #expect(schedule.installments.last?.total == 268_000)
    #expect(schedule.serviceCharge == 1_800_000)
  }

  @Test func `five shares of S13 are due with 1,420,000, not the 1,417,000 of their sum`() throws {
    let terms = LoanTerms.usual(24, unit: 1000)
    let shares = try Schedule(
      shares: [Rupiah](repeating: 5_000_000, count: 5), terms: terms, disbursedOn: "2013-01-10")
    #expect(shares.installments.first?.total == 1_420_000)
    let sum = try Schedule(shares: [25_000_000], terms: terms, disbursedOn: "2013-01-10")
    #expect(sum.installments.first?.total == 1_417_000)
  }

  @Test func `a declining charge falls with the scheduled balance and ignores the unit`() throws {
    let schedule = try Schedule(
      shares: [3_000_000], terms: .usual(12, method: .declining, unit: 1000),
      disbursedOn: "2016-05-10")
    #expect(schedule.installments.map(\.principal) == [Rupiah](repeating: 250_000, count: 12))
    #expect(
      schedule.installments.map(\.serviceCharge) == (0..<12).map { Rupiah(45_000 - 3_750 * $0) })
    #expect(schedule.serviceCharge == 292_500)
  }

  @Test func `an installment without principal is refused`() {
    #expect(throws: Rejection.scheduleNotPossible(share: 50_000, months: 24, roundUnit: 1000)) {
      try Schedule(shares: [50_000], terms: .usual(24, unit: 1000), disbursedOn: "2016-05-10")
    }
    #expect(throws: Rejection.scheduleNotPossible(share: 5, months: 6, roundUnit: 1)) {
      try Schedule(shares: [600, 5], terms: .usual(6), disbursedOn: "2016-05-10")
    }
  }

  @Test func `due days are counted from the disbursement, never chained`() throws {
    let schedule = try Schedule(
      shares: [500_000], terms: .usual(5), disbursedOn: "2026-01-31")
    let days: [Day] = ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"]
    #expect(schedule.installments.map(\.due) == days)
    #expect(schedule.installments.map(\.number) == [1, 2, 3, 4, 5])
    #expect(schedule.finalDue == "2026-06-30")
  }

  @Test func `random schedules sum exactly and their last principal absorbs the rest`() {
    var random = SeededGenerator.announced()
    var broken: [String] = []
    for _ in 0..<100_000 {
      let terms = LoanTerms(
        months: .random(in: 1...24, using: &random),
        rate: MonthlyRate(millionths: .random(in: 0...30_000, using: &random)),
        method: Bool.random(using: &random) ? .flat : .declining,
        roundUnit: [1, 100, 500, 1000].randomElement(using: &random) ?? 1,
        earlySettlement: .waive)
      let share = Rupiah(.random(in: 1...5_000_000, using: &random))
      guard let schedule = possible([share], terms) else { continue }
      if !isSound(schedule, share, terms) { broken.append("\(share) \(terms)") }
    }
    #expect(broken.isEmpty)
  }

  @Test func `a group's schedule is the sum of its shares' schedules`() {
    var random = SeededGenerator.announced()
    for _ in 0..<300 {
      let terms = LoanTerms.usual(
        .random(in: 1...24, using: &random), unit: Bool.random(using: &random) ? 1000 : 1)
      let shares = (0..<5).map { _ in Rupiah(.random(in: 100_000...5_000_000, using: &random)) }
      let parts = shares.compactMap { possible([$0], terms) }
      guard parts.count == shares.count, let whole = possible(shares, terms) else { continue }
      for (index, installment) in whole.installments.enumerated() {
        #expect(installment.principal == parts.total { $0.installments[index].principal })
        #expect(installment.serviceCharge == parts.total { $0.installments[index].serviceCharge })
      }
    }
  }

  private func possible(_ shares: [Rupiah], _ terms: LoanTerms) -> Schedule? {
    do {
      return try Schedule(shares: shares, terms: terms, disbursedOn: "2026-01-31")
    } catch {
      return nil
    }
  }

  private func isSound(_ schedule: Schedule, _ share: Rupiah, _ terms: LoanTerms) -> Bool {
    let all = schedule.installments
    let equal = Set(all.dropLast().map(\.principal))
    guard all.count == terms.months, schedule.principal == share, equal.count <= 1,
      all.allSatisfy({ $0.principal > .zero && $0.serviceCharge >= .zero })
    else { return false }
    guard terms.method == .flat, terms.roundUnit > 1 else {
      return equal.allSatisfy { $0 == Rupiah(share.amount / Int64(terms.months)) }
    }
    // All but the last are whole units, and no unit too many.
    return all.dropLast().allSatisfy { installment in
      let exact = share.amount + installment.serviceCharge.amount * Int64(terms.months)
      let total = installment.total.amount
      return total.isMultiple(of: terms.roundUnit) && total * Int64(terms.months) >= exact
        && (total - terms.roundUnit) * Int64(terms.months) < exact
    }
  }
}
