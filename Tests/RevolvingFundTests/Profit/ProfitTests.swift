import RevolvingFund
import Testing

/// What becomes of a closed year's profit (rules.md 2.10; ruling 12).
struct ProfitTests {
  private func allocate(
    _ shares: [(ProfitPurpose, Int)] = [(.capital, 9_000), (.supervisors, 1_000)],
    year: Int = 2017, minutes: String = "RWT-2018", on day: Day = "2018-02-10"
  ) -> AllocateProfit {
    AllocateProfit(
      upk: upk, year: year, shares: shares.map { ProfitShare($0.0, hundredths: $0.1) },
      minutes: minutes, day: day)
  }

  private func books(through year: Int = 2017) throws -> Books {
    var books = try Mentari.books()
    for year in 2015...year {
      try books.run(CloseYear(upk: upk, year: year, day: "2018-01-05"), by: Village.bookkeeper)
    }
    return books
  }

  private func pay(
    _ amount: Rupiah, to supervisor: PersonID = Village.supervisors[0],
    from account: AccountCode = .bank, reference: String? = nil, on day: Day = "2018-02-11"
  ) -> PaySupervisors {
    PaySupervisors(
      upk: upk, supervisor: supervisor, amount: amount, account: account, reference: reference,
      day: day)
  }

