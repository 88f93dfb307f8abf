import FundAPI
import FundStore
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

private func clients(_ daemon: Daemon) -> (
  applications: Bergulir_V1_ApplicationService.Client<InProcessTransport.Client>,
  inspections: Bergulir_V1_InspectionService.Client<InProcessTransport.Client>,
  approvals: Bergulir_V1_ApprovalService.Client<InProcessTransport.Client>,
  queue: Bergulir_V1_QueueService.Client<InProcessTransport.Client>
) {
  (
    Bergulir_V1_ApplicationService.Client(wrapping: daemon.client),
    Bergulir_V1_InspectionService.Client(wrapping: daemon.client),
    Bergulir_V1_ApprovalService.Client(wrapping: daemon.client),
    Bergulir_V1_QueueService.Client(wrapping: daemon.client)
  )
}

/// Submits the group's application with its form alone, and completes it two days later.
private func complete(_ daemon: Daemon, _ desks: Desks) async throws -> String {
  let ksm = try await daemon.world.registerKSM(members: 5)
  let (applications, _, _, queue) = clients(daemon)
  var request = Bergulir_V1_SubmitApplicationRequest.ofFive(malabutor + "/ksms/\(ksm.number)")
  request.papers = ["form"]
  let made = try await applications.submitApplication(request, metadata: desks.loanOfficer)
  #expect(made.state == "incomplete" && made.missing.count == 4)
  let papers = try await queue.listWork(
    .with { $0.asOf = "2016-01-20" }, metadata: desks.loanOfficer
  ).work
  #expect(papers.map(\.name) == [made.receipt.name])
  #expect(papers.map(\.stage.stage) == ["papers"])
  #expect(papers.map(\.place) == [0])
  #expect(papers.map(\.stage.days) == [10] && papers.map(\.stage.limit) == [0])
  let complete = try await applications.completeApplication(
    .with {
      $0.write = writing(on: "2016-01-12")
      $0.name = made.receipt.name
      $0.papers = made.missing
    }, metadata: desks.loanOfficer)
  #expect(complete.state == "submitted" && complete.missing == [])
  return made.receipt.name
}

extension Bergulir_V1_RecordInspectionRequest {
  /// A visit of 13 January 2016 that recommends a million for each of five.
  fileprivate static func ofFive(_ name: String, _ world: FundWorld) -> Self {
    .with {
      $0.write = writing(on: "2016-01-13")
      $0.name = name
      $0.witness = "persons/\(world.boardMember.value)"
      $0.recommended = Bergulir_V1_Share.five(1_000_000)
      $0.appraisals = Bergulir_V1_Appraisal.five
    }
  }
}

@Test func `each finds in the queue what waits for them`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let (_, inspections, approvals, queue) = clients(daemon)
    func work(_ desk: Metadata) async throws -> [Bergulir_V1_Work] {
      try await queue.listWork(.with { $0.asOf = "2016-01-20" }, metadata: desk).work
    }
    let name = try await complete(daemon, desks)
    #expect(try await work(desks.manager) == [])
    let late = try await work(desks.loanOfficer)
    #expect(late.map(\.stage.stage) == ["inspection"] && late.map(\.stage.isOver) == [true])
    _ = try await inspections.recordInspection(
      .ofFive(name, daemon.world), metadata: desks.loanOfficer)
    #expect(try await work(desks.loanOfficer) == [])
    #expect(try await work(desks.manager).map(\.name) == [name])
    _ = try await approvals.signApproval(
      .with {
        $0.write = writing(on: "2016-01-14")
        $0.name = name
        $0.verdict = "approve"
      }, metadata: desks.manager)
    #expect(try await work(desks.manager) == [])
    #expect(try await work(desks.coordinator).map(\.place) == [1])
  }
}

@Test func `a review shows all that a decision rests on, and whether it would stand`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let (_, inspections, approvals, _) = clients(daemon)
    let name = try await complete(daemon, desks)
    _ = try await inspections.recordInspection(
      .ofFive(name, daemon.world), metadata: desks.loanOfficer)
    func page(_ desk: Metadata) async throws -> Bergulir_V1_Review {
      try await approvals.reviewApplication(
        .with {
          $0.name = name
          $0.asOf = "2016-01-14"
        }, metadata: desk)
    }
    let review = try await page(desks.manager)
    #expect(review.members.allSatisfy { !$0.fullName.isEmpty })
    #expect(
      review.people.map(\.person)
        == [daemon.world.loanOfficer, daemon.world.boardMember].map { "persons/\($0.value)" })
    #expect(review.people.allSatisfy { !$0.fullName.isEmpty })
    #expect(review.members.allSatisfy { !$0.blocked && !$0.deviated && $0.ceiling == 2_000_000 })
    #expect(review.groupName == "KSM Melati" && review.standing == "new")
    #expect(review.members.count == 5 && review.members[0].capacity == 8_000_000)
    #expect(review.members[0].largestInstallment == 115_000)
    #expect(review.schedule.count == 10 && review.schedule[0].principal == 500_000)
    #expect(review.parAsOf == "2016-01-14" && review.recommended == 5_000_000)
    #expect(review.held == FundWorld.capital.amount && review.reserved == 0)
    #expect(review.application.waitingFor == "manager" && review.application.place == 1)
    #expect(review.violations == [])
    #expect(
      try await page(desks.coordinator).violations.map(\.reason)
        == ["APPROVAL_STEP_OUT_OF_ORDER"])
  }
}

