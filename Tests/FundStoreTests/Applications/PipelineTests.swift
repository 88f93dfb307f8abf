import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

@Suite struct PipelineTests {
  private func run(
    _ command: any Command, by person: PersonID, in world: FundWorld
  ) async throws {
    try await world.fixture.run(command, by: person)
  }

  @Test func `an application is read back with papers, rounds, queue and agreement`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let id = ApplicationID(
        world.upk.id,
        try await world.fixture.run(
          SubmitApplication(
            ksm: ksm, amount: Rupiah(5_000_000), shares: world.shares(Rupiah(1_000_000)),
            months: 10, purpose: .productiveBusiness, businessStage: .existing,
            papers: [.form], day: day("2016-01-08")), by: world.loanOfficer))
      var found = try #require(try await world.store.application(id))
      #expect(found.state == .incomplete && found.missing.count == 4)
      try await run(
        CompleteApplication(
          application: id, papers: Set(ApplicationPaper.allCases), day: day("2016-01-10")),
        by: world.loanOfficer, in: world)
      try await run(
        SkipQueue(application: id, reason: "season", day: day("2016-01-10")),
        by: world.loanOfficer, in: world)
      try await run(
        ConfirmSkip(application: id, day: day("2016-01-11")), by: world.manager, in: world)

      try await world.inspect(id)
      try await run(
        SignApproval(
          application: id, verdict: .sendBack, note: "member 5", day: day("2016-01-12")),
        by: world.manager, in: world)
      let four = Array(world.shares(Rupiah(1_000_000)).prefix(4))
      try await run(
        RecordInspection(
          application: id, witness: world.boardMember, recommended: four,
          appraisals: FundWorld.appraisals(of: four), note: "again", day: day("2016-01-13")),
        by: world.loanOfficer, in: world)
      try await world.approve(id, by: world.manager)
      try await world.approve(id, by: world.coordinator)
      try await world.contract(id)

