import FundStore
public import RevolvingFund

/// How the world's ward and groups come to meet every criterion.
extension FundWorld {
  // Registered after the six officers, in this order.
  public static let supervisors = [PersonID(7), PersonID(8)]
  public static let consultant = PersonID(9)
  public static let facilitator = PersonID(10)
  public static let volunteer = PersonID(11)

  // What is attested in the world counts for the whole of 2016.
  private static let attestedOn = day("2015-12-01")
  private static let attestedUntil = day("2016-12-01")

  /// Lets all that was attested count beyond 2016, as if it were renewed each year.
  public func renewAttestations() async throws {
    try await fixture.script("update fund.attestation set valid_until = '2030-12-31'")
  }

  /// Registers those who supervise and guide.
  static func registerGuides(in fixture: FundFixture) async throws {
    for gender in [Gender.female, .male, .male, .female, .male] {
      _ = try await fixture.registerPerson(gender, on: day("2015-01-05"))
    }
  }

  /// The offices beyond those of the six officers, with their papers.
  func appointGuides() async throws {
    let day = day("2015-01-05")
    let offices: [(PersonID, Role)] =
      FundWorld.supervisors.map { ($0, .supervisor) }
      + [coordinator, manager, boardMember].map { ($0, .signatory) }
      + [
        (FundWorld.consultant, .provinceConsultant), (FundWorld.facilitator, .facilitator),
        (FundWorld.volunteer, .volunteer),
      ]
    for (person, role) in offices {
      try await fixture.run(
        AssignRole(
          person: person, role: role, scope: .upk(upk.id), from: day, until: nil,
          minutes: "BA-02/2015", duties: "SK-02/2015", day: day), by: PersonID(0))
    }
  }

  /// Trains all who sit in the board, its supervisory body or its UPK.
  func trainOfficers() async throws {
    let day = day("2015-01-05")
    try await train(FundWorld.supervisors, in: .supervision, on: day)
    try await train([cashier, loanOfficer, manager, bookkeeper], in: .unitOperation, on: day)
    try await train([coordinator, boardMember], in: .institution, on: day)
  }

  /// Gives a UPK's ward its charter and what is attested of it, from February 2015 on.
  func makeWardEligible(_ upk: UPKID) async throws {
    let day = day("2015-02-02")
    try await fixture.run(
      SetCharter(charter: FundWorld.charter(of: upk, from: day), day: day), by: coordinator)
    for officer in [cashier, loanOfficer, manager, bookkeeper] {
      try await fixture.run(AcknowledgePolicy(upk: upk, version: 1, day: day), by: officer)
    }
    for criterion in [Criterion.boardFormed, .accountSignatories, .bookkeepingQuality] {
      try await fixture.run(
        Attest(
          upk: upk, criterion: criterion, ksm: nil, members: [], verdict: .met, items: [],
          evidence: "LHP-01/2015", until: FundWorld.attestedUntil, volunteer: nil,
          day: FundWorld.attestedOn), by: FundWorld.consultant)
    }
  }

  /// Records a training of some persons.
  public func train(
    _ persons: [PersonID], in topic: TrainingTopic, on day: Day
  ) async throws {
    try await fixture.run(
      RecordTraining(
        persons: persons, topic: topic, trainedOn: day, reference: "DH-\(day)", day: day),
      by: FundWorld.consultant)
  }

  /// Trains a group's members, lets them save for three months, and attests them.
  public func makeEligible(_ ksm: KSMID) async throws {
    let members = try await store.ksm(ksm)?.members ?? []
    for topic in [TrainingTopic.revolvingLoan, .entrepreneurship, .householdEconomy]
    where !members.isEmpty {
      try await train(members.map(\.person), in: topic, on: day("2015-03-01"))
    }
    try await makeEligible(ksm, members: members.count)
  }

  /// Lets a group of March 2015 save for three months, and attests it and its members.
  func makeEligible(_ ksm: KSMID, members: Int) async throws {
    let formedOn = day("2015-03-01")
    for month in 0..<3 {
      try await fixture.run(
        DepositSavings(
          ksm: ksm, amount: Rupiah(10_000), account: .savingsCash, reference: nil,
          day: formedOn.addingMonths(month)), by: cashier)
    }
    try await attest(.groupFormed, of: ksm)
    try await attest(.groupPrepared, of: ksm)
    guard members > 0 else { return }
    try await attest(
      .memberSuitable, of: ksm, members: (1...Int64(members)).map { $0 },
      items: Set(MemberItem.allCases))
  }

  /// Lets the facilitator, with the volunteer, attest a criterion of a group or its members.
  private func attest(
    _ criterion: Criterion, of ksm: KSMID, members: [Int64] = [], items: Set<MemberItem> = []
  ) async throws {
    try await fixture.run(
      Attest(
        upk: upk.id, criterion: criterion, ksm: ksm, members: members, verdict: .met,
        items: items, evidence: "BA-KSM-01", until: FundWorld.attestedUntil,
        volunteer: FundWorld.volunteer, day: FundWorld.attestedOn), by: FundWorld.facilitator)
  }

  /// A charter with all three clauses.
  public static func charter(of upk: UPKID, from day: Day) -> Charter {
    Charter(
      upk: upk, version: 0, validFrom: day, deed: "AD-01/2008",
      articles: [.povertyTool: "Pasal 4", .lendingOnly: "Pasal 5", .incomeForUnitOnly: "Pasal 9"],
      minutes: "BA-01/2015")
  }
}
