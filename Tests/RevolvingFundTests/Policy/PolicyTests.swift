import RevolvingFund
import Testing

struct PolicyTests {
  private func refusal(_ policy: LendingPolicy, on day: Day = Village.founded) -> [Rejection] {
    do {
      return try Village.books().refusal(
        SetPolicy(policy: policy, day: day), by: Village.manager)
    } catch {
      return error.rejections
    }
  }

  /// A policy after the one that the village has.
  private func next(
    first: Rupiah = 1_000_000, later: Rupiah = 5_000_000, terms: ClosedRange<Int> = 3...12,
    rate: Int64 = 15_000, unit: Int64 = 1, criteria: String = "Article 3",
    liability: String = "Article 8", savings: SavingsAccountRule = .none,
    startUps: StartUpRule? = StartUpRule(ceiling: 500_000, longestTerm: 24), reason: String = "",
    minutes: String = "BA-02"
  ) -> LendingPolicy {
    Village.policy(
      from: "2016-01-01", first: first, later: later, terms: terms, rate: rate, unit: unit,
      criteria: criteria, liability: liability, savings: savings, startUps: startUps,
      reason: reason, minutes: minutes)
  }

  @Test func `a policy at its bounds is accepted, and numbered after the one before`() throws {
    #expect(refusal(next(first: 1, later: 1, terms: 1...24, rate: 0, unit: 1000)) == [])
    #expect(refusal(next(first: 5_000_000, terms: 24...24, rate: 30_000, unit: 500)) == [])
    let effects = try Village.books().decide(
      SetPolicy(policy: next(), day: Village.founded), by: Village.manager)
    #expect(effects.subject == .policy(upk, version: 2))
    #expect(effects.subject.path == "policies/2")
  }

  @Test func `what is out of bounds is named with its bounds`() {
    let rows: [(LendingPolicy, [Rejection])] = [
      (
        next(first: 0, later: 0),
        [
          .bounds(.firstLoanCeiling, 0, 1...5_000_000),
          .bounds(.laterLoanCeiling, 0, 1...5_000_000),
        ]
      ),
      (next(first: 5_000_001), [.bounds(.firstLoanCeiling, 5_000_001, 1...5_000_000)]),
      (next(later: 5_000_001), [.bounds(.laterLoanCeiling, 5_000_001, 1_000_000...5_000_000)]),
      (next(later: 999_999), [.bounds(.laterLoanCeiling, 999_999, 1_000_000...5_000_000)]),
      (next(terms: 0...12), [.bounds(.shortestTerm, 0, 1...24)]),
      (next(terms: 3...25), [.bounds(.longestTerm, 25, 3...24)]),
      (next(rate: -1), [.bounds(.rate, -1, 0...30_000)]),
      (next(rate: 30_001), [.bounds(.rate, 30_001, 0...30_000)]),
      (next(unit: 0), [.roundUnitNotAllowed(unit: 0, allowed: [1, 100, 500, 1000])]),
      (next(minutes: " "), [.textMissing(field: .minutes)]),
      (
        next(criteria: "", liability: "\n"),
        [.textMissing(field: .borrowerCriteria), .textMissing(field: .jointLiability)]
      ),
      (next(savings: .group), [.textMissing(field: .reason)]),
      (next(savings: .member, reason: "The bank is next door"), []),
      (next(startUps: nil), [.textMissing(field: .reason)]),
      (
        next(reason: String(repeating: "x", count: 2001)),
        [.textTooLong(field: .reason, length: 2001, limit: 2000)]
      ),
      (
        next(startUps: StartUpRule(ceiling: 0, longestTerm: 2)),
        [.bounds(.startUpCeiling, 0, 1...5_000_000), .bounds(.startUpLongestTerm, 2, 3...24)]
      ),
      (
        next(startUps: StartUpRule(ceiling: 1, longestTerm: 25)),
        [.bounds(.startUpLongestTerm, 25, 3...24)]
      ),
      (next(rate: Int64.max), [.bounds(.rate, Int64.max, 0...30_000)]),
    ]
    for (policy, expected) in rows { #expect(refusal(policy) == expected) }
  }

  @Test func `a longest term below the shortest is out of bounds`() {
    let policy = LendingPolicy(
      upk: upk, version: 0, validFrom: "2016-01-01", borrowerCriteria: "a", firstLoanCeiling: 1,
      laterLoanCeiling: 1, shortestTerm: 12, longestTerm: 11, rate: .onePointFive,
      method: .declining, roundUnit: 1, earlySettlement: .charge, reserveScheme: .pnpmUrban,
      jointLiability: "b", savingsAccount: .none,
      startUps: StartUpRule(ceiling: 1, longestTerm: 12), reason: "", minutes: "BA")
    #expect(refusal(policy) == [.bounds(.longestTerm, 11, 12...24)])
  }

  @Test func `a policy begins after the one before it and after the latest booked day`() throws {
    var books = try Village.books()
    let same = Village.policy(from: Village.founded)
    #expect(
      books.refusal(SetPolicy(policy: same, day: Village.founded), by: Village.manager) == [
        .dayBefore(Village.founded, earliest: "2015-06-02", milestone: .policyBegan),
        .dayBefore(Village.founded, earliest: "2015-06-02", milestone: .decided),
      ])
    let ksm = try books.addGroup("A")
    let application = try books.approve(ksm, each: 100_000, on: "2016-01-10")
    try books.contract(application, on: "2016-01-10")
    func change(from day: Day) -> [Rejection] {
      books.refusal(
        SetPolicy(policy: Village.policy(from: day), day: "2016-01-11"), by: Village.manager)
    }
    #expect(
      change(from: "2016-01-10") == [
        .dayBefore("2016-01-10", earliest: "2016-01-11", milestone: .decided)
      ])
    #expect(change(from: "2016-01-11") == [])
    try books.run(
      SetPolicy(policy: Village.policy(from: "2016-01-11", rate: 20_000), day: "2016-01-11"),
      by: Village.manager)
    try books.run(
      Village.payOut(application, from: .bank, on: "2016-01-12"), by: Village.cashier)
    #expect(books.facts.loans[LoanID(upk, 1)]?.terms.rate == .onePointFive)
  }

  @Test func `a policy that was recorded before words were asked for lacks two headings`() {
    #expect(Village.policy.headings == PolicyHeading.allCases)
    let old = Village.policy(criteria: "", liability: " ")
    #expect(old.headings == [.firstLoan, .serviceCharge, .term, .installments])
  }

  @Test func `the policy in force is the one that began last`() {
    let policies = (["2015-01-01", "2017-01-01", "2016-01-01"] as [Day]).map {
      Village.policy(from: $0)
    }
    #expect(policies.inForce(on: "2014-12-31") == nil)
    #expect(policies.inForce(on: "2015-12-31")?.validFrom == "2015-01-01")
    #expect(policies.inForce(on: "2016-01-01")?.validFrom == "2016-01-01")
    #expect(policies.inForce(on: "2020-01-01")?.validFrom == "2017-01-01")
  }
}

extension Rejection {
  fileprivate static func bounds(
    _ field: PolicyField, _ value: Int64, _ range: ClosedRange<Int64>
  ) -> Rejection {
    .policyOutOfBounds(
      field: field, value: value, least: range.lowerBound, most: range.upperBound)
  }
}
