import FundStore
import FundTesting
import RevolvingFund
import Testing

/// A ward with nothing but its registration and one group without members, beside a ward that
/// lends.
///
/// Each step of it is taken on a day of its own.
final class NewWard {
  let world: FundWorld
  let upk: UPK
  let ksm: KSMID
  private(set) var today = day("2016-02-01")
  private(set) var persons: [String: PersonID] = [:]
  private var assignments: [String: AssignmentID] = [:]
  private(set) var otherLoan: LoanID

  /// What is done, and which criteria it cures.
  struct Cure: Sendable {
    let cured: [String]
    /// What begins to be asked by it.
    let raised: [String]
    let act: @Sendable (NewWard) async throws -> Void

    init(
      _ cured: String..., raising raised: [String] = [],
      act: @escaping @Sendable (NewWard) async throws -> Void
    ) {
      self.cured = cured
      self.raised = raised
      self.act = act
    }
  }

  private init(_ world: FundWorld, _ upk: UPK, _ ksm: KSMID, _ otherLoan: LoanID) {
    self.world = world
    self.upk = upk
    self.ksm = ksm
    self.otherLoan = otherLoan
  }

  /// Registers it, and lets one of the persons who will be its members owe elsewhere.
  static func make(beside world: FundWorld) async throws -> NewWard {
    let indebted = try await world.registerPersons(5)
    let other = try await world.registerKSM(of: indebted)
    let loan = try await world.disbursedLoan(other)
    let code = code("malabutor-baru")
    try await world.fixture.run(
      RegisterUPK(
        code: code, name: "UPK Baru", bkm: FundTesting.code("mentari"),
        region: regionCode("92.71.03.1004"), operatingSince: month("2016-02"),
        ranEarlierProgramme: true, day: day("2016-02-01")), by: PersonID(0))
    let upk = try #require(try await world.store.upk(code: code))
    let number = try await world.fixture.run(
      RegisterKSM(
        upk: upk.id, name: "KSM Baru", formedOn: day("2016-02-01"), day: day("2016-02-01")),
      by: PersonID(0))
    let ward = NewWard(world, upk, KSMID(upk.id, number), loan)
    ward.persons["indebted"] = indebted[0]
    return ward
  }

  /// Takes each step, and holds what fails before and after against what it should cure.
  ///
  /// While an application is given, its inspection is refused until nothing fails.
  func walk(_ cures: [Cure], refusing application: ApplicationID? = nil) async throws {
    for cure in cures {
      let before = try await failing()
      #expect(before.isSuperset(of: cure.cured), "\(cure.cured) should fail on \(today)")
      if let application {
        let refusal = try await world.refusal(inspection(application), by: person("officer"))
        #expect(!refusal.isEmpty)
      }
      today = today.addingDays(1)
      try await cure.act(self)
      let after = try await failing()
      #expect(before.subtracting(after) == Set(cure.cured), "cured on \(today)")
      #expect(after.subtracting(before) == Set(cure.raised), "failing anew on \(today)")
    }
  }

  /// Codes of all that fails, of the ward, the group and its members.
  func failing() async throws -> Set<String> {
    let day = today
    let facts = try await world.store.facts(asOf: day) { $0.addEligibility(of: upk.id, ksm) }
    let ward = try #require(facts.wardRecord(upk.id, on: day)).results
    let group = try #require(facts.groupRecord(ksm, on: day)).results
    return Set(
      (ward + group).filter { $0.verdict == .failed && $0.criterion != .lendingGate }
        .map(\.criterion.rawValue))
  }
}

// What steps are made of.
extension NewWard {
  func person(_ name: String) -> PersonID { persons[name] ?? PersonID(0) }

  func run(_ command: any Command, as name: String = "") async throws -> Int64 {
    try await world.fixture.run(command, by: person(name))
  }

  /// Registers a person under a name of the test.
  func register(_ name: String, _ gender: Gender = .female) async throws {
    persons[name] = try await world.fixture.registerPerson(gender, on: today)
  }