      found = try #require(try await world.store.application(id))
      #expect(found.state == .contracted && found.missing.isEmpty)
      #expect(found.completedOn == day("2016-01-10"))
      #expect(found.skip?.confirmedBy == world.manager && found.skip?.reason == "season")
      #expect(found.inspection?.round == 2 && found.recommended == four)
      #expect(found.inspection?.appraisals == FundWorld.appraisals(of: four))
      #expect(found.inspection?.steps == ApprovalChain.standard(of: world.upk.id).steps)
      #expect(found.approvals.map(\.round) == [2, 2])
      #expect(found.approvals.allSatisfy { $0.bound.contains("share.4=1000000\n") })
      #expect(found.returned.map(\.note) == ["member 5"])
      #expect(found.contract?.reference == "SPP-1" && found.contract?.setOffConsent == false)
      let open = try await world.store.openApplications([world.upk.id], on: day("2016-01-20"))
      #expect(open == [found])
      let facts = try await world.store.facts(asOf: day("2016-01-20")) {
        $0.reservationsOf.insert(world.upk.id)
        $0.queuesOf.insert(world.upk.id)
      }
      #expect(facts.reservations[world.upk.id]?.map(\.amount) == [Rupiah(4_000_000)])
      #expect(facts.queues[world.upk.id] == nil)
    }
  }

  @Test func `an application is read as it stood on any day, over or not`() async throws {
    try await FundFixture.withWorld { world in
      let id = try await world.submit(try await world.registerKSM(members: 5))
      try await world.inspect(id)
      try await run(
        SignApproval(
          application: id, verdict: .sendBack, note: "member 5", day: day("2016-01-13")),
        by: world.manager, in: world)
      try await run(
        RecordInspection(
          application: id, witness: world.boardMember, recommended: [], appraisals: [],
          note: "", day: day("2016-01-14")), by: world.loanOfficer, in: world)
      try await run(
        SignApproval(application: id, verdict: .reject, note: "no", day: day("2016-01-16")),
        by: world.manager, in: world)
      let expected: [(String, ApplicationState, isOpen: Bool)] = [
        ("2016-01-10", .submitted, true), ("2016-01-12", .recommended, true),
        ("2016-01-13", .inInspection, true), ("2016-01-15", .notRecommended, true),
        ("2016-01-16", .rejected, false),
      ]
      for (text, state, isOpen) in expected {
        let on = day(text)
        let found = try await world.store.applications(
          world.upk.id, state: state, on: on, after: nil, limit: 10)
        #expect(found.map(\.id) == [id] && found.first?.state == state, "\(text)")
        let open = try await world.store.openApplications([world.upk.id], on: on)
        #expect(open.map(\.state) == (isOpen ? [state] : []), "\(text)")
      }
      #expect(
        try await world.store.applications(
          world.upk.id, state: nil, on: day("2016-01-09"), after: nil, limit: 10) == [])
    }
  }

  @Test func `a pay-out shows from its day on, and until it was taken back`() async throws {
    try await FundFixture.withWorld { world in
      let application = try await world.approvedApplication(try await world.registerKSM(members: 5))
      let loan = try await world.disburse(application)
      try await run(
        VoidDisbursement(loan: loan, reason: "fire", day: day("2016-01-22")),
        by: world.manager, in: world)
      for (text, state) in [
        ("2016-01-15", ApplicationState.contracted), ("2016-01-20", .disbursed),
        ("2016-01-22", .cancelled),
      ] {
        let found = try await world.store.application(application)?.asOf(day(text))
        #expect(found?.state == state, "\(text)")
        #expect(found?.loan == (state == .disbursed ? loan : nil), "\(text)")
        let open = try await world.store.openApplications([world.upk.id], on: day(text))
        #expect(open.map(\.id) == (state == .contracted ? [application] : []), "\(text)")
      }
    }
  }

  @Test func `a draft is read back as typed last, and its shares are members' once submitted`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      func form(_ shares: [Share], _ day: Day) -> SubmitApplication {
        SubmitApplication(
          ksm: ksm, amount: shares.total(\.amount), shares: shares, months: 10,
          purpose: .productiveBusiness, businessStage: .existing,
          papers: Set(ApplicationPaper.allCases), day: day)
      }
      let upk = world.upk.id
      let id = ApplicationID(
        upk,
        try await world.fixture.run(
          DraftApplication(
            form: form([Share(member: 77, amount: Rupiah(5))], day("2016-01-08")),
            replacing: nil), by: world.loanOfficer))
      let made = try #require(try await world.store.application(id))
      #expect(made.requested == [Share(member: 77, amount: Rupiah(5))] && !made.wasHandedIn)
      #expect(made.state == .draft && made.completedOn == nil)
      func page(_ state: ApplicationState, _ day: Day) async throws -> [ApplicationID] {
        try await world.store.applications(upk, state: state, on: day, after: nil, limit: 9)
          .map(\.id)
      }
      #expect(try await page(.draft, day("2016-04-07")) == [id])
      #expect(try await page(.expired, day("2016-04-08")) == [id])
      #expect(try await world.store.openApplications([upk], on: day("2016-01-20")) == [])
      let facts = try await world.store.facts(asOf: day("2016-01-20")) {
        $0.queuesOf.insert(upk)
        $0.reservationsOf.insert(upk)
      }
      #expect(facts.queues[upk] ?? [] == [] && facts.reservations[upk] ?? [] == [])

      let shares = world.shares(Rupiah(1_000_000))
      try await run(
        DraftApplication(form: form(shares, day("2016-01-09")), replacing: id),
        by: world.loanOfficer, in: world)
      let anew = try #require(try await world.store.application(id))
      #expect(anew.requested == shares && anew.submittedOn == day("2016-01-08"))
      try await run(
        SubmitDraft(draft: id, ksm: ksm, day: day("2016-01-10")), by: world.loanOfficer, in: world)
      let found = try #require(try await world.store.application(id))
      #expect(found.wasHandedIn && found.state == .submitted && found.requested == shares)
      #expect(found.submittedOn == day("2016-01-10") && found.completedOn == day("2016-01-10"))
      try await world.inspect(id)
      #expect(try await world.store.application(id)?.recommended == shares)
    }
  }

  @Test func `a draft that is taken back keeps what it said`() async throws {
    try await FundFixture.withWorld { world in
      let shares = [Share(member: 77, amount: Rupiah(5))]
      let form = SubmitApplication(
        ksm: try await world.registerKSM(members: 5), amount: Rupiah(5), shares: shares,
        months: 10, purpose: .productiveBusiness, businessStage: .existing,
        papers: Set(ApplicationPaper.allCases), day: day("2016-01-08"))
      let id = ApplicationID(
        world.upk.id,
        try await world.fixture.run(
          DraftApplication(form: form, replacing: nil), by: world.loanOfficer))
      try await run(
        CancelApplication(application: id, reason: "no need", day: day("2016-01-09")),
        by: world.loanOfficer, in: world)
      let found = try #require(try await world.store.application(id))
      #expect(found.state == .cancelled && found.requested == shares && !found.wasHandedIn)
    }
  }

  @Test func `the queue knows who is complete since when, and whose signature is next`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let first = try await world.submit(try await world.registerKSM(members: 5))
      let second = try await world.submit(try await world.registerKSM(members: 5))
      try await world.inspect(first)
      try await world.approve(first, by: world.manager)
      let facts = try await world.store.facts(asOf: day("2016-01-20")) {
        $0.queuesOf.insert(world.upk.id)
      }
      let queue = try #require(facts.queues[world.upk.id])
      #expect(queue.map(\.application) == [first, second])
      #expect(queue.map(\.step) == [2, nil])
      #expect(queue.map(\.state) == [.inDecision, .submitted])
      // An application that was cancelled waits no more, and its place is free.
      try await run(
        CancelApplication(application: first, reason: "no need", day: day("2016-01-20")),
        by: world.loanOfficer, in: world)
      let cancelled = try await world.store.application(first)
      #expect(cancelled?.cancellation?.by == world.loanOfficer)
      let after = try await world.store.facts(asOf: day("2016-01-20")) {
        $0.queuesOf.insert(world.upk.id)
      }
      #expect(after.queues[world.upk.id]?.map(\.application) == [second])
    }
  }

  @Test func `chains, delegations and relationships are kept`() async throws {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let chain = ApprovalChain(
        upk: world.upk.id, version: 0, validFrom: day("2016-02-01"),
        steps: [
          ChainStep(
            number: 1, role: .manager, quorum: 1, deadlineDays: 2, fromAmount: .zero,
            fromPARThousandths: 0),
          ChainStep(
            number: 2, role: .bkmMember, quorum: 2, deadlineDays: 5,
            fromAmount: Rupiah(1_000_000), fromPARThousandths: 125),
          ChainStep(
            number: 3, role: .bkmCoordinator, quorum: 1, deadlineDays: 3, fromAmount: .zero,
            fromPARThousandths: 0),
        ], inspectionDays: 5, disbursementDays: 4, minutes: "BA-07/2016")
      try await run(
        SetApprovalChain(chain: chain, day: day("2016-01-20")), by: world.coordinator, in: world)
      let chains = try await world.store.approvalChains(world.upk.id)
      #expect(chains.map(\.steps) == [chain.steps] && chains.map(\.version) == [1])
      #expect(chains.first?.inspectionDays == 5 && chains.first?.minutes == "BA-07/2016")

      try await run(
        DelegateRole(
          upk: world.upk.id, role: .bkmCoordinator, delegate: world.boardMember,
          from: day("2016-02-01"), until: day("2016-02-20"), reason: "leave",
          day: day("2016-01-20")), by: world.coordinator, in: world)
      let delegations = try await world.store.delegations([world.upk.id])
      #expect(delegations.map(\.holder) == [world.coordinator])
      #expect(delegations.map(\.until) == [day("2016-02-20")])

      try await run(
        DeclareRelationship(
          ksm: ksm, person: world.manager, relationship: .family, note: "",
          day: day("2016-01-20")), by: world.manager, in: world)
      let declared = try await world.store.relationships(world.upk.id)
      #expect(declared.map(\.person) == [world.manager] && declared.map(\.ksm) == [ksm])
    }
  }

  /// Statements behind the store's back, each with the constraint that it breaks.
  static let harms = [
    (
      "approvals_are_by_distinct_persons",
      "update fund.approval set signer = 3 where step = 2"
    ),
    ("a_decider_did_not_inspect", "update fund.approval set signer = 2 where step = 2"),
    (
      "approvals_are_for_distinct_persons",
      "update fund.approval set signer = 5, on_behalf_of = 3 where step = 2"
    ),
    (
      "a_skip_is_confirmed_by_a_second_person",
      """
      update fund.application set skip_reason = 'x', skip_requested_by = 2,
        skip_requested_on = '2016-01-10', skip_confirmed_by = 2, skip_confirmed_on = '2016-01-10'
      """
    ),
    (
      "contracted_means_an_agreement",
      "update fund.application set agreement = null, agreed_on = null"
    ),
    ("complete_means_nothing_missing", "update fund.application set completed_on = null"),
  ]

  @Test(arguments: harms)
  func `the database itself keeps signers apart and steps in order`(
    constraint: String, statement: String
  ) async throws {
    try await FundFixture.withWorld { world in
      _ = try await world.approvedApplication(try await world.registerKSM(members: 5))
      let error = await #expect(throws: (any Error).self) {
        try await world.fixture.script(statement)
      }
      #expect(error.map { "\($0)" }?.contains(constraint) == true, "\(String(describing: error))")
    }
  }

  @Test func `what was not carried on in time is listed as expired`() async throws {
    try await FundFixture.withWorld { world in
      let approved = try await world.approvedApplication(try await world.registerKSM(members: 5))
      func listed(_ state: ApplicationState, on text: String) async throws -> [ApplicationID] {
        try await world.store.applications(
          world.upk.id, state: state, on: day(text), after: nil, limit: 10
        ).map(\.id)
      }
      #expect(try await listed(.contracted, on: "2016-03-15") == [approved])
      #expect(try await listed(.expired, on: "2016-03-15") == [])
      #expect(try await listed(.contracted, on: "2016-03-16") == [])
      #expect(try await listed(.expired, on: "2016-03-16") == [approved])
    }
  }
}
