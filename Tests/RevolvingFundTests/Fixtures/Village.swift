import RevolvingFund

/// A UPK with its people, ready to lend from the first days of 2016.
///
/// Officer, manager, coordinator, cashier and bookkeeper are the persons 1 to 5; the board's member
/// who comes along on visits is person 6.
enum Village {
  static let officer = PersonID(1)
  static let manager = PersonID(2)
  static let coordinator = PersonID(3)
  static let cashier = PersonID(4)
  static let bookkeeper = PersonID(5)
  static let witness = PersonID(6)
  static let founded: Day = "2015-06-01"
  static let signatories = [manager, coordinator, witness]

  static let startUps = StartUpRule(ceiling: 500_000, longestTerm: 6)
  static let policy = policy()

  static func policy(
    from day: Day = founded, first: Rupiah = 1_000_000, later: Rupiah = 5_000_000,
    terms: ClosedRange<Int> = 3...12, rate: Int64 = 15_000, unit: Int64 = 1,
    criteria: String = "Article 3", liability: String = "Article 8",
    savings: SavingsAccountRule = .none, startUps: StartUpRule? = startUps, reason: String = "",
    minutes: String = "BA-01/2015"
  ) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: 0, validFrom: day, borrowerCriteria: criteria, firstLoanCeiling: first,
      laterLoanCeiling: later, shortestTerm: terms.lowerBound, longestTerm: terms.upperBound,
      rate: MonthlyRate(millionths: rate), method: .flat, roundUnit: unit, earlySettlement: .waive,
      reserveScheme: .none, jointLiability: liability, savingsAccount: savings,
      startUps: startUps, reason: reason, minutes: minutes)
  }

  /// The cashier's command that pays an application out before the board's witness.
  static func payOut(
    _ application: ApplicationID, from account: AccountCode, on day: Day
  ) -> Disburse {
    Disburse(
      application: application, account: account,
      signatories: account == .bank ? signatories : [], witness: witness, day: day)
  }

  /// Appraisals of members who can repay whatever is asked of them.
  static func appraisals(of shares: [Share]) -> [MemberAppraisal] {
    shares.map {
      MemberAppraisal(
        member: $0.member, scores: [4, 4, 3, 5, 4], income: 9_000_000, livingCost: 1_000_000,
        otherInstallments: .zero)
    }
  }

  /// A charter with all clauses but those that are left out.
  static func charter(
    from day: Day = founded, lacking: Set<CharterClause> = [], deed: String = "12/2010",
    minutes: String = "BA-01/2010"
  ) -> Charter {
    let articles = CharterClause.allCases.filter { !lacking.contains($0) }
      .map { ($0, "Article \($0)") }
    return Charter(
      upk: upk, version: 0, validFrom: day, deed: deed,
      articles: Dictionary(uniqueKeysWithValues: articles), minutes: minutes)
  }

  /// The village, eligible to lend, with 20,000,000 of capital and no group yet.
  static func books() throws(Refusal) -> Books {
    var books = try bare()
    books.makeWardEligible()
    return books
  }

  /// The village with its office-holders, policy and capital, and nothing tested.
  static func bare() throws(Refusal) -> Books {
    var books = Books()
    for (code, name) in [("92", "Papua Barat"), ("92.71", "Kota Sorong")] as [(RegionCode, String)]
    {
      try books.run(
        RegisterRegion(region: Region(code: code, name: name), day: founded), by: officer)
    }
    try books.run(
      RegisterBKM(bkm: BKM(code: "mentari", name: "BKM Mentari", region: "92.71"), day: founded),
      by: officer)
    try books.run(
      RegisterUPK(
        code: "malabutor", name: "UPK Malabutor", bkm: "mentari", region: "92.71",
        operatingSince: "2010-01", ranEarlierProgramme: false, day: founded), by: officer)
    let roles: [Role] = [
      .loanOfficer, .manager, .bkmCoordinator, .cashier, .bookkeeper, .bkmMember,
    ]
    for (index, role) in roles.enumerated() {
      try books.addPerson(.male)
      try books.run(
        AssignRole(
          person: PersonID(Int64(index + 1)), role: role, scope: .upk(upk), from: founded,
          until: nil, day: founded), by: officer)
    }
    try books.run(SetPolicy(policy: policy, day: founded), by: manager)
    try books.run(
      ReceiveCapital(
        upk: upk, source: .blm, amount: 20_000_000, reference: nil, day: founded), by: bookkeeper)
    return books
  }
}

