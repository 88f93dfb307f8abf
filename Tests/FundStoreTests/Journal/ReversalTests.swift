import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

@Suite struct ReversalTests {
  private func reversed(_ world: FundWorld) async throws -> VoucherNumber {
    try await world.fixture.run(
      PostJournal(
        upk: world.upk.id,
        lines: [
          PostJournal.Line(
            number: 1, day: day("2016-01-31"), description: "Biaya", debit: .bankFees,
            credit: .bank, amount: Rupiah(5_000), reference: "B-1")
        ]), by: world.bookkeeper)
    let voucher = VoucherNumber(kind: .cashPayment, year: 2016, number: 1)
    try await world.fixture.run(
      ReverseVoucher(
        upk: world.upk.id, voucher: voucher, reason: "dua kali", day: day("2016-02-01")),
      by: world.manager)
    return voucher
  }

  @Test func `a reversal is read back with what it takes back, and what was taken back with it`()
    async throws
  {
    try await FundFixture.withBareWorld { world in
      let voucher = try await reversed(world)
      let all = try await world.store.vouchers(
        world.upk.id, from: day("2016-01-01"), to: day("2016-12-31"), after: nil, limit: 10)
      let mirror = try #require(all.last?.voucher)
      #expect(mirror.reverses == voucher && all.last?.reversedBy == nil)
      #expect(all.first?.reversedBy == mirror.number && all.first?.voucher.reverses == nil)
      #expect(
        try await rejections {
          try await world.fixture.run(
            ReverseVoucher(
              upk: world.upk.id, voucher: voucher, reason: "lagi", day: day("2016-02-01")),
            by: world.manager)
        } == [.voucherReversed(voucher, by: mirror.number)])
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `a reversal that is bent behind the store's back breaks the chain`() async throws {
    try await FundFixture.withBareWorld { world in
      _ = try await reversed(world)
      try await world.fixture.script(
        """
        update fund.voucher set reverses_kind = null, reverses_year = null, reverses_number = null
        where reverses_number is not null
        """)
      #expect(try await world.store.verifyChain(world.upk.id).isIntact == false)
    }
  }

  @Test func `the schema lets no voucher be reversed twice, nor by itself`() async throws {
    try await FundFixture.withBareWorld { world in
      _ = try await reversed(world)
      for (statement, constraint) in [
        (
          """
          insert into fund.voucher select upk_id, kind, year, 2, seq, booked_on, '', null,
            reverses_kind, reverses_year, reverses_number
          from fund.voucher where reverses_number is not null
          """, "a_voucher_is_reversed_once"
        ),
        (
          "update fund.voucher set reverses_kind = kind, reverses_year = year, "
            + "reverses_number = number", "a_voucher_does_not_reverse_itself"
        ),
        (
          "update fund.voucher set reverses_kind = null where reverses_number is not null",
          "a_reversal_names_its_voucher_whole"
        ),
      ] {
        let error = await #expect(throws: PostgresError.self) {
          try await world.fixture.script(statement)
        }
        #expect(error.map { "\($0)".contains(constraint) } == true, "\(constraint)")
      }
    }
  }
}
