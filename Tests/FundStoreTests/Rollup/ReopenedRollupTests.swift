import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct ReopenedRollupTests {
  @Test func `a month that was opened again is missing until its second version alone counts`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let june = month("2015-06")
      let upk = world.upk.id
      func interest(_ amount: Int64) async throws {
        try await world.fixture.run(
          PostJournal(
            upk: upk,
            lines: [
              PostJournal.Line(
                number: 1, day: day("2015-06-20"), description: "Bunga", debit: .bank,
                credit: .otherIncome, amount: Rupiah(amount), reference: nil)
            ]), by: world.bookkeeper)
      }
      try await interest(1_000)
      try await world.close(through: june)
      try await world.fixture.run(
        RequestReopening(upk: upk, month: june, reason: "Bunga", day: day("2015-07-04")),
        by: world.bookkeeper)
      try await world.fixture.run(
        ConfirmReopening(upk: upk, month: june, day: day("2015-07-05")), by: world.manager)
      try await interest(200)
      try await world.fixture.run(
        ClosePeriod(upk: upk, month: june, day: day("2015-07-07")), by: world.bookkeeper)
      for (on, income, version, last) in [
        ("2015-07-04", 1_000, 1, "2015-06"), ("2015-07-06", nil, nil, "2015-05"),
        ("2015-07-07", 1_200, 2, "2015-06"),
      ] as [(String, Int64?, Int?, String)] {
        let filter = RollupFilter(area: nil, month: june, asOf: day(on))
        let found = try await world.store.rollup(filter, by: .upk, limit: 10)
        #expect(found.total?.closed == (income == nil ? 0 : 1), "\(on)")
        #expect(found.total?[.ccr]?.inputs.numerator == income, "\(on)")
        #expect(found.parts.map { $0[.ccr]?.inputs.numerator } == [income], "\(on)")
        let reporting = try await world.store.reporting(
          filter, missingOnly: false, after: nil, limit: 10)
        #expect(reporting.map(\.version) == [version], "\(on)")
        #expect(reporting.map(\.lastClosed) == [month(last)], "\(on)")
        let missing = try await world.store.reporting(
          filter, missingOnly: true, after: nil, limit: 10)
        #expect(missing.count == (income == nil ? 1 : 0), "\(on)")
      }
    }
  }
}
