import FundStore
import FundTesting
import RevolvingFund
import Testing

/// Two invented years of complete books, from SATISFACTORY through MINIMUM, SUSPENDED and RECOVERED
/// back to SATISFACTORY.
///
/// Ten groups borrow five million in January 2016, ten others in July; group 1 stops paying after
/// June, so that by the end its 2.5 million stand against what is left of the others' loans.
struct TwoYearsTests {
  /// The end of each month: at risk and balance in rupiah, reckoned by hand, and the category.
  private static let months: [(month: String, atRisk: Int64, balance: Int64, category: String)] = [
    ("2016-01", 0, 50_000_000, "SATISFACTORY"), ("2016-02", 0, 45_000_000, "SATISFACTORY"),
    ("2016-03", 0, 40_000_000, "SATISFACTORY"), ("2016-04", 0, 35_000_000, "SATISFACTORY"),
    ("2016-05", 0, 30_000_000, "SATISFACTORY"), ("2016-06", 0, 25_000_000, "SATISFACTORY"),
    ("2016-07", 0, 70_500_000, "SATISFACTORY"), ("2016-08", 0, 61_000_000, "SATISFACTORY"),
    ("2016-09", 0, 51_500_000, "SATISFACTORY"),
    ("2016-10", 2_500_000, 42_000_000, "SATISFACTORY"),
    ("2016-11", 2_500_000, 32_500_000, "SATISFACTORY"),
    ("2016-12", 2_500_000, 27_500_000, "SATISFACTORY"),
    ("2017-01", 2_500_000, 22_500_000, "MINIMUM"), ("2017-02", 2_500_000, 17_500_000, "MINIMUM"),
    ("2017-03", 2_500_000, 12_500_000, "SUSPENDED"),
    ("2017-04", 2_500_000, 7_500_000, "SUSPENDED"),
    ("2017-05", 1_000_000, 1_000_000, "RECOVERED"),
    ("2017-06", 1_000_000, 26_000_000, "SATISFACTORY"),
    ("2017-07", 1_000_000, 23_500_000, "SATISFACTORY"),
    ("2017-08", 1_000_000, 21_000_000, "SATISFACTORY"),
    ("2017-09", 1_000_000, 18_500_000, "SATISFACTORY"),
    ("2017-10", 1_000_000, 16_000_000, "SATISFACTORY"),
    ("2017-11", 1_000_000, 13_500_000, "SATISFACTORY"),
    ("2017-12", 1_000_000, 11_000_000, "SATISFACTORY"),
  ]

  @Test func `every month's answer to who may borrow is that of its category`() async throws {
    try await FundFixture.withWorld(today: day("2018-12-31")) { world in
      var life = try await TwoYears.begin(in: world)
      for expected in TwoYearsTests.months {
        let month = month(expected.month)
        try await life.live(through: month)
        let closed = try #require(
          try await world.store.periods(world.upk.id, from: month, until: month, limit: 1).first)
        #expect(closed.gate.ratio == Ratio(expected.atRisk, expected.balance), "\(month)")
        #expect(closed.category.rawValue == expected.category, "\(month)")
        let answer = try await life.answers(on: month.adding(1).first)
        let isSuspended = expected.category == "SUSPENDED"
        #expect(answer.newGroup == (isSuspended ? ["LENDING_NOT_AUTHORISED"] : []), "\(month)")
        #expect(answer.returningGroup == [], "\(month)")
        #expect(!answer.admitsLateGroup, "\(month)")
        #expect(
          answer.topUp == (expected.category == "SATISFACTORY" ? [] : ["TOP_UP_NOT_AUTHORISED"]),
          "\(month)")
      }
    }
  }

  @Test func `an approval dated before the suspension is judged by what is booked since`()
    async throws
  {
    try await FundFixture.withWorld(today: day("2018-12-31")) { world in
      var life = try await TwoYears.begin(in: world)
      try await life.live(through: month("2017-03"))
      let before = try await life.answers(on: day("2017-03-30"))
      #expect(before.newGroup == ["PERIOD_CLOSED", "LENDING_NOT_AUTHORISED"])
    }
  }
}