@Test func `a decision names who signs next, what it binds to and until when it is good`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let (applications, inspections, approvals, _) = clients(daemon)
    let name = try await complete(daemon, desks)
    _ = try await inspections.recordInspection(
      .ofFive(name, daemon.world), metadata: desks.loanOfficer)
    for (desk, next) in [(desks.manager, "bkmCoordinator"), (desks.coordinator, "")] {
      let signed = try await approvals.signApproval(
        .with {
          $0.write = writing(on: "2016-01-14")
          $0.name = name
          $0.verdict = "approve"
        }, metadata: desk)
      #expect(signed.next == next && signed.steps == 2)
    }
    let shown = try await applications.getApplication(
      .with {
        $0.name = name
        $0.asOf = "2016-01-20"
      }, metadata: desks.manager)
    #expect(shown.state == "approved" && shown.validUntil == "2016-03-14")
    #expect(shown.approvals.allSatisfy { $0.bound.utf8.count == 64 })
    #expect(Set(shown.approvals.map(\.bound)).count == 1)
    let expired = try await applications.listApplications(
      .with {
        $0.parent = malabutor
        $0.state = "expired"
        $0.asOf = "2016-03-15"
      }, metadata: desks.manager)
    #expect(expired.applications.map(\.state) == ["expired"])
  }
}

@Test func `a dry run of a signature answers as the live one`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let application = try await daemon.world.submit(
      try await daemon.world.registerKSM(members: 5))
    try await daemon.world.inspect(application)
    let (applications, _, approvals, _) = clients(daemon)
    let name = malabutor + "/applications/\(application.number)"
    for verdict in ["return", "approve"] {
      func sign(isDryRun: Bool) async throws -> Bergulir_V1_SignApprovalResponse {
        try await approvals.signApproval(
          .with {
            $0.write = writing(on: "2016-01-15")
            $0.write.validateOnly = isDryRun
            $0.name = name
            $0.verdict = verdict
            $0.note = "member 3"
          }, metadata: desks.manager)
      }
      let dry = try await sign(isDryRun: true)
      let live = try await sign(isDryRun: false)
      #expect(dry.receipt.dryRun && !live.receipt.dryRun)
      #expect(dry.state == live.state && dry.next == live.next && dry.step == live.step)
      if verdict == "return" { try await daemon.world.inspectAgain(application) }
    }
    let shown = try await applications.getApplication(
      .with { $0.name = name }, metadata: desks.manager)
    #expect(shown.returned.map(\.note) == ["member 3"] && shown.inspection.round == 2)
  }
}

@Test func `two persons take a newer application first, and who is close stays out`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let world = daemon.world
    let desks = try await Desks(daemon)
    let (_, inspections, _, queue) = clients(daemon)
    _ = try await world.submit(try await world.registerKSM(members: 5))
    let newer = try await world.submit(try await world.registerKSM(members: 5))
    let name = malabutor + "/applications/\(newer.number)"
    func inspect() async throws {
      _ = try await inspections.recordInspection(
        .ofFive(name, world), metadata: desks.loanOfficer)
    }
    let skipped = await problem { try await inspect() }
    #expect(skipped?.first.reason == "QUEUE_SKIPPED" && skipped?.facts["before"] == "1")
    _ = try await queue.skipQueue(
      .with {
        $0.write = writing(on: "2016-01-11")
        $0.name = name
        $0.reason = "planting season"
      }, metadata: desks.loanOfficer)
    func confirm(_ desk: Metadata) async throws {
      _ = try await queue.confirmSkip(
        .with {
          $0.write = writing(on: "2016-01-11")
          $0.name = name
        }, metadata: desk)
    }
    let alone = await problem { try await confirm(desks.loanOfficer) }
    #expect(alone?.first.reason == "SKIP_NEEDS_SECOND_PERSON")
    try await confirm(desks.manager)
    let waiting = try await queue.listWork(
      .with { $0.asOf = "2016-01-20" }, metadata: desks.loanOfficer
    ).work
    #expect(Set(waiting.filter(\.letPast).map(\.name)) == [name])
    #expect(waiting.first { $0.name == name }?.place == 1)

    let relationships = Bergulir_V1_RelationshipService.Client(wrapping: daemon.client)
    _ = try await relationships.declareRelationship(
      .with {
        $0.write = writing(on: "2016-01-11")
        $0.parent = malabutor + "/ksms/2"
        $0.person = "persons/\(world.boardMember.value)"
        $0.kind = "household"
      }, metadata: desks.coordinator)
    let close = await problem { try await inspect() }
    #expect(close?.first.reason == "RECUSAL_REQUIRED")
    #expect(close?.facts["relationship"] == "household")
    let listed = try await relationships.listRelationships(
      .with { $0.parent = malabutor }, metadata: desks.manager)
    #expect(listed.relationships.map(\.ksm) == [malabutor + "/ksms/2"])
  }
}

