import RevolvingFund
import Testing

struct CollectabilityTests {
  @Test(arguments: [
    ("2026-01-30" as Day, 1), ("2026-01-31", 1), ("2026-02-01", 2), ("2026-04-29", 2),
    ("2026-04-30", 3), ("2026-07-31", 3), ("2026-08-01", 4), ("2026-10-31", 4),
    ("2026-11-01", 5), ("2036-01-31", 5),
  ])
  func `a loan due on 31 January 2026 ages by dates, not by counted months`(
    day: Day, class: Int
  ) {
    let collectability = Collectability(oldestUnpaidDue: "2026-01-31", asOf: day)
    #expect(collectability.rawValue == `class`)
    #expect(collectability.isAtRisk == (`class` >= 3))
  }

  @Test func `with nothing unpaid a loan is current`() {
    #expect(Collectability(oldestUnpaidDue: nil, asOf: "2026-01-31") == .current)
  }

  @Test func `classes are ordered from current to loss`() {
    let sorted: [Collectability] = [
      .current, .specialMention, .substandard, .doubtful, .loss,
    ]
    #expect(Collectability.allCases.sorted() == sorted)
  }
}
