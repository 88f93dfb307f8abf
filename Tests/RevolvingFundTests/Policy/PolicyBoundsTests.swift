import RevolvingFund
import Testing

struct PolicyBoundsTests {
  /// Narrower than the standard, with no bank account of a member and nobody who will start.
  private func bounds(
    from day: Day, ceiling: ClosedRange<Int64> = 100_000...2_000_000,
    term: ClosedRange<Int64> = 3...12, rate: ClosedRange<Int64> = 0...20_000,
    units: [Int64] = [1000], savings: [SavingsAccountRule] = [.none, .group],
    startUps: PolicyBounds.StartUpBounds? = nil, reason: String = "Circular 4/2016"
  ) -> PolicyBounds {
    PolicyBounds(
      version: 0, validFrom: day, ceiling: ceiling, term: term, rateMillionths: rate,
      roundUnits: units, savingsAccounts: savings, startUps: startUps, reason: reason)
  }

  private func policy(from day: Day) -> LendingPolicy {
    Village.policy(from: day, terms: 3...18, rate: 20_001, savings: .member, reason: "Ours")
  }

  @Test func `the bounds of the first day of a policy hold, with all that is outside at once`()
    throws
  {
    var books = try Village.books()
    let effects = try books.run(
      SetPolicyBounds(bounds: bounds(from: "2016-01-01"), day: "2015-12-01"), by: Village.officer)
    #expect(effects.subject == .policyBounds(version: 1))
    #expect(effects.subject.path == "policy-bounds/1")
    #expect(effects.head.stream == .province)
    func refusal(_ policy: LendingPolicy, on day: Day) -> [Rejection] {
      books.refusal(SetPolicy(policy: policy, day: day), by: Village.coordinator)
    }
    #expect(refusal(policy(from: "2015-12-31"), on: "2015-12-31") == [])
    #expect(
      refusal(policy(from: "2016-01-01"), on: "2015-12-31") == [
        .policyOutOfBounds(
          field: .laterLoanCeiling, value: 5_000_000, least: 1_000_000, most: 2_000_000),
        .policyOutOfBounds(field: .longestTerm, value: 18, least: 3, most: 12),
        .policyOutOfBounds(field: .rate, value: 20_001, least: 0, most: 20_000),
        .roundUnitNotAllowed(unit: 1, allowed: [1000]),
        .savingsAccountNotAllowed(.member, allowed: [.none, .group]),
        .startUpsNotAllowed(bounds: 1),
      ])
  }

  @Test func `a policy that is dated back is judged by the bounds of the latest booked day`() throws
  {
    var books = Books()
    books.facts.heads[upk] = Head(stream: upk, latestDay: "2016-02-01", counters: [:])
    books.facts.policyBounds = [bounds(from: "2016-01-01")]
    let early = SetPolicy(policy: policy(from: "2015-06-01"), day: "2015-06-01")
    let found = books.refusal(early, by: Village.coordinator)
    #expect(found.contains(.startUpsNotAllowed(bounds: 0)))
    books.facts.heads[upk] = Head(stream: upk, latestDay: "2015-12-31", counters: [:])
    #expect(books.refusal(early, by: Village.coordinator) == [])
  }

  @Test func `bounds touch no policy that is there`() throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    try books.run(
      SetPolicyBounds(
        bounds: bounds(from: "2015-07-01", term: 3...4), day: "2015-07-01"), by: Village.officer)
    try books.lend(ksm, each: 1_000_000, months: 12, on: "2016-01-10")
    #expect(books.facts.loans[LoanID(upk, 1)]?.terms.months == 12)
  }

  @Test func `those who will start are served within the province's bounds`() throws {
    var books = try Village.books()
    let within = PolicyBounds.StartUpBounds(ceiling: 1...400_000, term: 1...5)
    try books.run(
      SetPolicyBounds(
        bounds: bounds(
          from: "2016-01-01", ceiling: 1...5_000_000, units: [1], startUps: within),
        day: "2015-12-01"), by: Village.officer)
    let next = Village.policy(from: "2016-01-01")
    #expect(
      books.refusal(SetPolicy(policy: next, day: "2015-12-02"), by: Village.coordinator) == [
        .policyOutOfBounds(field: .startUpCeiling, value: 500_000, least: 1, most: 400_000),
        .policyOutOfBounds(field: .startUpLongestTerm, value: 6, least: 3, most: 5),
      ])
  }

  @Test func `a version begins after the one before it and after what the province booked`() throws
  {
    var books = try Village.books()
    try books.run(
      SetPolicyBounds(bounds: bounds(from: "2015-01-01"), day: "2015-12-01"), by: Village.officer)
    func refusal(from day: Day) -> [Rejection] {
      books.refusal(
        SetPolicyBounds(bounds: bounds(from: day), day: "2015-12-01"), by: Village.officer)
    }
    #expect(
      refusal(from: "2015-01-01") == [
        .dayBefore("2015-01-01", earliest: "2015-01-02", milestone: .boundsBegan),
        .dayBefore("2015-01-01", earliest: "2015-12-02", milestone: .decided),
      ])
    #expect(
      refusal(from: "2015-12-01") == [
        .dayBefore("2015-12-01", earliest: "2015-12-02", milestone: .decided)
      ])
    #expect(refusal(from: "2015-12-02") == [])
  }

  @Test func `bounds are within what a loan can be, and have a reason`() throws {
    let books = try Village.books()
    let wild = bounds(
      from: "2016-01-01", ceiling: 0...1_000_000_000_000, term: 0...61, rate: -1...1_000_001,
      units: [0, 1, 1_000_001],
      startUps: PolicyBounds.StartUpBounds(ceiling: 0...0, term: 61...61), reason: " ")
    func outside(_ field: PolicyField, _ value: Int64, _ limits: ClosedRange<Int64>) -> Rejection {
      .boundOutOfLimits(
        field: field, value: value, least: limits.lowerBound, most: limits.upperBound)
    }
    let amounts: ClosedRange<Int64> = 1...999_999_999_999
    #expect(
      books.refusal(SetPolicyBounds(bounds: wild, day: "2016-01-01"), by: Village.officer) == [
        .textMissing(field: .reason), outside(.firstLoanCeiling, 0, amounts),
        outside(.firstLoanCeiling, 1_000_000_000_000, amounts), outside(.longestTerm, 0, 1...60),
        outside(.longestTerm, 61, 1...60), outside(.rate, -1, 0...1_000_000),
        outside(.rate, 1_000_001, 0...1_000_000), outside(.roundUnit, 0, 1...1_000_000),
        outside(.roundUnit, 1_000_001, 1...1_000_000), outside(.startUpCeiling, 0, amounts),
        outside(.startUpLongestTerm, 61, 1...60),
      ])
    let widest = bounds(
      from: "2016-01-01", ceiling: 1...999_999_999_999, term: 1...60, rate: 0...1_000_000,
      units: [1, 1_000_000],
      startUps: PolicyBounds.StartUpBounds(ceiling: 1...999_999_999_999, term: 1...60))
    #expect(
      books.refusal(SetPolicyBounds(bounds: widest, day: "2016-01-01"), by: Village.officer) == [])
  }

  @Test func `a board's limit of cash is no higher than the province's`() throws {
    var books = try Village.books()
    func refusal(_ limit: Rupiah) -> [Rejection] {
      let policy = Village.policy(from: "2016-01-02").with(cashLimit: limit)
      return books.refusal(SetPolicy(policy: policy, day: "2015-12-02"), by: Village.coordinator)
    }
    func outside(_ value: Int64, _ most: Int64) -> [Rejection] {
      [.policyOutOfBounds(field: .cashLimit, value: value, least: 0, most: most)]
    }
    #expect(refusal(0) == [] && refusal(-1) == outside(-1, 999_999_999_999))
    #expect(refusal(.limit) == [])
    let standard = PolicyBounds.standard
    func province(_ limit: Rupiah, least: Int = 5_000) -> SetPolicyBounds {
      SetPolicyBounds(
        bounds: PolicyBounds(
          version: 0, validFrom: "2016-01-01", ceiling: standard.ceiling, term: standard.term,
          rateMillionths: standard.rateMillionths, roundUnits: standard.roundUnits,
          savingsAccounts: standard.savingsAccounts, startUps: standard.startUps,
          cashLimit: limit, profit: ProfitRule(leastCapital: least, atRisk: .shared),
          reason: "Circular 4/2016"), day: "2015-12-01")
    }
    #expect(
      books.refusal(province(-1, least: 10_001), by: Village.officer) == [
        .boundOutOfLimits(field: .cashLimit, value: -1, least: 0, most: 999_999_999_999),
        .boundOutOfLimits(field: .leastCapital, value: 10_001, least: 0, most: 10_000),
      ])
    try books.run(province(500_000), by: Village.officer)
    #expect(refusal(500_000) == [] && refusal(500_001) == outside(500_001, 500_000))
  }

  @Test func `before a province sets bounds the standard ones hold`() {
    let later = bounds(from: "2016-01-01")
    #expect([later].inForce(on: "2015-12-31") == .standard)
    #expect([later].inForce(on: "2016-01-01") == later)
    #expect([PolicyBounds]().inForce(on: "2016-01-01").version == 0)
  }
}
