import FundStore
import FundTesting
import RevolvingFund
import Testing

/// Reserve, reopening and the close of a year, as they are written and read back.
@Suite struct ClosingTests {
  private func interest(_ world: FundWorld, _ amount: Int64, on text: String) -> PostJournal {
    PostJournal(
      upk: world.upk.id,
      lines: [
        PostJournal.Line(
          number: 1, day: day(text), description: "interest", debit: .bank,
          credit: .otherIncome, amount: Rupiah(amount), reference: nil)
      ])
  }

  /// The same policy with a scheme, from a day on.
  private func scheme(_ world: FundWorld, from first: Day) -> SetPolicy {
    let policy = FundWorld.policy(of: world.upk.id, from: first)
    return SetPolicy(
      policy: LendingPolicy(
        upk: policy.upk, version: 0, validFrom: first, borrowerCriteria: policy.borrowerCriteria,
        firstLoanCeiling: policy.firstLoanCeiling, laterLoanCeiling: policy.laterLoanCeiling,
        shortestTerm: policy.shortestTerm, longestTerm: policy.longestTerm, rate: policy.rate,
        method: policy.method, roundUnit: policy.roundUnit,
        earlySettlement: policy.earlySettlement, reserveScheme: .pnpmUrban,
        jointLiability: policy.jointLiability, savingsAccount: policy.savingsAccount,
        startUps: policy.startUps, reason: policy.reason, minutes: policy.minutes),
      day: first.addingDays(-1))
  }

