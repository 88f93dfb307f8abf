public import FundStore
public import RevolvingFund

/// A ward with a board and its UPK, six officers, a policy from February 2015 and capital.
///
/// Everything in it was made through commands. Groups and loans are made by the tests.
public struct FundWorld: Sendable {
  public let fixture: FundFixture
  public let upk: UPK
  private let standing: Standing

  /// Whether ward and groups meet what eligibility asks for.
  enum Standing {
    case bare, eligible
  }

  public var store: FundStore { fixture.store }

  // Persons are numbered as they are registered.
  public let cashier = PersonID(1)
  public let loanOfficer = PersonID(2)
  public let manager = PersonID(3)
  public let coordinator = PersonID(4)
  public let boardMember = PersonID(5)
  public let bookkeeper = PersonID(6)

  private static let code = FundTesting.code("malabutor")
  private static let ward = regionCode("92.71.03.1004")
  private static let began = day("2015-01-05")

  /// The capital that the bank account begins with.
  public static let capital = Rupiah(400_000_000)

  init(existingIn fixture: FundFixture, _ standing: Standing) async throws {
    guard let upk = try await fixture.store.upk(code: FundWorld.code) else {
      preconditionFailure("the template has no world")
    }
    self.fixture = fixture
    self.upk = upk
    self.standing = standing
  }

  /// Writes the world into a database without content.
  static func make(_ standing: Standing, in fixture: FundFixture) async throws {
    let system = PersonID(0)
    for (code, name) in [
      ("92", "Papua Barat Daya"), ("92.71", "Kota Sorong"), ("92.71.03", "Sorong Timur"),
      ("92.71.03.1004", "Malabutor"),
    ] {
      try await fixture.run(
        RegisterRegion(region: Region(code: regionCode(code), name: name), day: began),
        by: system)
    }
    try await fixture.run(
      RegisterBKM(
        bkm: BKM(code: FundTesting.code("mentari"), name: "BKM Mentari", region: ward),
        day: began), by: system)
    try await registerUPK(FundWorld.code, in: fixture)
    let world = try await FundWorld(existingIn: fixture, standing)
    let roles: [Role] = [
      .cashier, .loanOfficer, .manager, .bkmCoordinator, .bkmMember, .bookkeeper,
    ]
    for role in roles {
      let person = try await fixture.registerPerson(.female, on: began)
      try await fixture.run(
        AssignRole(
          person: person, role: role, scope: .upk(world.upk.id), from: began, until: nil,
          minutes: standing == .bare ? nil : "BA-01/2015",
          duties: standing == .bare ? nil : "SK-01/2015", day: began), by: system)
    }
    if standing == .eligible {
      try await registerGuides(in: fixture)
      try await world.appointGuides()
      try await world.trainOfficers()
    }
    try await world.setUp(world.upk.id)
  }

  private static func registerUPK(_ code: Code, in fixture: FundFixture) async throws {
    try await fixture.run(
      RegisterUPK(
        code: code, name: "UPK \(code)", bkm: FundTesting.code("mentari"), region: ward,
        operatingSince: began.month, ranEarlierProgramme: false, day: began), by: PersonID(0))
  }

  /// Gives a UPK its policy and its capital.
  private func setUp(_ upk: UPKID) async throws {
    let began = day("2015-02-01")
    try await fixture.run(
      SetPolicy(policy: FundWorld.policy(of: upk, from: began), day: began), by: coordinator)
    try await fixture.run(
      ReceiveCapital(
        upk: upk, source: .blm, amount: FundWorld.capital, reference: "SP2D-1",
        day: day("2015-02-02")), by: bookkeeper)
    if standing == .eligible { try await makeWardEligible(upk) }
  }
}

