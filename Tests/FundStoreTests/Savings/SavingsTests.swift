import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

@Suite struct SavingsTests {
  private func deposit(
    _ ksm: KSMID, _ amount: Int64, _ account: AccountCode = .savingsCash, on text: String
  ) -> DepositSavings {
    DepositSavings(
      ksm: ksm, amount: Rupiah(amount), account: account, reference: nil, day: day(text))
  }

  @Test func `savings are read back by group, and the pool by day`() async throws {
    try await FundFixture.withBareWorld { world in
      let first = try await world.registerKSM(members: 5)
      let second = try await world.registerKSM(members: 5)
      let silent = try await world.registerKSM(members: 5)
      for (text, amount) in [("2015-10-05", 100), ("2015-11-05", 200), ("2015-12-05", 300)] {
        try await world.fixture.run(
          deposit(first, Int64(amount), on: text), by: world.cashier)
      }
      try await world.fixture.run(
        deposit(second, 50, .savingsBank, on: "2015-11-07"), by: world.cashier)
      try await world.fixture.run(
        BankSavings(upk: world.upk.id, amount: Rupiah(250), reference: nil, day: day("2015-11-09")),
        by: world.cashier)
      try await world.fixture.run(
        WithdrawSavings(
          ksm: first, amount: Rupiah(120), account: .savingsBank, reference: "T-9",
          day: day("2015-12-20")), by: world.cashier)
      let savings = try await world.store.savings(of: [first, second, silent])
      #expect(Set(savings.keys) == [first, second])
      let account = try #require(savings[first])
      #expect(account.movements.map(\.amount.amount) == [100, 200, 300, -120])
      #expect(account.longestRun(upTo: day("2015-12-31")) == 3)
      #expect(savings[second]?.balance(asOf: day("2015-12-31")) == Rupiah(50))
      let pool = try await world.store.savingsPool(world.upk.id)
      #expect(pool.cash.balance(asOf: day("2015-12-31")) == Rupiah(350))
      #expect(pool.bank.balance(asOf: day("2015-12-31")) == Rupiah(180))
      #expect(pool.owed.balance(asOf: day("2015-12-31")) == Rupiah(530))
      #expect(pool.shortfall(from: day("2015-01-01")) == nil)
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `savings that are moved to another group behind the store's back break the chain`()
    async throws
  {
    try await FundFixture.withBareWorld { world in
      let first = try await world.registerKSM(members: 5)
      let second = try await world.registerKSM(members: 5)
      try await world.fixture.run(deposit(first, 100, on: "2015-10-05"), by: world.cashier)
      let before = try await world.store.verifyChain(world.upk.id)
      #expect(before.isIntact)
      try await world.fixture.script("update fund.posting set ksm = \(second.number) where ksm = 1")
      #expect(
        try await world.store.verifyChain(world.upk.id).firstBroken == before.verified)
    }
  }

  @Test func `a command sees the savings and the pool of its UPK alone`() async throws {
    try await FundFixture.withBareWorld { world in
      let other = try await world.secondUPK()
      let ksm = try await world.registerKSM(members: 5)
      let elsewhere = try await other.registerKSM(members: 5)
      #expect(ksm.number == elsewhere.number)
      try await world.fixture.run(deposit(ksm, 100, on: "2015-10-05"), by: world.cashier)
      try await world.fixture.run(deposit(elsewhere, 900, on: "2015-10-05"), by: world.cashier)
      let found = try await rejections {
        try await world.fixture.run(
          WithdrawSavings(
            ksm: ksm, amount: Rupiah(101), account: .savingsCash, reference: nil,
            day: day("2015-10-06")), by: world.cashier)
      }
      #expect(
        found == [
          .insufficientFunds(.savingsCash, available: Rupiah(100), asked: Rupiah(101)),
          .savingsExceeded(ksm: ksm.number, available: Rupiah(100), asked: Rupiah(101)),
        ])
    }
  }

  @Test func `of two withdrawals of the same savings at once only one is booked`() async throws {
    try await FundFixture.withBareWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      try await world.fixture.run(deposit(ksm, 100, on: "2015-10-05"), by: world.cashier)
      let withdrawal = WithdrawSavings(
        ksm: ksm, amount: Rupiah(60), account: .savingsCash, reference: nil,
        day: day("2015-10-06"))
      let answers = await withTaskGroup(of: Bool.self) { tasks in
        for _ in 0..<8 {
          tasks.addTask {
            do {
              try await world.fixture.run(withdrawal, by: world.cashier)
              return true
            } catch {
              return false
            }
          }
        }
        return await tasks.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(answers == 1)
      let left = try await world.store.savings(of: [ksm])[ksm]?.balance(asOf: day("2015-10-06"))
      #expect(left == Rupiah(40))
    }
  }

  @Test func `cost beyond the year's income is refused by what is booked`() async throws {
    try await FundFixture.withBareWorld { world in
      func journal(_ lines: [(Int32, Int32, Int64)]) -> PostJournal {
        PostJournal(
          upk: world.upk.id,
          lines: lines.enumerated().map { index, line in
            PostJournal.Line(
              number: index + 1, day: day("2016-03-01"), description: "x",
              debit: AccountCode(line.0), credit: AccountCode(line.1), amount: Rupiah(line.2),
              reference: nil)
          })
      }
      try await world.fixture.run(journal([(11021, 41020, 700)]), by: world.bookkeeper)
      let found = try await rejections {
        try await world.fixture.run(journal([(51010, 11021, 701)]), by: world.bookkeeper)
      }
      #expect(
        found == [
          .incomeSpent(
            line: 1, AccountCode(51010), unspent: Rupiah(700), asked: Rupiah(701))
        ])
      try await world.fixture.run(journal([(51010, 11021, 700)]), by: world.bookkeeper)
    }
  }

  @Test(.onOneServer("a shard has the keys under names of its own"))
  func `savings without a group, and a group without savings, are kept out of the books`()
    async throws
  {
    try await FundFixture.withBareWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      try await world.fixture.run(deposit(ksm, 100, on: "2015-10-05"), by: world.cashier)
      func posting(_ credit: Int, _ group: String) -> String {
        """
        insert into fund.posting (upk_id, seq, line, voucher_kind, voucher_year, voucher_number,
          booked_on, debit, credit, amount, ksm)
        select upk_id, seq, 2, voucher_kind, voucher_year, voucher_number, booked_on, 11012,
          \(credit), 5, \(group) from fund.posting where credit = 21020
        """
      }
      for (command, constraint) in [
        (posting(21020, "null"), "savings_name_their_group"),
        (posting(41020, "\(ksm.number)"), "savings_name_their_group"),
        (posting(21020, "99"), "savings_belong_to_a_group"),
      ] {
        try await world.fixture.superuser { connection in
          do {
            try connection.script(command)
            Issue.record("allowed: \(command)")
          } catch PostgresError.server(let error) {
            #expect(error.constraint == constraint)
          }
        }
      }
    }
  }
}
