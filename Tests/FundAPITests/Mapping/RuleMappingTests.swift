import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing

private let malabutor = code("malabutor")
private let upk = UPKID(1)

private func policy(startUps: StartUpRule?) -> LendingPolicy {
  LendingPolicy(
    upk: upk, version: 0, validFrom: day(2015, 1, 1), borrowerCriteria: "Poor\nresidents",
    firstLoanCeiling: Rupiah(1_000_000), laterLoanCeiling: Rupiah(2_000_000), shortestTerm: 3,
    longestTerm: 12, rate: MonthlyRate(millionths: 15_000), method: .flat, roundUnit: 1,
    earlySettlement: .waive, reserveScheme: .pnpmUrban, jointLiability: "All for each",
    savingsAccount: .group, startUps: startUps, reason: "The bank asks for it",
    minutes: "BA-03/2015")
}

private let served = policy(startUps: StartUpRule(ceiling: Rupiah(500_000), longestTerm: 6))

@Test func `a policy comes back from the wire as itself`() throws {
  let wire = Bergulir_V1_Policy(served, in: malabutor)
  #expect(wire.name == "upks/malabutor/policies/0")
  #expect(wire.headings == PolicyHeading.allCases.map(\.rawValue))
  #expect(try wire.policy(of: upk) == served)
  let without = Bergulir_V1_Policy(policy(startUps: nil), in: malabutor)
  #expect(!without.hasStartUps)
  #expect(try without.policy(of: upk) == policy(startUps: nil))
}

@Test func `a policy's fault names the field below the policy`() {
  var wire = Bergulir_V1_Policy(served, in: malabutor)
  wire.validFrom = ""
  #expect(throws: Fault.fieldMissing("policy.valid_from")) { try wire.policy(of: upk) }
  wire.validFrom = "2015-01-01"
  wire.method = "bullet"
  #expect(throws: Fault.fieldInvalid("policy.method", expected: .oneOf(["flat", "declining"]))) {
    try wire.policy(of: upk)
  }
  wire.method = "flat"
  wire.savingsAccount = ""
  #expect(throws: Fault.fieldMissing("policy.savings_account")) { try wire.policy(of: upk) }
  wire.savingsAccount = "none"
  wire.borrowerCriteria = "a\u{7}"
  #expect(throws: Fault.fieldInvalid("policy.borrower_criteria", expected: .lines)) {
    try wire.policy(of: upk)
  }
}

@Test func `a charter comes back from the wire as itself, without the clauses that it lacks`()
  throws
{
  let charter = Charter(
    upk: upk, version: 0, validFrom: day(2010, 5, 1), deed: "12/2010",
    articles: [.povertyTool: "Article 3", .incomeForUnitOnly: "Article 9"], minutes: "BA-01/2010")
  var wire = Bergulir_V1_Charter(charter, in: malabutor)
  #expect(wire.name == "upks/malabutor/charters/0" && wire.lacking == ["lendingOnly"])
  #expect(wire.lendingOnly.isEmpty)
  #expect(try wire.charter(of: upk) == charter)
  wire.deed = "1\n2"
  #expect(throws: Fault.fieldInvalid("charter.deed", expected: .line)) {
    try wire.charter(of: upk)
  }
}

private func bounds(
  _ startUps: PolicyBounds.StartUpBounds?, cashLimit: Rupiah? = nil,
  profit: ProfitRule = .standard
) -> PolicyBounds {
  PolicyBounds(
    version: 0, validFrom: day(2016, 1, 1), ceiling: 1...2, term: 3...4, rateMillionths: 5...6,
    roundUnits: [1, 100], savingsAccounts: [.none, .member], startUps: startUps,
    cashLimit: cashLimit, profit: profit, reason: "Why")
}

@Test func `bounds come back from the wire as themselves`() throws {
  for startUps in [nil, PolicyBounds.StartUpBounds(ceiling: 7...8, term: 9...9)] {
    var wire = Bergulir_V1_PolicyBounds(bounds(startUps))
    #expect(wire.name.isEmpty && wire.validFrom.isEmpty)
    wire.validFrom = "2016-01-01"
    #expect(try wire.bounds() == bounds(startUps))
    wire.roundUnits = [100, 1, 100]
    wire.savingsAccounts = ["member", "none", "none"]
    #expect(try wire.bounds() == bounds(startUps))
  }
  #expect(Bergulir_V1_PolicyBounds(.standard).startUpCeiling.most == 5_000_000)
}

@Test func `bounds that say nothing of cash and profit leave both as before there were any`()
  throws
{
  let all = bounds(
    nil, cashLimit: .zero, profit: ProfitRule(leastCapital: 0, atRisk: .capitalOnly))
  var wire = Bergulir_V1_PolicyBounds(all)
  wire.validFrom = "2016-01-01"
  #expect(wire.hasCashLimit && wire.hasLeastCapital && wire.profitAtRisk == "capitalOnly")
  #expect(try wire.bounds() == all)
  wire.clearCashLimit()
  wire.clearLeastCapital()
  wire.profitAtRisk = ""
  #expect(try wire.bounds() == bounds(nil))
}

@Test(arguments: [nil, 0, 2_000_000] as [Int64?])
func `a limit of cash comes back from the wire as itself, nothing as none`(limit: Int64?) throws {
  var wire = Bergulir_V1_Policy(served, in: malabutor)
  if let limit { wire.cashLimit = limit }
  let policy = try wire.policy(of: upk)
  #expect(policy.cashLimit == limit.map { Rupiah($0) })
  let back = Bergulir_V1_Policy(policy, in: malabutor)
  #expect(back.hasCashLimit == (limit != nil) && back.cashLimit == limit ?? 0)
}

private let faults: [(@Sendable (inout Bergulir_V1_PolicyBounds) -> Void, Fault)] = [
  ({ $0.validFrom = "" }, .fieldMissing("bounds.valid_from")),
  ({ $0.clearTerm() }, .fieldMissing("bounds.term")),
  (
    { $0.ceiling.least = 3 },
    .fieldInvalid("bounds.ceiling.most", expected: .notBefore("bounds.ceiling.least"))
  ),
  ({ $0.roundUnits = [] }, .fieldMissing("bounds.round_units")),
  (
    { $0.roundUnits = Array(1...21) },
    .fieldInvalid("bounds.round_units", expected: .between(1, 20))
  ),
  ({ $0.savingsAccounts = [] }, .fieldMissing("bounds.savings_accounts")),
  (
    { $0.savingsAccounts = ["bank"] },
    .fieldInvalid("bounds.savings_accounts", expected: .oneOf(["none", "group", "member"]))
  ),
  (
    { $0.profitAtRisk = "none" },
    .fieldInvalid("bounds.profit_at_risk", expected: .oneOf(["shared", "capitalOnly"]))
  ),
  ({ $0.clearStartUpTerm() }, .fieldMissing("bounds.start_up_term")),
]

@Test(arguments: faults.indices)
func `a fault of bounds names the field below them`(index: Int) {
  var wire = Bergulir_V1_PolicyBounds(
    bounds(PolicyBounds.StartUpBounds(ceiling: 7...8, term: 9...9)))
  wire.validFrom = "2016-01-01"
  faults[index].0(&wire)
  let sent = wire
  #expect(throws: faults[index].1) { try sent.bounds() }
}