extension FundWorld {
  /// The policy of the world's UPK, from a day on.
  public static func policy(of upk: UPKID, from day: Day) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: 0, validFrom: day, borrowerCriteria: "Article 3",
      firstLoanCeiling: Rupiah(2_000_000), laterLoanCeiling: Rupiah(5_000_000), shortestTerm: 3,
      longestTerm: 12, rate: MonthlyRate(millionths: 15_000), method: .flat, roundUnit: 1,
      earlySettlement: .waive, reserveScheme: .none, jointLiability: "Article 8",
      savingsAccount: .none, startUps: StartUpRule(ceiling: Rupiah(500_000), longestTerm: 10),
      reason: "", minutes: "BA-01/2015")
  }

  /// A second UPK of the same board, with the same officers, policy and capital.
  public func secondUPK() async throws -> FundWorld {
    try await anotherUPK(FundTesting.code("malabutor-dua"))
  }

  /// One more UPK of the same board, with the same officers, policy and capital.
  public func anotherUPK(_ code: Code) async throws -> FundWorld {
    try await FundWorld.registerUPK(code, in: fixture)
    guard let second = try await store.upk(code: code) else {
      preconditionFailure("a UPK that was registered is there")
    }
    for assignment in try await store.assignments(at: upk.id) {
      try await fixture.run(
        AssignRole(
          person: assignment.person, role: assignment.role, scope: .upk(second.id),
          from: assignment.from, until: nil, minutes: assignment.minutes?.text,
          duties: assignment.duties?.text, day: assignment.from), by: PersonID(0))
    }
    let world = FundWorld(fixture: fixture, upk: second, standing: standing)
    try await world.setUp(second.id)
    return world
  }

  private init(fixture: FundFixture, upk: UPK, standing: Standing) {
    self.fixture = fixture
    self.upk = upk
    self.standing = standing
  }

  /// Registers a group of 1 March 2015 with members of that day, which meets every criterion.
  public func registerKSM(of persons: [PersonID]) async throws -> KSMID {
    let formedOn = day("2015-03-01")
    let number = try await fixture.run(
      RegisterKSM(upk: upk.id, name: "KSM Melati", formedOn: formedOn, day: formedOn),
      by: loanOfficer)
    let ksm = KSMID(upk.id, number)
    for person in persons {
      try await fixture.run(AddMember(ksm: ksm, person: person, day: formedOn), by: loanOfficer)
    }
    if standing == .eligible { try await makeEligible(ksm, members: persons.count) }
    return ksm
  }

  /// Registers new persons, all women, and a group of them.
  public func registerKSM(members: Int) async throws -> KSMID {
    try await registerKSM(of: try await registerPersons(members))
  }

  /// Registers new persons, all women, and trains them as borrowers.
  public func registerPersons(_ count: Int) async throws -> [PersonID] {
    var persons: [PersonID] = []
    for _ in 0..<count {
      persons.append(try await fixture.registerPerson(.female, on: day("2015-03-01")))
    }
    for topic in [TrainingTopic.revolvingLoan, .entrepreneurship, .householdEconomy]
    where standing == .eligible {
      try await train(persons, in: topic, on: day("2015-03-01"))
    }
    return persons
  }

  /// An application of 10 January 2016 for ten months, each of five members with the same share.
  public func submit(_ ksm: KSMID, share: Rupiah = Rupiah(1_000_000)) async throws
    -> ApplicationID
  {
    let number = try await fixture.run(
      SubmitApplication(
        ksm: ksm, amount: Rupiah(share.amount * 5), shares: shares(share), months: 10,
        purpose: .productiveBusiness, businessStage: .existing,
        papers: Set(ApplicationPaper.allCases), day: day("2016-01-10")),
      by: loanOfficer)
    return ApplicationID(upk.id, number)
  }

  /// The same share for the members 1 to 5.
  public func shares(_ amount: Rupiah) -> [Share] {
    (1...5).map { Share(member: $0, amount: amount) }
  }

  /// Takes an application through a visit on 12 January 2016 that recommends all of it.
  public func inspect(_ application: ApplicationID) async throws {
    let requested = try await store.application(application)?.requested ?? []
    try await fixture.run(
      RecordInspection(
        application: application, witness: boardMember, recommended: requested,
        appraisals: FundWorld.appraisals(of: requested), note: "", day: day("2016-01-12")),
      by: loanOfficer)
  }

  /// Appraisals of members who can repay whatever is asked of them.
  public static func appraisals(of shares: [Share]) -> [MemberAppraisal] {
    shares.map {
      MemberAppraisal(
        member: $0.member, scores: [4, 4, 3, 5, 4], income: Rupiah(9_000_000),
        livingCost: Rupiah(1_000_000), otherInstallments: .zero)
    }
  }

  /// Records the agreement on 15 January 2016, signed by all who borrow.
  public func contract(_ application: ApplicationID) async throws {
    let borrowing = try await store.application(application)?.recommended ?? []
    try await fixture.run(
      SignContract(
        application: application, reference: "SPP-\(application.number)", setOffConsent: false,
        signers: borrowing.map(\.member), day: day("2016-01-15")), by: loanOfficer)
  }

  /// Signs the next step on 15 January 2016.
  public func approve(_ application: ApplicationID, by signer: PersonID) async throws {
    try await fixture.run(
      SignApproval(application: application, verdict: .approve, note: "", day: day("2016-01-15")),
      by: signer)
  }

  /// Takes a group's application to its approval, with the agreement signed.
  public func approvedApplication(_ ksm: KSMID) async throws -> ApplicationID {
    let application = try await submit(ksm)
    try await inspect(application)
    try await approve(application, by: manager)
    try await approve(application, by: coordinator)
    try await contract(application)
    return application
  }

  /// Lends five million to a group on 20 January 2016.
  public func disbursedLoan(_ ksm: KSMID) async throws -> LoanID {
    try await disburse(try await approvedApplication(ksm))
  }

  /// Pays an approved application out of the bank account on 20 January 2016.
  public func disburse(_ application: ApplicationID) async throws -> LoanID {
    LoanID(upk.id, try await fixture.run(disbursement(application), by: cashier))
  }

  /// Closes every month up to one, each on the first day of the next.
  public func close(through last: Month) async throws {
    let (closed, firstDay) = try await store.closing(upk.id)
    var month = ClosePeriod.next(
      after: closed, firstDay: firstDay, operatingSince: upk.operatingSince)
    while month <= last {
      try await fixture.run(
        ClosePeriod(upk: upk.id, month: month, day: month.adding(1).first), by: bookkeeper)
      month = month.adding(1)
    }
  }

  /// The command that pays out an application.
  public func disbursement(_ application: ApplicationID) -> Disburse {
    payOut(application, on: day("2016-01-20"))
  }

  /// The command that pays out an application from the bank account before the board's witness.
  public func payOut(_ application: ApplicationID, on day: Day) -> Disburse {
    Disburse(
      application: application, account: .bank,
      signatories: [coordinator, manager, boardMember], witness: boardMember, day: day)
  }

  /// The command that records a repayment into cash.
  public func repayment(
    _ loan: LoanID, _ amount: Rupiah, on day: Day, reference: String? = nil
  ) -> RecordRepayment {
    RecordRepayment(loan: loan, amount: amount, account: .cash, reference: reference, day: day)
  }
}