  @Test func `parts are rounded down and the rest is capital's`() throws {
    var books = try books()
    let effects = try books.run(allocate(), by: Village.coordinator)
    #expect(
      effects.vouchers.flatMap(\.postings) == [
        Posting(debit: .priorProfit, credit: .capitalOther, amount: 1_515),
        Posting(debit: .priorProfit, credit: .supervisorHonour, amount: 168),
      ])
    let allocation = try #require(books.facts.allocations[upk]?.first)
    #expect(allocation.amount == 1_683 && allocation.decidedBy == Village.coordinator)
    #expect(books.trial(asOf: "2018-02-10").capital == 20_001_515)
    #expect(books.trial(asOf: "2018-02-10").balance(.priorProfit) == 591_750)
  }

  @Test func `no more is allocated than 31040 holds`() throws {
    var books = try books()
    books.facts.balances[AccountKey(upk: upk, account: .priorProfit)] = 1_000
    let effects = try books.run(allocate(), by: Village.coordinator)
    #expect(effects.outcome["amount"] == "1000")
    #expect(effects.vouchers.flatMap(\.postings).map(\.amount) == [900, 100])
  }

  @Test(
    arguments: [
      ([(.capital, 9_000), (.supervisors, 999)], [.allocationNotWhole(hundredths: 9_999)]),
      ([(.capital, 11_000), (.supervisors, -1_000)], [.allocationNotWhole(hundredths: 10_000)]),
      ([], [.allocationNotWhole(hundredths: 0), .capitalShareTooLow(hundredths: 0, least: 5_000)]),
      ([(.capital, 5_000), (.capital, 5_000)], [.purposeRepeated(.capital)]),
      ([(.capital, 9_000), (.unitBonus, 1_000)], [.purposeNotAllowed(.unitBonus)]),
      (
        [(.capital, 4_999), (.supervisors, 5_001)],
        [.capitalShareTooLow(hundredths: 4_999, least: 5_000)]
      ),
      ([(.capital, 5_000), (.supervisors, 5_000)], []),
    ] as [([(ProfitPurpose, Int)], [Rejection])])
  func `parts are whole, allowed and leave half to capital`(
    shares: [(ProfitPurpose, Int)], expected: [Rejection]
  ) throws {
    #expect(try books().refusal(allocate(shares), by: Village.coordinator) == expected)
  }

  private func bounds(from day: Day, _ profit: ProfitRule) -> PolicyBounds {
    let standard = PolicyBounds.standard
    return PolicyBounds(
      version: 0, validFrom: day, ceiling: standard.ceiling, term: standard.term,
      rateMillionths: standard.rateMillionths, roundUnits: standard.roundUnits,
      savingsAccounts: standard.savingsAccounts, startUps: standard.startUps, profit: profit,
      reason: "Circular 1/2018")
  }

  @Test(
    arguments: [
      (6_000, .shared, 5_999, .capitalShareTooLow(hundredths: 5_999, least: 6_000)),
      (6_000, .shared, 6_000, nil), (0, .shared, 1, nil), (10_000, .shared, 10_000, nil),
      // Mentari ended 2017 with a PAR of 61.65 %.
      (
        6_000, .capitalOnly, 9_999,
        .profitForCapitalOnly(hundredths: 9_999, par: Ratio(12_330_000, 20_000_000))
      ),
      (6_000, .capitalOnly, 10_000, nil),
    ] as [(Int, ProfitAtRisk, Int, Rejection?)])
  func `the province says what capital gets at least, and whether it gets all at risk`(
    least: Int, atRisk: ProfitAtRisk, capital: Int, expected: Rejection?
  ) throws {
    var books = try books()
    try books.run(
      SetPolicyBounds(
        bounds: bounds(from: "2018-02-01", ProfitRule(leastCapital: least, atRisk: atRisk)),
        day: "2018-01-06"), by: Village.officer)
    let shares =
      [(ProfitPurpose.capital, capital)]
      + (capital < 10_000 ? [(.supervisors, 10_000 - capital)] : [])
    #expect(
      books.refusal(allocate(shares), by: Village.coordinator)
        == (expected.map { [$0] } ?? []))
    // The day before, half of it is enough for capital.
    let before = allocate([(.capital, 5_000), (.supervisors, 5_000)], on: "2018-01-31")
    #expect(books.refusal(before, by: Village.coordinator) == [])
    guard expected == nil else { return }
    let effects = try books.run(allocate(shares), by: Village.coordinator)
    #expect(effects.outcome["bounds"] == "1")
    #expect(books.facts.allocations[upk]?.first?.bounds == 1)
  }

  @Test(
    arguments: [
      (Ratio(1, 5), true), (Ratio(200_001, 1_000_000), true), (Ratio(199_999, 1_000_000), false),
      (Ratio(Int64.max / 200, Int64.max / 40), true), (Ratio(0, 1), false), (Ratio(0, 0), false),
    ] as [(Ratio, Bool)])
  func `a profit is at risk from a PAR of exactly 20 percent on`(par: Ratio, isAtRisk: Bool) {
    let trial = TrialBalance(
      asOf: "2017-12-31",
      movements: [
        TrialBalance.Movement(account: .bank, month: "2017-12", debit: 100, credit: .zero),
        TrialBalance.Movement(account: .otherIncome, month: "2017-12", debit: .zero, credit: 100),
      ])
    func propose(_ capital: Int, _ rule: ProfitRule) -> [Rejection] {
      do {
        _ = try ProfitProposal(
          trial, decided: nil,
          proposed: [
            ProfitShare(.capital, hundredths: capital),
            ProfitShare(.supervisors, hundredths: 10_000 - capital),
          ].filter { $0.hundredths > 0 }, rule: rule, par: Indicator(.par, par))
        return []
      } catch { return error.rejections }
    }
    let all = ProfitRule(leastCapital: 5_000, atRisk: .capitalOnly)
    #expect(
      propose(9_999, all) == (isAtRisk ? [.profitForCapitalOnly(hundredths: 9_999, par: par)] : []))
    #expect(propose(10_000, all) == [])
    #expect(propose(9_999, .standard) == [])
  }

  @Test func `an allocation that is dated back is judged by the bounds of the latest booked day`()
    throws
  {
    var books = try books()
    try books.run(
      SetPolicyBounds(
        bounds: bounds(from: "2018-03-01", ProfitRule(leastCapital: 9_500, atRisk: .shared)),
        day: "2018-01-06"), by: Village.officer)
    #expect(books.refusal(allocate(), by: Village.coordinator) == [])
    let head = books.facts.heads[upk]
    books.facts.heads[upk] = Head(
      stream: upk, latestDay: "2018-03-01", counters: head?.counters ?? [:],
      closedThrough: head?.closedThrough)
    #expect(
      books.refusal(allocate(), by: Village.coordinator) == [
        .judgedLater("2018-02-10", on: "2018-03-01"),
        .capitalShareTooLow(hundredths: 9_000, least: 9_500),
      ])
    #expect(
      books.refusal(
        allocate([(.capital, 4_000), (.supervisors, 6_000)]), by: Village.coordinator) == [
          .capitalShareTooLow(hundredths: 4_000, least: 9_500)
        ])
  }

  @Test func `a profit is allocated once, after its year, with minutes`() throws {
    var books = try books(through: 2016)
    func refusal(_ command: AllocateProfit) -> [Rejection] {
      books.refusal(command, by: Village.coordinator)
    }
    #expect(refusal(allocate()) == [.notFound(.closedYear, name: "2017")])
    #expect(
      refusal(allocate(year: 2015)) == [
        .nothingToAllocate(profit: .zero, available: 591_750)
      ])
    #expect(
      refusal(allocate(year: 2016, on: "2018-01-04")) == [
        .dayBefore("2018-01-04", earliest: "2018-01-05", milestone: .yearClosed)
      ])
    #expect(
      refusal(allocate(year: 2016, minutes: "", on: "2021-01-01")) == [
        .textMissing(field: .minutes), .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
    try books.run(allocate(year: 2016), by: Village.coordinator)
    #expect(
      refusal(allocate(year: 2016)) == [
        .alreadyExists(.allocation, name: "2016"),
        .nothingToAllocate(profit: 591_750, available: .zero),
      ])
  }

  @Test func `supervisors are paid up to what was allocated to them`() throws {
    var books = try books()
    func refusal(_ command: PaySupervisors) -> [Rejection] {
      books.refusal(command, by: Village.cashier)
    }
    #expect(refusal(pay(1)) == [.honorariumExceeded(available: .zero, asked: 1)])
    try books.run(allocate(), by: Village.coordinator)
    let paid = try books.run(pay(100, reference: "H-1"), by: Village.cashier)
    #expect(
      paid.vouchers.flatMap(\.postings) == [
        Posting(debit: .supervisorHonour, credit: .bank, amount: 100)
      ])
    #expect(paid.outcome["balance"] == "68")
    #expect(refusal(pay(68)) == [])
    #expect(refusal(pay(69)) == [.honorariumExceeded(available: 68, asked: 69)])
    #expect(
      refusal(pay(5, to: Village.officer)) == [
        .roleMissing(.supervisor, on: "2018-02-11")
      ])
    #expect(refusal(pay(5, to: PersonID(999))) == [.notFound(.person, name: "999")])
    #expect(refusal(pay(5, from: .savingsBank)) == [.accountNotForLending(.savingsBank)])
    #expect(
      refusal(pay(5, from: .cash)) == [
        .insufficientFunds(.cash, available: .zero, asked: 5)
      ])
    #expect(
      refusal(pay(5, reference: "H-1")) == [
        .referenceUsed(line: 1, reference: "H-1", holder: books.holder("H-1"))
      ])
    #expect(refusal(pay(0)) == [.amountNotPositive(field: .amount, 0)])
    #expect(
      refusal(pay(5, on: "2021-01-01")) == [
        .dayInFuture("2021-01-01", today: "2020-12-31")
      ])
  }

  @Test func `neither 31040 nor 21050 moves by hand`() throws {
    let books = try books()
    for (debit, credit) in [
      (AccountCode.bankFees, AccountCode.supervisorHonour), (.supervisorHonour, .bank),
      (.priorProfit, .capitalOther),
    ] {
      let post = PostJournal(
        upk: upk,
        lines: [
          PostJournal.Line(
            number: 1, day: "2018-02-10", description: "a", debit: debit, credit: credit,
            amount: 1, reference: nil)
        ])
      #expect(
        books.refusal(post, by: Village.bookkeeper).contains { $0.code == .accountControlled })
    }
  }
}
