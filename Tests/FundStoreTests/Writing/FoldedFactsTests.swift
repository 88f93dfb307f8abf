import FundTesting
import RevolvingFund
import Testing

@testable import FundStore

/// Facts that take in what commands made of them are those that the database gives afterwards.
@Suite struct FoldedFactsTests {
  @Test func `facts that took in a command are those that are loaded after it`() async throws {
    try await FundFixture.withWorld(today: day("2016-12-31")) { world in
      let ksm = try await world.registerKSM(members: 5)
      try await world.renewAttestations()
      var life = try await FoldedLife(world, ksm)
      let steps = LifeSteps(world: world, ksm: ksm).all
      for step in steps { try await life.live(step) }
      #expect(life.lived == steps.count)
    }
  }
}

/// One life lived twice: by the store, and in facts that were loaded before it began.
private struct FoldedLife {
  let world: FundWorld
  let ksm: KSMID
  var facts: Facts
  var lived = 0

  init(_ world: FundWorld, _ ksm: KSMID) async throws {
    self.world = world
    self.ksm = ksm
    facts = Facts()
    facts = try await loaded()
    facts.heads = try await heads()
  }

  private var upk: UPKID { world.upk.id }
  private var loan: LoanID { LoanID(upk, 1) }
  private var application: ApplicationID { ApplicationID(upk, 1) }
  private var months: [Month] { LifeSteps.months }

  /// Decides in the facts and by the store, and compares what came of it and what is known then.
  mutating func live(_ step: LifeSteps.Step) async throws {
    let request = world.fixture.request(by: step.person)
    let recorded = try await world.store.run(step.command, request)
    let effects = try step.command.effects(given: facts, for: request.caller)
    #expect(effects.subject.path == recorded.subject)
    #expect(effects.outcome.firstDifference(from: recorded.outcome) == nil)
    #expect(effects.vouchers.map(\.number.description) == recorded.vouchers)
    facts.take(effects, of: step.command, by: step.person)
    var found = try await loaded()
    found.heads = try await heads()
    for name in differences(facts, found) {
      Issue.record("\(step.command.kind.rawValue) leaves other \(name)")
    }
    lived += 1
  }

  /// All that can be known of the UPK, its group and what the life will make.
  private func loaded() async throws -> Facts {
    let members = (1...5).map { PersonID(11 + Int64($0)) }
    return try await world.store.facts(asOf: day("2099-12-31")) { keys in
      keys.upks = [upk]
      keys.persons = Set((1...11).map { PersonID($0) } + members)
      keys.assignmentsOf = Set((1...11).map { PersonID($0) } + members)
      keys.trainingsOf = Set((1...11).map { PersonID($0) })
      keys.rosters = [upk]
      keys.chartersOf = [upk]
      keys.policiesOf = [upk]
      keys.policyBounds = true
      keys.acknowledgementsOf = [upk]
      keys.ksms = [ksm]
      keys.memberships = Set(members.map { MembershipKey(upk: upk, person: $0) })
      keys.applications = [application]
      keys.openApplicationsOf = [ksm]
      keys.chainsOf = [upk]
      keys.delegationsOf = [upk]
      keys.relationshipsOf = [ksm]
      keys.queuesOf = [upk]
      keys.reservationsOf = [upk]
      keys.loans = [loan]
      keys.disbursementsOf = [loan]
      keys.repaymentsOf = [loan]
      keys.debtSettlementsOf = [loan]
      keys.suspenseOf = [ksm]
      keys.portfolios = [upk]
      keys.periods = [upk]
      keys.reopenings = [upk]
      keys.firstDays = [upk]
      keys.movements = Set(
        ["2015-01-31", "2016-12-31"].map { MovementsKey(upk: upk, upTo: day($0)) }
          + months.map { MovementsKey(upk: upk, upTo: $0.last) })
      keys.instruments = true
      keys.attestationsOf = [upk]
      keys.groupRecordsOf = [ksm]
      keys.collectionDaysOf = [upk]
      keys.caseStepsOf = [loan]
      keys.conductOfGroups = [ksm]
      keys.accountsOf = [upk]
      keys.balances = Set(accounts.map { AccountKey(upk: upk, account: $0) })
      keys.savingsPools = [upk]
      keys.references = [ReferenceKey(upk: upk, reference: "KW-7")]
      keys.balancesOfDays = Set(
        ["2016-03-01", "2016-05-31"].flatMap { on in
          accounts.map { BalanceKey(upk: upk, account: $0, on: day(on)) }
        })
      keys.cashCountsOf = [upk]
      keys.bankMonths = [BankMonth(upk: upk, account: .bank, month: month("2016-02"))]
      keys.assetsOf = [upk]
    }
  }

  private var accounts: [AccountCode] { ChartOfAccounts.standard.map(\.code) }

  private func heads() async throws -> [UPKID: Head] {
    var heads: [UPKID: Head] = [:]
    for stream in [UPKID.province, upk] {
      heads[stream] = try await world.store.bulkStream(stream)?.head
    }
    return heads
  }

  /// The names of the facts that differ; those that nothing asked for are passed over.
  private func differences(_ left: Facts, _ right: Facts) -> [String] {
    let extra: Set<String> = ["vouchers", "setOffConsents"]
    var mine = left
    mine.usedReferences.formIntersection([ReferenceKey(upk: upk, reference: "KW-7")])
    mine.paperHolders = mine.paperHolders.filter { $0.key.reference == "KW-7" }
    var theirs = right
    theirs.balances = theirs.balances.filter { $0.value != .zero }
    mine.balances = mine.balances.filter { $0.value != .zero }
    return zip(Mirror(reflecting: mine).children, Mirror(reflecting: theirs).children)
      .compactMap { mine, theirs in
        let name = mine.label ?? ""
        guard !extra.contains(name) else { return nil }
        let pair = (mine.value as? AnyHashable, theirs.value as? AnyHashable)
        return pair.0 != nil && pair.0 == pair.1 ? nil : name
      }
  }
}