extension Books {
  /// Registers a person with a NIK of their own.
  @discardableResult
  mutating func addPerson(_ gender: Gender) throws(Refusal) -> PersonID {
    let next = UInt8(truncatingIfNeeded: facts.persons.count + 1)
    let effects = try run(
      RegisterPerson(
        gender: gender,
        personalData: SealedPersonalData(
          nikDigest: [next], contentDigest: [next], ciphertext: []), day: Village.founded),
      by: Village.officer)
    guard case .person(let id) = effects.subject else { preconditionFailure("no person") }
    return id
  }

  /// A group of so many members, every other a woman.
  mutating func addGroup(
    _ name: String, members: Int = 5, formedOn day: Day = Village.founded
  ) throws(Refusal) -> KSMID {
    let effects = try run(
      RegisterKSM(upk: upk, name: name, formedOn: day, day: day), by: Village.officer)
    guard case .ksm(let id) = effects.subject else { preconditionFailure("no group") }
    for number in 0..<members {
      let person = try addPerson(number.isMultiple(of: 2) ? .female : .male)
      try run(AddMember(ksm: id, person: person, day: day), by: Village.officer)
    }
    makeEligible(id)
    return id
  }

  /// Submits an application in which every member asks for the same.
  mutating func apply(
    _ ksm: KSMID, each: Rupiah, months: Int = 4, stage: BusinessStage = .existing,
    papers: Set<ApplicationPaper> = Set(ApplicationPaper.allCases), on day: Day
  ) throws(Refusal) -> ApplicationID {
    let shares = (facts.ksms[ksm]?.members ?? []).map {
      Share(member: $0.number, amount: each)
    }
    let effects = try run(
      SubmitApplication(
        ksm: ksm, amount: shares.total(\.amount), shares: shares, months: months,
        purpose: .productiveBusiness, businessStage: stage, papers: papers, day: day),
      by: Village.officer)
    guard case .application(let id) = effects.subject else { preconditionFailure("no application") }
    return id
  }

  /// Inspects an application and recommends what was asked for, of all or of the first few.
  mutating func inspect(
    _ id: ApplicationID, recommending count: Int = .max, on day: Day
  ) throws(Refusal) {
    let shares = Array((facts.applications[id]?.requested ?? []).prefix(count))
    try run(
      RecordInspection(
        application: id, witness: Village.witness, recommended: shares,
        appraisals: Village.appraisals(of: shares), note: "", day: day),
      by: Village.officer)
  }

  /// Records the agreement of an approved application, signed by all who borrow.
  mutating func contract(_ id: ApplicationID, setOff: Bool = false, on day: Day) throws(Refusal) {
    try run(
      SignContract(
        application: id, reference: "SPP-\(id.number)", setOffConsent: setOff,
        signers: (facts.applications[id]?.recommended ?? []).map(\.member), day: day),
      by: Village.officer)
  }

  mutating func sign(
    _ id: ApplicationID, by person: PersonID, on day: Day, _ verdict: Verdict = .approve
  ) throws(Refusal) {
    try run(
      SignApproval(
        application: id, verdict: verdict, note: verdict == .approve ? "" : "too much", day: day),
      by: person)
  }

  /// An application that waits for its money.
  mutating func approve(
    _ ksm: KSMID, each: Rupiah, months: Int = 4, on day: Day
  ) throws(Refusal) -> ApplicationID {
    let id = try apply(ksm, each: each, months: months, on: day)
    try inspect(id, on: day)
    try sign(id, by: Village.manager, on: day)
    try sign(id, by: Village.coordinator, on: day)
    return id
  }

  /// Lends on one day what takes a group through all steps.
  @discardableResult
  mutating func lend(
    _ ksm: KSMID, each: Rupiah, months: Int = 4, on day: Day
  ) throws(Refusal) -> LoanID {
    let id = try approve(ksm, each: each, months: months, on: day)
    try contract(id, on: day)
    let effects = try run(
      Village.payOut(id, from: .bank, on: day), by: Village.cashier)
    guard case .loan(let loan) = effects.subject else { preconditionFailure("no loan") }
    return loan
  }

  /// Closes every month up to one, each on the first day of the next.
  mutating func close(through last: Month) throws(Refusal) {
    var month =
      facts.heads[upk]?.closedThrough?.adding(1) ?? facts.firstDays[upk]?.month ?? last
    while month <= last {
      try run(
        ClosePeriod(upk: upk, month: month, day: month.adding(1).first), by: Village.bookkeeper)
      month = month.adding(1)
    }
  }

  @discardableResult
  mutating func repay(
    _ loan: LoanID, _ amount: Rupiah, on day: Day
  ) throws(Refusal) -> Effects {
    try run(
      RecordRepayment(loan: loan, amount: amount, account: .bank, reference: nil, day: day),
      by: Village.cashier)
  }
}
