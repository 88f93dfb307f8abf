import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct SumsTests {
  @Test func `on every day of a small life the database sums what the rules do`() async throws {
    try await FundFixture.withWorld { world in
      try await SmallLife(world: world).run()
      let last = day("2017-01-03")
      var day = day("2015-11-01")
      while day <= last {
        let differing = try await world.store.differencesOfSums(of: [world.upk], asOf: day)
        #expect(differing.isEmpty)
        day = day.addingDays(3)
      }
    }
  }

  /// A settlement gives up the service charge that is left, and taking it back brings it back.
  @Test func `a loan that was settled early and opened again is summed as it stood`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let other = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let history = try #require(try await world.store.loan(loan))
      let debt = history.schedule.settlement(
        after: .nothing, on: day("2016-03-01"), rule: history.loan.terms.earlySettlement)
      try await world.fixture.run(
        world.repayment(loan, debt, on: day("2016-03-01")), by: world.cashier)
      let receipt = try #require(
        try await world.store.repayments(loan, after: nil, limit: 1).first
      ).repayment.receipt
      try await world.fixture.run(
        world.repayment(other, Rupiah(575_000), on: day("2016-03-10")), by: world.cashier)
      #expect(try await world.store.loan(loan)?.loan.state == .paidOff)
      try await world.fixture.run(
        ReverseRepayment(
          loan: loan, ksm: history.loan.ksm, receipt: receipt, reason: "Keliru",
          day: day("2016-04-01")), by: world.manager)
      for text in [
        "2016-01-19", "2016-01-20", "2016-02-29", "2016-03-01", "2016-03-31", "2016-04-01",
        "2016-05-31", "2016-09-30",
      ] {
        let differing = try await world.store.differencesOfSums(of: [world.upk], asOf: day(text))
        #expect(differing.isEmpty)
      }
      let during = try await world.store.portfolios(of: [world.upk.id], asOf: day("2016-03-31"))
      #expect(during[world.upk.id]?.groups.borrowing == 1)
      let after = try await world.store.portfolios(of: [world.upk.id], asOf: day("2016-04-01"))
      #expect(after[world.upk.id]?.groups.borrowing == 2)
    }
  }

  /// Added up by day and reversal, the first part and the second settlement would come before the
  /// first settlement.
  @Test func `a loan that was paid in part, settled, opened and settled again on a day stands so`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let today = day("2016-03-01")
      try await world.fixture.run(
        world.repayment(loan, Rupiah(100_000), on: today), by: world.cashier)
      for isLast in [false, true] {
        let history = try #require(try await world.store.loan(loan))
        let debt = history.schedule.settlement(
          after: history.loan.paid, on: today, rule: history.loan.terms.earlySettlement)
        try await world.fixture.run(world.repayment(loan, debt, on: today), by: world.cashier)
        guard !isLast else { continue }
        let receipt = try #require(
          try await world.store.repayments(loan, after: nil, limit: 9).last
        ).repayment.receipt
        try await world.fixture.run(
          ReverseRepayment(
            loan: loan, ksm: history.loan.ksm, receipt: receipt, reason: "Keliru", day: today),
          by: world.manager)
      }
      let standing = try await world.store.loanStanding(loan, asOf: today)
      #expect(standing?.history.position(asOf: today)?.outstanding == .zero)
      for text in ["2016-02-29", "2016-03-01", "2016-12-31"] {
        let differing = try await world.store.differencesOfSums(of: [world.upk], asOf: day(text))
        #expect(differing.isEmpty)
      }
    }
  }

  @Test func `a UPK without loans has sums of nothing, and a closed month its frozen figures`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let end = day("2016-01-31")
      let empty = try await world.store.portfolios(of: [world.upk.id], asOf: end)
      #expect(empty == [world.upk.id: .nothing])
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.close(through: month("2016-01"))
      let closed = try await world.store.period(world.upk.id, month("2016-01"))
      let found = try await world.store.indicators(of: [world.upk], asOf: end)
      #expect(found[world.upk.id] == closed?.period.indicators)
      // What is frozen is taken as it is, so what is changed behind it is not seen.
      try await world.fixture.script("update fund.period_indicator set numerator = 7")
      let bent = try await world.store.indicators(of: [world.upk], asOf: end)
      #expect(bent[world.upk.id]?.map(\.inputs.numerator) == [7, 7, 7, 7, 7])
    }
  }

  /// On a cluster they stand in several shards, and one statement for all of them is refused.
  @Test func `UPK read together have the figures that each has alone`() async throws {
    try await FundFixture.withWorld { world in
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      var upks = [world.upk]
      for name in ["dua", "tiga", "empat", "lima"] {
        upks.append(try await world.anotherUPK(code("malabutor-\(name)")).upk)
      }
      try await world.close(through: month("2016-01"))
      for text in ["2016-01-31", "2016-02-15"] {
        let today = day(text)
        let indicators = try await world.store.indicators(of: upks, asOf: today)
        let sums = try await world.store.portfolios(of: upks.map(\.id), asOf: today)
        #expect(indicators.count == upks.count && sums.count == upks.count)
        for upk in upks {
          let alone = try await world.store.indicators(of: [upk], asOf: today)
          #expect(indicators[upk.id] == alone[upk.id])
          let summed = try await world.store.portfolios(of: [upk.id], asOf: today)
          #expect(sums[upk.id] == summed[upk.id])
        }
      }
    }
  }
}
