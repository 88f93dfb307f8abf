import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct BookCheckTests {
  private func post(
    _ world: FundWorld, _ text: String, _ debit: AccountCode, _ credit: AccountCode,
    _ amount: Int64, _ reference: String? = nil
  ) async throws {
    try await world.fixture.run(
      PostJournal(
        upk: world.upk.id,
        lines: [
          PostJournal.Line(
            number: 1, day: day(text), description: "x", debit: debit, credit: credit,
            amount: Rupiah(amount), reference: reference)
        ]), by: world.bookkeeper)
  }

  @Test func `a count is read back with the ledger of its day and what booked its difference`()
    async throws
  {
    try await FundFixture.withBareWorld { world in
      try await post(world, "2016-01-10", .cash, .bank, 500)
      try await post(world, "2016-02-10", .cash, .bank, 200)
      let count = try await world.fixture.run(
        RecordCashCount(
          upk: world.upk.id, counted: Rupiah(440), witness: world.manager, note: "amplop",
          day: day("2016-01-31")), by: world.cashier)
      try await world.fixture.run(
        BookCashDifference(upk: world.upk.id, count: count, day: day("2016-02-15")),
        by: world.bookkeeper)
      let found = try #require(try await world.store.cashCounts(world.upk.id).first)
      #expect(found.ledger == Rupiah(500) && found.difference == Rupiah(-60))
      #expect(found.counter == world.cashier && found.witness == world.manager)
      #expect(found.note == "amplop" && found.booked?.on == day("2016-02-15"))
      #expect(found.asOf(day("2016-02-14"))?.booked == nil)
      #expect(
        try await rejections {
          try await world.fixture.run(
            BookCashDifference(upk: world.upk.id, count: count, day: day("2016-02-16")),
            by: world.bookkeeper)
        } == [.cashDifferenceBooked(count: 1, try #require(found.booked?.voucher))])
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `assets are read back with what every month took`() async throws {
    try await FundFixture.withBareWorld { world in
      try await post(world, "2016-01-05", .bank, .otherIncome, 2_000_000)
      try await post(world, "2016-01-15", .equipment, .bank, 1_000_000)
      try await world.fixture.run(
        RegisterAsset(
          upk: world.upk.id, name: "Printer", cost: Rupiah(1_000_000),
          boughtOn: day("2016-01-15"), life: 36,
          voucher: VoucherNumber(kind: .cashPayment, year: 2016, number: 1),
          day: day("2016-01-20")), by: world.bookkeeper)
      for month in [Month(year: 2016, month: 2), Month(year: 2016, month: 4)] {
        try await world.fixture.run(
          DepreciateAssets(upk: world.upk.id, month: month), by: world.bookkeeper)
      }
      let asset = try #require(try await world.store.assets(world.upk.id).first)
      #expect(asset.name == "Printer" && asset.life == 36 && asset.number == 1)
      #expect(asset.depreciation.map(\.month.description) == ["2016-02", "2016-04"])
      #expect(asset.depreciation.map(\.amount.amount) == [27_777, 55_554])
      let again = Month(year: 2016, month: 4)
      #expect(
        try await rejections {
          try await world.fixture.run(
            DepreciateAssets(upk: world.upk.id, month: again), by: world.bookkeeper)
        } == [.alreadyExists(.depreciation, name: "2016-04"), .nothingToDepreciate(again)])
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `a month of the bank is reconciled in versions, and the next begins where it ended`()
    async throws
  {
    try await FundFixture.withBareWorld { world in
      let opening = FundWorld.capital.amount
      try await post(world, "2016-01-05", .bank, .otherIncome, 900, "B-7")
      try await post(world, "2016-01-30", .cash, .bank, 300)
      func reconcile(
        _ month: Month, _ text: String, _ amount: Int64, _ balance: Int64
      ) async throws {
        try await world.fixture.run(
          ReconcileBank(
            upk: world.upk.id, account: .bank, month: month,
            lines: [
              StatementLine(
                number: 2, on: day(text), text: "SETOR B-7", amount: Rupiah(amount),
                balance: Rupiah(balance))
            ], day: day("2016-03-05")), by: world.bookkeeper)
      }
      let january = Month(year: 2016, month: 1)
      try await reconcile(january, "2016-01-20", 5, opening + 5)
      try await reconcile(january, "2016-01-20", 900, opening + 900)
      try await reconcile(january.adding(1), "2016-02-20", -300, opening + 600)
      let key = BankMonth(upk: world.upk.id, account: .bank, month: january)
      let last = try #require(try await world.store.reconciliation(key, version: nil))
      #expect(last.version == 2 && last.isReconciled && last.matched.count == 1)
      #expect(last.matched.first?.booking?.reference == "B-7")
      #expect(last.onlyInBooks.map(\.amount) == [Rupiah(-300)])
      let first = try #require(try await world.store.reconciliation(key, version: 1))
      #expect(!first.isReconciled && first.onlyInBank.map(\.amount) == [Rupiah(5)])
      let all = try await world.store.reconciliations(
        world.upk.id, asOf: day("2016-03-05"), after: 0, limit: 10)
      #expect(all.map(\.version) == [1, 2, 1] && all.map(\.isReconciled) == [false, true, true])
      #expect(
        try await world.store.reconciliations(
          world.upk.id, asOf: day("2016-03-04"), after: 0, limit: 10
        ).isEmpty)
      #expect(
        try await rejections {
          try await reconcile(january.adding(1), "2016-02-20", -300, opening)
        } == [
          .statementBroken(
            line: 2, expected: Rupiah(opening + 600), found: Rupiah(opening))
        ])
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }
}