  /// Gives a person of the test an office; who is not known yet is registered.
  func appoint(
    _ name: String, _ role: Role, _ gender: Gender = .female, minutes: String? = nil,
    duties: String? = nil
  ) async throws {
    if persons[name] == nil { try await register(name, gender) }
    assignments[name] = AssignmentID(
      try await run(
        AssignRole(
          person: person(name), role: role, scope: .upk(upk.id), from: today, until: nil,
          minutes: minutes, duties: duties, day: today)))
  }

  func file(_ name: String, minutes: String? = nil, duties: String? = nil) async throws {
    let assignment = assignments[name] ?? AssignmentID(0)
    _ = try await run(
      FilePapers(assignment: assignment, minutes: minutes, duties: duties, day: today))
  }

  func train(_ names: [String], _ topic: TrainingTopic) async throws {
    _ = try await run(
      RecordTraining(
        persons: names.map(person), topic: topic, trainedOn: today, reference: "DH-1",
        day: today))
  }

  func setCharter(_ articles: [CharterClause: String]) async throws {
    _ = try await run(
      SetCharter(
        charter: Charter(
          upk: upk.id, version: 0, validFrom: today, deed: "AD-01", articles: articles,
          minutes: "BA-01"), day: today))
  }

  func attest(_ criterion: Criterion) async throws {
    _ = try await run(
      Attest(
        upk: upk.id, criterion: criterion, ksm: nil, members: [], verdict: .met, items: [],
        evidence: "LHP-1", until: today.addingMonths(12), volunteer: nil, day: today),
      as: "consultant")
  }

  func attest(
    _ criterion: Criterion, members: [Int64] = [], items: Set<MemberItem> = []
  ) async throws {
    _ = try await run(
      Attest(
        upk: upk.id, criterion: criterion, ksm: ksm, members: members, verdict: .met,
        items: items, evidence: "BA-1", until: today.addingMonths(12),
        volunteer: person("volunteer"), day: today), as: "facilitator")
  }

  func addMember(_ name: String, _ gender: Gender) async throws {
    if persons[name] == nil { try await register(name, gender) }
    _ = try await run(AddMember(ksm: ksm, person: person(name), day: today))
  }

  /// Lets the days pass.
  func wait(until day: Day) { today = max(today, day) }

  func apply() async throws -> ApplicationID {
    let shares = (1...6).map { Share(member: Int64($0), amount: Rupiah(500_000)) }
    return ApplicationID(
      upk.id,
      try await run(
        SubmitApplication(
          ksm: ksm, amount: Rupiah(3_000_000), shares: shares, months: 10,
          purpose: .productiveBusiness, businessStage: .existing,
          papers: Set(ApplicationPaper.allCases), day: today)))
  }

  func inspection(_ application: ApplicationID) -> RecordInspection {
    let shares = (1...6).map { Share(member: Int64($0), amount: Rupiah(500_000)) }
    return RecordInspection(
      application: application, witness: person("boardMember"), recommended: shares,
      appraisals: FundWorld.appraisals(of: shares), note: "", day: today)
  }

  /// Takes the application to its loan, whose number it gives.
  func lend(_ application: ApplicationID) async throws -> Int64 {
    _ = try await run(inspection(application), as: "officer")
    for signer in ["manager", "coordinator"] {
      _ = try await run(
        SignApproval(application: application, verdict: .approve, note: "", day: today),
        as: signer)
    }
    _ = try await run(
      SignContract(
        application: application, reference: "SPP-1", setOffConsent: false,
        signers: Array(1...6), day: today), as: "officer")
    return try await run(
      Disburse(
        application: application, account: .bank,
        signatories: [person("manager"), person("boardMember"), person("coordinator")],
        witness: person("boardMember"), day: today), as: "officer")
  }

  /// Repays the loan of the other ward.
  func repayOther() async throws {
    let facts = try await world.store.facts(asOf: today) { $0.loans.insert(otherLoan) }
    let loan = try #require(facts.loans[otherLoan])
    let due = loan.schedule.settlement(
      after: loan.paid, on: today, rule: loan.terms.earlySettlement)
    try await world.fixture.run(
      RecordRepayment(
        loan: otherLoan, amount: due, account: .cash, reference: nil, day: today),
      by: world.cashier)
  }
}
