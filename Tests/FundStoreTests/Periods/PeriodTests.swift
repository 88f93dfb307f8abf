import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct PeriodTests {
  /// A loan of 20 January 2016 that is never repaid, and every month closed up to one.
  private func suspended(_ world: FundWorld, through last: Month) async throws -> LoanID {
    let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
    try await world.close(through: last)
    return loan
  }

  @Test func `a closed month is read back as it was frozen`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await suspended(world, through: month("2016-06"))
      let periods = try await world.store.periods(
        world.upk.id, from: month("2016-01"), until: month("2016-12"), limit: 100)
      #expect(periods.map(\.month) == (1...6).map { Month(year: 2016, month: $0) })
      #expect(
        periods.map(\.category) == [
          .satisfactory, .satisfactory, .satisfactory, .satisfactory, .suspended, .suspended,
        ])
      #expect(periods.map(\.suspendedSince).suffix(3) == [nil, month("2016-05"), month("2016-05")])
      for period in periods {
        let day = period.month.last
        let book = try await world.store.loanBook(world.upk.id)
        let movements = try await world.store.movements(world.upk.id, upTo: day)
        let sheet = IndicatorSheet(
          asOf: day, portfolio: Portfolio(book.loans.positions(asOf: day)).sums,
          trial: TrialBalance(asOf: day, movements: movements),
          operatingSince: world.upk.operatingSince)
        #expect(period.indicators == sheet.all)
        #expect(period.gate == book.gate(on: day))
        #expect(period.closedBy == world.bookkeeper && period.version == 1)
        #expect(period.closedOn == period.month.adding(1).first)
      }
      let may = try #require(try await world.store.period(world.upk.id, month("2016-05")))
      #expect(may.period == periods[4])
      #expect(
        may.frozen?.loans == [
          FrozenLoan(
            loan: loan, collectability: .substandard, overduePrincipal: Rupiah(2_000_000),
            overdueServiceCharge: Rupiah(300_000), finalDue: day("2016-11-20"))
        ])
      #expect(try await world.store.period(world.upk.id, month("2016-06"))?.frozen == nil)
      #expect(try await world.store.period(world.upk.id, month("2016-07")) == nil)
      #expect(try await world.store.closing(world.upk.id).closedThrough == month("2016-06"))
    }
  }

  private func lending(
    _ world: FundWorld, asOf day: Day
  ) async throws -> (book: LoanBook, periods: PeriodRecord) {
    let upk = world.upk.id
    let facts = try await world.store.facts(asOf: day) {
      $0.portfolios.insert(upk)
      $0.periods.insert(upk)
    }
    return (facts.portfolios[upk] ?? .empty, facts.periods[upk] ?? .empty)
  }

  @Test func `a day sees the months that were closed by it`() async throws {
    try await FundFixture.withWorld { world in
      _ = try await suspended(world, through: month("2016-06"))
      for (text, last, since) in [
        ("2016-05-31", "2016-04", nil), ("2016-06-01", "2016-05", "2016-05"),
        ("2016-06-30", "2016-05", "2016-05"), ("2016-12-31", "2016-06", "2016-05"),
      ] as [(String, String, String?)] {
        let periods = try await lending(world, asOf: day(text)).periods
        #expect(periods.last?.month == month(last), "\(text)")
        #expect(periods.suspension?.since == since.map { month($0) }, "\(text)")
        #expect(periods.suspension?.loans.count == since.map { _ in 1 })
      }
      #expect(try await lending(world, asOf: day("2015-02-28")).periods == .empty)
    }
  }

  @Test func `nothing goes before a closed month, whatever the request, and a repeat is answered`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let request = world.fixture.request(by: world.cashier)
      let early = world.repayment(loan, Rupiah(575_000), on: day("2016-02-20"))
      let first = try await world.store.run(early, request)
      try await world.close(through: month("2016-02"))
      let closing = world.fixture.request(by: world.bookkeeper)
      let close = ClosePeriod(upk: world.upk.id, month: month("2016-03"), day: day("2016-04-01"))
      let closed = try await world.store.run(close, closing)
      #expect(closed.subject == "periods/2016-03")
      let again = try await world.store.run(close, closing)
      #expect(again.isReplay && again.outcome == closed.outcome)
      let replay = try await world.store.run(early, request)
      #expect(replay.isReplay && replay.vouchers == first.vouchers)
      let refused = try await rejections {
        try await world.fixture.run(early, by: world.cashier)
      }
      #expect(
        refused == [
          .periodClosed(day("2016-02-20"), closedThrough: month("2016-03"), line: nil)
        ])
      let other = try await rejections {
        _ = try await world.store.run(
          ClosePeriod(upk: world.upk.id, month: month("2016-04"), day: day("2016-05-01")), closing)
      }
      #expect(other == [.requestIDReused(field: "month")])
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `a recovery and joint collections are recorded and read back`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await suspended(world, through: month("2016-11"))
      try await world.fixture.run(
        world.repayment(loan, Rupiah(1_800_000), on: day("2016-12-01")), by: world.cashier)
      let collect = RecordCollection(
        upk: world.upk.id, boardPerson: world.boardMember, unitPerson: world.loanOfficer,
        note: "Visited", day: day("2016-12-02"))
      try await world.fixture.run(collect, by: world.manager)
      let confirm = ConfirmRecovery(upk: world.upk.id, minutes: "BA-7", day: day("2016-12-03"))
      try await world.fixture.run(confirm, by: world.coordinator)
      let (book, periods) = try await lending(world, asOf: day("2016-12-31"))
      #expect(
        periods.recovery
          == Recovery(
            upk: world.upk.id, since: month("2016-05"), minutes: "BA-7", from: day("2016-12-03"),
            confirmedBy: world.coordinator))
      let authority = LendingAuthority(book: book, periods: periods, on: day("2016-12-31"))
      #expect(authority.category == .recovered)
      let again = try await rejections {
        try await world.fixture.run(confirm, by: world.coordinator)
      }
      #expect(again == [.notSuspended(.recovered)])
      let collections = try await world.store.collections(world.upk.id, after: nil, limit: 10)
      #expect(
        collections == [
          JointCollection(
            upk: world.upk.id, number: 1, on: day("2016-12-02"), boardPerson: world.boardMember,
            unitPerson: world.loanOfficer, note: "Visited")
        ])
      let upk = world.upk.id
      let facts = try await world.store.facts(asOf: day("2016-12-31")) {
        $0.collectionDaysOf.insert(upk)
      }
      #expect(facts.collectionDays[upk] == [day("2016-12-02")])
    }
  }

  @Test func `a top-up is judged under the lock of the last closed month`() async throws {
    try await FundFixture.withWorld { world in
      _ = try await suspended(world, through: month("2016-05"))
      let refused = try await rejections {
        try await world.fixture.run(
          ReceiveCapital(
            upk: world.upk.id, source: .blm, amount: Rupiah(5), reference: nil,
            day: day("2016-06-02")), by: world.bookkeeper)
      }
      #expect(refused == [.topUpNotAuthorised(.suspended, lastClosed: month("2016-05"))])
    }
  }
}