  @Test func `a reserve is booked on the month's last day and kept with what it found`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(scheme(world, from: day("2016-02-01")), by: world.coordinator)
      try await world.close(through: month("2016-03"))
      let periods = try await world.store.periods(
        upk, from: month("2016-01"), until: month("2016-12"), limit: 10)
      #expect(
        periods.map(\.reserve) == [
          LoanLossReserve(scheme: .none, required: .zero, formed: .zero),
          LoanLossReserve(scheme: .pnpmUrban, required: Rupiah(250_000), formed: .zero),
          LoanLossReserve(
            scheme: .pnpmUrban, required: Rupiah(250_000), formed: Rupiah(250_000)),
        ])
      let vouchers = try await world.store.vouchers(
        upk, from: day("2016-02-01"), to: day("2016-03-31"), after: nil, limit: 10)
      #expect(vouchers.map(\.voucher.bookedOn) == [day("2016-02-29")])
      #expect(
        vouchers.flatMap(\.voucher.postings) == [
          Posting(debit: .provision, credit: .loanLossReserve, amount: Rupiah(250_000))
        ])
      #expect(try await world.store.verifyChain(upk).isIntact)
    }
  }

  @Test func `a reopened month is no closed one until its next version`() async throws {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      try await world.close(through: month("2015-06"))
      let june = month("2015-06")
      try await world.fixture.run(
        RequestReopening(upk: upk, month: june, reason: "left out", day: day("2015-07-03")),
        by: world.bookkeeper)
      #expect(try await world.store.reopenings(upk).map(\.confirmed) == [nil])
      try await world.fixture.run(
        ConfirmReopening(upk: upk, month: june, day: day("2015-07-05")), by: world.manager)
      #expect(try await world.store.closing(upk).closedThrough == month("2015-05"))
      #expect(try await world.store.period(upk, june) == nil)
      try await world.fixture.run(
        interest(world, 900, on: "2015-06-20"), by: world.bookkeeper)
      try await world.fixture.run(
        ClosePeriod(upk: upk, month: june, day: day("2015-07-08")), by: world.bookkeeper)
      for (text, version) in [
        ("2015-07-04", 1), ("2015-07-05", nil), ("2015-07-07", nil), ("2015-07-08", 2),
      ] as [(String, Int?)] {
        let facts = try await world.store.facts(asOf: day(text)) { $0.periods.insert(upk) }
        let last = facts.periods[upk]?.last
        #expect(last?.month == (version == nil ? month("2015-05") : june), "\(text)")
        #expect(last?.version == version ?? 1, "\(text)")
      }
      let versions = try await world.store.periodVersions(upk, from: june, until: june)
      #expect(versions.map(\.version) == [1, 2])
      let differences = PeriodDifference.all(from: versions[0], to: versions[1])
      #expect(differences.map(\.figure) == [.indicator(.ccr), .indicator(.roi)])
      #expect(try await world.store.period(upk, june)?.period == versions[1])
      #expect(
        try await world.store.reopenings(upk) == [
          Reopening(
            upk: upk, month: june, version: 1, reason: "left out",
            requested: Reopening.Signature(person: world.bookkeeper, on: day("2015-07-03")),
            confirmed: Reopening.Signature(person: world.manager, on: day("2015-07-05")))
        ])
      #expect(try await world.store.verifyChain(upk).isIntact)
    }
  }

  @Test func `a closed year's voucher is in the balances and in no flow`() async throws {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      try await world.fixture.run(interest(world, 900, on: "2015-06-20"), by: world.bookkeeper)
      try await world.close(through: month("2015-12"))
      let last = day("2015-12-31")
      let before = TrialBalance(
        asOf: last, movements: try await world.store.movements(upk, upTo: last))
      try await world.fixture.run(
        CloseYear(upk: upk, year: 2015, day: day("2016-01-04")), by: world.bookkeeper)
      let after = TrialBalance(
        asOf: last, movements: try await world.store.movements(upk, upTo: last))
      #expect(after.incomeOfYear == Rupiah(900) && after.balance(.otherIncome) == .zero)
      #expect(after.balance(.priorProfit) == Rupiah(900))
      for account in ChartOfAccounts.standard.map(\.code) {
        #expect(after.stated(account) == before.stated(account), "\(account.number)")
      }
      #expect(
        try await world.store.closedYears(upk) == [
          ClosedYear(
            upk: upk, year: 2015, closedOn: day("2016-01-04"), closedBy: world.bookkeeper,
            income: Rupiah(900), cost: .zero)
        ])
      let voucher = try await world.store.vouchers(
        upk, from: last, to: last, after: nil, limit: 10)
      #expect(voucher.map(\.voucher.closesYear) == [true])
      #expect(try await world.store.verifyChain(upk).isIntact)
    }
  }

  @Test func `an allocation and a budget are read back as they were decided`() async throws {
    try await FundFixture.withWorld { world in
      let upk = world.upk.id
      try await world.fixture.run(interest(world, 999, on: "2015-06-20"), by: world.bookkeeper)
      try await world.close(through: month("2015-12"))
      let commands: [(any Command, PersonID)] = [
        (CloseYear(upk: upk, year: 2015, day: day("2016-01-04")), world.bookkeeper),
        (
          AllocateProfit(
            upk: upk, year: 2015,
            shares: [
              ProfitShare(.supervisors, hundredths: 2_500),
              ProfitShare(.capital, hundredths: 7_500),
            ], minutes: "RWT-2016", day: day("2016-01-05")), world.coordinator
        ),
        (
          ProposeBudget(
            upk: upk, year: 2016,
            lines: [
              Budget.Line(.otherIncome, Rupiah(1_000)), Budget.Line(.bankTax, Rupiah(200)),
            ], day: day("2016-01-06")), world.manager
        ),
        (
          ApproveBudget(upk: upk, number: 1, minutes: "BA-3", day: day("2016-01-07")),
          world.coordinator
        ),
      ]
      for (command, person) in commands { try await world.fixture.run(command, by: person) }
      #expect(
        try await world.store.allocations(upk) == [
          ProfitAllocation(
            upk: upk, year: 2015, on: day("2016-01-05"), decidedBy: world.coordinator,
            minutes: "RWT-2016", bounds: nil,
            lines: [
              ProfitAllocation.Line(purpose: .capital, hundredths: 7_500, amount: Rupiah(750)),
              ProfitAllocation.Line(
                purpose: .supervisors, hundredths: 2_500, amount: Rupiah(249)),
            ])
        ])
      #expect(
        try await world.store.budgets(upk) == [
          Budget(
            upk: upk, number: 1, year: 2016,
            lines: [
              Budget.Line(.otherIncome, Rupiah(1_000)), Budget.Line(.bankTax, Rupiah(200)),
            ], proposedOn: day("2016-01-06"), proposedBy: world.manager,
            approval: Budget.Approval(
              on: day("2016-01-07"), by: world.coordinator, minutes: "BA-3"))
        ])
      let books = try await world.store.assessedBooks(
        upk, from: day("2015-10-01"), through: day("2015-12-31"))
      #expect(books.groupSavings == .zero && books.cashBookLag == 0)
    }
  }
}