@Test func `a board sets its chain, which is numbered and in force from its day on`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let chains = Bergulir_V1_ApprovalChainService.Client(wrapping: daemon.client)
    let standard = try await chains.getApprovalChain(
      .with { $0.parent = malabutor }, metadata: desks.manager)
    #expect(standard.name.isEmpty && standard.steps.map(\.role) == ["manager", "bkmCoordinator"])
    let set = try await chains.setApprovalChain(
      .with {
        $0.write = writing(on: "2016-01-05")
        $0.parent = malabutor
        $0.chain.validFrom = "2016-01-06"
        $0.chain.steps = ["manager", "bkmCoordinator"].map { role in
          .with {
            $0.role = role
            $0.quorum = 1
            $0.deadlineDays = 2
          }
        }
        $0.chain.inspectionDays = 5
        $0.chain.disbursementDays = 5
        $0.chain.minutes = "BA-07/2016"
      }, metadata: desks.coordinator)
    #expect(set.receipt.name == malabutor + "/approval-chains/1")
    for (day, days) in [("2016-01-05", 7), ("2016-01-06", 5)] as [(String, Int32)] {
      let shown = try await chains.getApprovalChain(
        .with {
          $0.parent = malabutor
          $0.asOf = day
        }, metadata: desks.manager)
      #expect(shown.inspectionDays == days)
    }
    let listed = try await chains.listApprovalChains(
      .with { $0.parent = malabutor }, metadata: desks.manager)
    #expect(listed.chains.map(\.minutes) == ["BA-07/2016"])
  }
}

@Test func `a coordinator on leave lets a member of the board sign`() async throws {
  try await Daemon.servingLenders { daemon in
    let world = daemon.world
    let desks = try await Desks(daemon)
    let member = try await daemon.token(of: world.boardMember)
    let delegations = Bergulir_V1_DelegationService.Client(wrapping: daemon.client)
    _ = try await delegations.delegateRole(
      .with {
        $0.write = writing(on: "2016-01-10")
        $0.parent = malabutor
        $0.role = "bkmCoordinator"
        $0.delegate = "persons/\(world.boardMember.value)"
        $0.from = "2016-01-15"
        $0.until = "2016-01-20"
        $0.reason = "leave"
      }, metadata: desks.coordinator)
    let application = try await world.submit(try await world.registerKSM(members: 5))
    try await world.fixture.run(
      RecordInspection(
        application: application, witness: world.coordinator,
        recommended: world.shares(Rupiah(1_000_000)),
        appraisals: FundWorld.appraisals(of: world.shares(Rupiah(1_000_000))), note: "",
        day: day("2016-01-12")), by: world.loanOfficer)
    try await world.approve(application, by: world.manager)
    let (applications, _, approvals, queue) = clients(daemon)
    let waiting = try await queue.listWork(
      .with { $0.asOf = "2016-01-16" }, metadata: member)
    #expect(waiting.work.map(\.stage.limit) == [3])
    let signed = try await approvals.signApproval(
      .with {
        $0.write = writing(on: "2016-01-15")
        $0.name = malabutor + "/applications/1"
        $0.verdict = "approve"
      }, metadata: member)
    #expect(signed.state == "approved")
    let shown = try await applications.getApplication(
      .with { $0.name = malabutor + "/applications/1" }, metadata: desks.manager)
    #expect(shown.approvals.last?.onBehalfOf == "persons/\(world.coordinator.value)")
  }
}

extension FundWorld {
  /// Visits again what was sent back, on 15 January 2016.
  fileprivate func inspectAgain(_ application: ApplicationID) async throws {
    let requested = try await store.application(application)?.requested ?? []
    try await fixture.run(
      RecordInspection(
        application: application, witness: boardMember, recommended: requested,
        appraisals: FundWorld.appraisals(of: requested), note: "again", day: day("2016-01-15")),
      by: loanOfficer)
  }
}
