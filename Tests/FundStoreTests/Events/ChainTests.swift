import FundTesting
import RevolvingFund
import Testing

@testable import FundStore

@Suite struct ChainTests {
  @Test func `a stream that nobody touched verifies`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.run(
        world.repayment(loan, Rupiah(100_000), on: day("2016-02-20")), by: world.cashier)
      for stream in [UPKID.province, world.upk.id] {
        let report = try await world.store.verifyChain(stream)
        #expect(report.isIntact && report.verified > 10)
      }
    }
  }

  /// What an insider with the owner's password might do to a repayment; 16 stands for its event.
  static let forgeries = [
    "update fund.event set seq = 99 where upk_id = 1 and seq = 16",
    "update fund.event set request_id = gen_random_uuid() where upk_id = 1 and seq = 16",
    "update fund.event set kind = 'journal.post' where upk_id = 1 and seq = 16",
    "update fund.event set principal_id = 99 where upk_id = 1 and seq = 16",
    "update fund.event set person_id = 99 where upk_id = 1 and seq = 16",
    "update fund.event set subject = 'loans/2' where upk_id = 1 and seq = 16",
    "update fund.event set booked_on = booked_on + 1 where upk_id = 1 and seq = 16",
    """
    update fund.event set recorded_at = recorded_at + interval '1 microsecond'
    where upk_id = 1 and seq = 16
    """,
    """
    update fund.event set content = content || '{"amount": "1"}' where upk_id = 1 and seq = 16
    """,
    "update fund.event set content = content - 'on' where upk_id = 1 and seq = 16",
    "update fund.event set outcome = outcome || '{\"x\": \"\"}' where upk_id = 1 and seq = 16",
    "update fund.event set hash = sha256('') where upk_id = 1 and seq = 16",
    "update fund.voucher set description = '' where upk_id = 1 and seq = 16",
    "update fund.voucher set reference = null where upk_id = 1 and seq = 16",
    "update fund.voucher set booked_on = booked_on + 1 where upk_id = 1 and seq = 16",
    "update fund.posting set amount = amount + 1 where upk_id = 1 and seq = 16 and line = 1",
    "update fund.posting set debit = 11021 where upk_id = 1 and seq = 16 and line = 1",
    "update fund.posting set credit = 41020 where upk_id = 1 and seq = 16 and line = 1",
    "update fund.posting set loan = null where upk_id = 1 and seq = 16 and line = 1",
    "delete from fund.posting where upk_id = 1 and seq = 16 and line = 2",
    "delete from fund.posting where upk_id = 1 and seq = 16",
    "update fund.head set last_hash = sha256('') where upk_id = 1",
  ]

  @Test(.onOneServer("the workers' keys cannot be switched off for one session"))
  func `whatever is changed behind the store's back breaks the chain where it was changed`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let recorded = try await world.store.run(
        world.repayment(loan, Rupiah(600_000), on: day("2016-02-20"), reference: "A"),
        world.fixture.request(by: world.cashier))
      let sequence = try #require(recorded.sequence)
      for forgery in Self.forgeries {
        let sql = forgery.replacing("seq = 16", with: "seq = \(sequence)")
        try await world.fixture.script("create table public.kept as table fund.event")
        try await world.fixture.script("create table public.kept_voucher as table fund.voucher")
        try await world.fixture.script("create table public.kept_posting as table fund.posting")
        try await world.fixture.script("create table public.kept_head as table fund.head")
        try await world.fixture.script(unchained(sql))
        let report = try await world.store.verifyChain(world.upk.id)
        #expect(
          report.firstBroken == (sql.contains("head") ? sequence + 1 : sequence), "\(sql)")
        try await world.fixture.script(restoration)
        #expect(try await world.store.verifyChain(world.upk.id).isIntact)
      }
    }
  }

  @Test func `a stream whose last event was cut off is not whole`() async throws {
    try await FundFixture.withWorld { world in
      let before = try await world.store.verifyChain(world.upk.id)
      try await world.fixture.run(
        RegisterKSM(
          upk: world.upk.id, name: "KSM", formedOn: day("2016-01-01"), day: day("2016-01-01")),
        by: world.manager)
      try await world.fixture.script(
        "delete from fund.event where upk_id = 1 and seq = \(before.verified + 1)")
      let after = try await world.store.verifyChain(world.upk.id)
      #expect(after.verified == before.verified && after.firstBroken == before.verified + 1)
    }
  }

  /// An insider switches the foreign keys off, too.
  private func unchained(_ sql: String) -> String {
    "set session_replication_role = replica; \(sql)"
  }

  private var restoration: String {
    """
    set session_replication_role = replica;
    delete from fund.posting; delete from fund.voucher; delete from fund.event;
    delete from fund.head;
    insert into fund.head table public.kept_head;
    insert into fund.event table public.kept;
    insert into fund.voucher table public.kept_voucher;
    insert into fund.posting table public.kept_posting;
    drop table public.kept, public.kept_voucher, public.kept_posting, public.kept_head;
    """
  }
}
