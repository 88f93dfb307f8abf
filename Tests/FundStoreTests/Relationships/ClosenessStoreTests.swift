import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

@Suite struct ClosenessStoreTests {
  private func isRecused(
    _ command: some Command, by person: PersonID, in world: FundWorld
  ) async throws -> Bool {
    let found = try await rejections { try await world.fixture.run(command, by: person) }
    return found.contains { $0.code == .recusalRequired }
  }

  private func declare(
    _ person: PersonID, _ ksm: KSMID, in world: FundWorld
  ) async throws {
    try await world.fixture.run(
      DeclareRelationship(
        ksm: ksm, person: person, relationship: .household, note: "", day: day("2016-01-12")),
      by: world.bookkeeper)
  }

  @Test func `the store loads who is close to a group for all that is decided before a loan`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let application = try await world.submit(ksm)
      try await world.inspect(application)
      try await world.approve(application, by: world.manager)
      try await world.approve(application, by: world.coordinator)
      try await declare(world.manager, ksm, in: world)
      let on = day("2016-01-15")
      #expect(
        try await isRecused(
          SignContract(
            application: application, reference: "SPP-1", setOffConsent: false,
            signers: [1, 2, 3, 4, 5], day: on), by: world.manager, in: world))
      #expect(
        try await isRecused(
          WaitlistApplication(application: application, day: on), by: world.manager, in: world))
      // The fund has more money than its policy lets one group ask for.
      try await world.fixture.superuser { connection in
        try connection.script(
          "update fund.application set state = 'waitlisted', waitlisted_on = '2016-01-15'")
      }
      #expect(
        try await isRecused(
          ReleaseApplication(application: application, day: on), by: world.manager, in: world))
      #expect(
        try await isRecused(
          Attest(
            upk: world.upk.id, criterion: .groupFormed, ksm: ksm, members: [], verdict: .met,
            items: [], evidence: "LHP", until: on, volunteer: world.manager, day: on),
          by: world.manager, in: world))
    }
  }

  @Test func `the store loads who is close to a group for all that is decided on a loan`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let ksm = try await world.registerKSM(members: 5)
      let loan = try await world.disbursedLoan(ksm)
      try await declare(world.manager, ksm, in: world)
      let on = day("2016-11-21")
      let commands: [any Command] = [
        VoidDisbursement(loan: loan, reason: "Tidak datang", day: on),
        ConfirmReceipts(
          loan: loan, received: world.shares(Rupiah(1_000_000)), mark: .signature, reference: "",
          witness: world.boardMember, day: on),
        RecordVisit(
          loan: loan, member: 1, companion: nil, received: Rupiah(1_000_000), use: .asApplied,
          beneficiary: nil, note: "", reference: "", day: on),
        RecordCaseStep(
          loan: loan, action: .boardDecision, note: "n", evidence: "", promise: nil, day: on),
        RestructureLoan(
          loan: loan, months: 7,
          grounds: Restructuring.Grounds(
            reason: "r", evidence: "e", agreement: "a", minutes: "m", notice: "n"), day: on),
        WriteOffLoan(
          loan: loan, ksm: ksm, proposedBy: world.boardMember, minutes: "BA", report: "RWT",
          savingsKept: "", day: on),
      ]
      for command in commands {
        #expect(
          try await isRecused(command, by: world.manager, in: world), "\(command.kind)")
      }
      try await world.climbLadder(of: loan, from: day("2016-02-20"))
      let proposal = WriteOffLoan(
        loan: loan, ksm: ksm, proposedBy: world.manager, minutes: "BA", report: "RWT",
        savingsKept: "Tanpa klausul", day: on)
      #expect(try await isRecused(proposal, by: world.coordinator, in: world))
      try await world.fixture.script("delete from fund.relationship")
      try await world.fixture.run(proposal, by: world.coordinator)
      try await declare(world.coordinator, ksm, in: world)
      #expect(
        try await isRecused(
          WaiveClaim(loan: loan, minutes: "BA", reason: "Pindah", day: day("2016-12-01")),
          by: world.coordinator, in: world))
    }
  }
}
