import RevolvingFund
import Testing

/// A limit on cash in hand with next-day deposit (rules.md 0, ruling 27c).
struct CashLimitTests {
  private typealias Entry = CashFlowByDay.Entry

  private func policy(from day: Day, _ limit: Rupiah?) -> LendingPolicy {
    let plain = Village.policy(from: day)
    return limit.map { plain.with(cashLimit: $0) } ?? plain
  }

  private func province(from day: Day, _ limit: Rupiah?) -> PolicyBounds {
    let standard = PolicyBounds.standard
    return PolicyBounds(
      version: 1, validFrom: day, ceiling: standard.ceiling, term: standard.term,
      rateMillionths: standard.rateMillionths, roundUnits: standard.roundUnits,
      savingsAccounts: standard.savingsAccounts, startUps: nil, cashLimit: limit, reason: "-")
  }

  @Test(
    arguments: [
      (nil, nil, nil), (100, nil, 100), (nil, 90, 90), (100, 90, 90), (80, 90, 80), (0, 90, 0),
    ] as [(Rupiah?, Rupiah?, Rupiah?)])
  func `the lower limit holds, the board's or the province's`(
    board: Rupiah?, own: Rupiah?, expected: Rupiah?
  ) {
    let limits = CashLimits(
      policies: [policy(from: "2017-01-01", board)], bounds: [province(from: "2017-02-01", own)])
    #expect(limits.limit(on: "2017-02-01") == expected)
    #expect(limits.limit(on: "2017-01-31") == board)
    #expect(limits.limit(on: "2016-12-31") == nil)
  }

  /// What comes and goes day by day from 1 March 2017 on, and the days after which too much stayed,
  /// with a limit of 100.
  @Test(
    arguments: [
      ([(100, 0)], []),
      // Banked on the same day, or on the next.
      ([(150, 50)], []), ([(150, 0), (0, 50)], []),
      // Too little, too late, never.
      ([(150, 0), (0, 49)], [1, 2, 3, 4]), ([(150, 0), (0, 0), (0, 50)], [1]),
      ([(150, 0), (0, 0), (0, 0), (0, 50)], [1, 2]), ([(101, 0)], [1, 2, 3, 4]),
      // What comes on the next day has a day of its own: the older money leaves first.
      ([(150, 0), (70, 50), (0, 70)], []), ([(150, 0), (70, 50), (0, 69)], [2, 3, 4]),
      // Paid out of the box, it is not in it either.
      ([(150, 0), (0, 150)], []),
    ] as [([(Rupiah, Rupiah)], [Int])])
  func `what is above the limit has left the box by the end of the next day`(
    days: [(Rupiah, Rupiah)], expected: [Int]
  ) {
    let limits = CashLimits(policies: [policy(from: "2017-01-01", 100)], bounds: [])
    let flow = CashFlowByDay(
      days.enumerated().map { place, day in
        Entry(on: Day("2017-03-01").addingDays(Int32(place)), came: day.0, went: day.1)
      }.reversed())
    let kept = flow.kept(above: limits, asOf: "2017-03-05")
    #expect(kept.map { Int($0.on.dayOfMonth) } == expected)
    #expect(kept.allSatisfy { $0.limit == 100 && $0.due == $0.on.addingDays(1) })
  }

  @Test func `today's excess is due tomorrow, and is not yet late`() {
    let limits = CashLimits(policies: [], bounds: [province(from: "2017-01-01", 100)])
    let flow = CashFlowByDay([Entry(on: "2017-03-31", came: 130, went: 0)])
    #expect(flow.kept(above: limits, asOf: "2017-03-31") == [])
    let due = flow.due(above: limits, asOf: "2017-03-31")
    #expect(due == CashExcess(on: "2017-03-31", amount: 30, limit: 100))
    #expect(due?.due == "2017-04-01")
    #expect(flow.kept(above: limits, asOf: "2017-04-01").map(\.amount) == [30])
    #expect(flow.due(above: limits, asOf: "2017-03-30") == nil)
  }

  @Test func `days of a year are told, and days in a row as one span`() {
    let limits = CashLimits(policies: [], bounds: [province(from: "2016-01-01", 100)])
    let flow = CashFlowByDay([
      Entry(on: "2016-03-01", came: 130, went: 0), Entry(on: "2016-03-05", came: 0, went: 30),
      Entry(on: "2016-12-30", came: 1, went: 0), Entry(on: "2017-01-01", came: 0, went: 1),
    ])
    func told(_ day: Day) -> [String] { flow.kept(above: limits, asOf: day).spans }
    #expect(told("2017-03-01") == ["2016-03-01..2016-03-03", "2016-12-30"])
    #expect(told("2017-03-03") == ["2016-03-03", "2016-12-30"])
    #expect(told("2017-03-04") == ["2016-12-30"])
    #expect(told("2017-12-31") == [])
  }

  @Test(
    arguments: [
      (nil, 500, nil), (500, 500, nil), (499, 500, "1"), (0, 500, "500"),
    ] as [(Rupiah?, Rupiah, String?)])
  func `a count is never refused for too much cash, and says what to deposit by when`(
    limit: Rupiah?, counted: Rupiah, expected: String?
  ) throws {
    var books = try Village.books()
    books.facts.policies[upk] = [policy(from: "2016-01-01", limit)]
    let effects = try books.run(
      RecordCashCount(
        upk: upk, counted: counted, witness: Village.witness, note: "", day: "2016-01-31"),
      by: Village.cashier)
    #expect(effects.outcome["deposit"] == expected)
    #expect(effects.outcome["deposit_by"] == expected.map { _ in "2016-02-01" })
  }
}
