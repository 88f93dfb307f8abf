import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct JournalReadTests {
  private func post(
    _ world: FundWorld, _ lines: [(String, Int32, Int32, Int64, String?)]
  ) async throws -> Recorded {
    try await world.store.run(
      PostJournal(
        upk: world.upk.id,
        lines: lines.enumerated().map { index, line in
          PostJournal.Line(
            number: index + 1, day: day(line.0), description: "Bukti \(index + 1)",
            debit: AccountCode(line.1), credit: AccountCode(line.2), amount: Rupiah(line.3),
            reference: line.4)
        }), world.fixture.request(by: world.bookkeeper))
  }

  @Test func `vouchers of several years and kinds are numbered each in their own series`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let recorded = try await post(
        world,
        [
          ("2015-12-30", 11010, 11021, 5_000_000, nil), ("2015-12-31", 51060, 11010, 20_000, "N-1"),
          ("2016-01-04", 51060, 11010, 30_000, nil), ("2016-01-05", 11021, 41020, 1_234, nil),
          ("2015-12-31", 51090, 11010, 10_000, nil),
        ])
      #expect(
        recorded.vouchers == [
          "PB-2015-0001", "KK-2015-0001", "KK-2016-0001", "KM-2016-0001", "KK-2015-0002",
        ])
      let more = try await post(world, [("2016-02-01", 51060, 11010, 5_000, nil)])
      #expect(more.vouchers == ["KK-2016-0002"])
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `the journal is read by day and page, each voucher with its postings`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(
        world.repayment(loan, Rupiah(575_000), on: day("2016-02-20"), reference: "K-1"),
        by: world.cashier)
      _ = try await post(
        world, (1...5).map { ("2016-01-2\($0)", 51060, 11021, Int64($0) * 1000, nil) })
      func page(after: VoucherKey?, limit: Int) async throws -> [BookedVoucher] {
        try await world.store.vouchers(
          world.upk.id, from: day("2016-01-01"), to: day("2016-12-31"), after: after, limit: limit)
      }
      let all = try await page(after: nil, limit: 100)
      #expect(all.map(\.voucher.bookedOn) == all.map(\.voucher.bookedOn).sorted())
      #expect(all.count == 7)
      var paged: [BookedVoucher] = []
      while true {
        let next = try await page(after: paged.last?.key, limit: 2)
        if next.isEmpty { break }
        paged += next
      }
      #expect(paged == all)
      let last = try #require(all.last?.voucher)
      #expect(last.reference == "K-1" && last.postings.map(\.loan) == [1, 1])
      #expect(last.postings.map(\.credit) == [.serviceCharge, .loans])
    }
  }

  @Test func `movements add up to the trial balance of a day`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(
        world.repayment(loan, Rupiah(575_000), on: day("2016-02-20")), by: world.cashier)
      func trial(_ text: String) async throws -> TrialBalance {
        let day = day(text)
        return TrialBalance(
          asOf: day, movements: try await world.store.movements(world.upk.id, upTo: day))
      }
      let before = try await trial("2016-02-19")
      #expect(before.balance(.loans) == Rupiah(5_000_000) && before.balance(.cash) == .zero)
      #expect(before.balance(.bank) == FundWorld.capital - Rupiah(5_000_000))
      let after = try await trial("2016-02-20")
      #expect(after.balance(.loans) == Rupiah(4_500_000))
      #expect(after.balance(.cash) == Rupiah(575_000) && after.incomeOfYear == Rupiah(75_000))
      #expect(after.capital == FundWorld.capital)
      let chart = try await world.store.accounts(world.upk.id)
      #expect(chart == ChartOfAccounts.standard)
      let sheet = BalanceSheet(after, chart: chart)
      #expect(sheet.totalAssets == sheet.totalLiabilitiesAndEquity)
    }
  }

  @Test func `a paper's number that was used is refused by its line, and nothing is posted`()
    async throws
  {
    try await FundFixture.withWorld { world in
      _ = try await post(world, [("2016-01-04", 51060, 11021, 1000, "N-1")])
      let contents = try await world.fixture.contents()
      let found = try await rejections {
        _ = try await post(
          world,
          [("2016-01-05", 51060, 11021, 1000, "N-2"), ("2016-01-06", 51060, 11021, 1000, "N-1")])
      }
      let holder = PaperHolder(
        voucher: VoucherNumber(kind: .cashPayment, year: 2016, number: 1), on: day("2016-01-04"),
        receipt: nil, loan: nil)
      #expect(found == [.referenceUsed(line: 2, reference: "N-1", holder: holder)])
      #expect(try await world.fixture.contents() == contents)
    }
  }

  @Test func `a loan is not paid out of more than the account holds`() async throws {
    try await FundFixture.withWorld { world in
      let application = try await world.approvedApplication(
        try await world.registerKSM(members: 5))
      _ = try await post(world, [("2016-01-16", 11010, 11021, FundWorld.capital.amount - 1, nil)])
      let found = try await rejections { _ = try await world.disburse(application) }
      #expect(
        found == [.insufficientFunds(.bank, available: Rupiah(1), asked: Rupiah(5_000_000))])
    }
  }
}
