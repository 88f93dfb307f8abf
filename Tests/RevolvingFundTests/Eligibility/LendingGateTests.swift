import RevolvingFund
import Testing

extension Rejection {
  /// What a ward without a policy fails beside it.
  static let noHeadings = Rejection.criterionNotMet(
    .lendingPolicy, members: [],
    shortfalls: [.measured(.policyHeadings, .count(0), .least(6))])
  static let nobodyAcquainted = Rejection.criterionNotMet(
    .officersPrepared, members: [],
    shortfalls: [.measured(.officersUnacquainted, .count(4), .most(0))])
}

/// Nothing past inspection, and no pay-out, unless ward, group and members meet every criterion.
struct LendingGateTests {
  private let books: Books
  private let ksm = KSMID(upk, 1)

  init() throws {
    var books = try Village.books()
    _ = try books.addGroup("A")
    self.books = books
  }

  /// Takes an application to a step, and lets something become amiss before it.
  private func refusals(
    _ harm: (inout Books) throws -> Void
  ) throws -> (inspection: [Rejection], signature: [Rejection], payOut: [Rejection]) {
    let day: Day = "2016-01-10"
    var books = books
    let id = try books.apply(ksm, each: 500_000, on: day)
    var early = books
    try harm(&early)
    let shares = books.facts.applications[id]?.requested ?? []
    let inspection = RecordInspection(
      application: id, witness: Village.witness, recommended: shares,
      appraisals: Village.appraisals(of: shares), note: "", day: day)
    try books.inspect(id, on: day)
    var middle = books
    try harm(&middle)
    let signature = SignApproval(application: id, verdict: .approve, note: "", day: day)
    try books.sign(id, by: Village.manager, on: day)
    try books.sign(id, by: Village.coordinator, on: day)
    try books.contract(id, on: day)
    try harm(&books)
    return (
      early.refusal(inspection, by: Village.officer),
      middle.refusal(signature, by: Village.manager),
      books.refusal(
        Village.payOut(id, from: .bank, on: day), by: Village.cashier)
    )
  }

  @Test func `whatever fails stops inspection, every signature and the pay-out`() throws {
    let found = try refusals { books in
      books.facts.attestations[upk]?.removeAll {
        $0.criterion == .boardFormed || $0.criterion == .memberSuitable
      }
      books.facts.charters[upk] = [Village.charter(lacking: [.lendingOnly])]
    }
    let expected: [Rejection] = [
      .criterionNotMet(.boardFormed, members: [], shortfalls: [.attestation(.missing)]),
      .criterionNotMet(
        .lendingOnlyClause, members: [],
        shortfalls: [.measured(.lendingOnlyClauses, .count(0), .least(1))]),
      .criterionNotMet(
        .memberSuitable, members: [1, 2, 3, 4, 5],
        shortfalls: [.attestation(.missing)]),
      .criterionNotMet(
        .memberPoor, members: [1, 2, 3, 4, 5],
        shortfalls: [.measured(.listedAsPoor, .count(0), .least(1))]),
    ]
    #expect(found.inspection == expected)
    #expect(found.signature == expected)
    #expect(found.payOut == expected)
  }

  @Test func `what is counted is told with its own numbers, and once`() throws {
    let found = try refusals { books in
      books.facts.savings[ksm] = .empty
      try books.run(
        EndMembership(ksm: ksm, member: 2, day: "2016-01-10"), by: Village.officer)
    }
    #expect(
      found.inspection == [
        .ksmTooSmall(members: 4, required: 5),
        .criterionNotMet(
          .groupProved, members: [], shortfalls: [.measured(.monthsSaved, .count(0), .least(3))]),
      ])
  }

  @Test func `a rejection and an inspection that recommends nothing need no eligibility`() throws {
    var books = books
    let id = try books.apply(ksm, each: 500_000, on: "2016-01-10")
    books.facts.attestations[upk] = []
    let nothing = RecordInspection(
      application: id, witness: Village.witness, recommended: [], appraisals: [], note: "",
      day: "2016-01-10")
    #expect(books.refusal(nothing, by: Village.officer) == [])
  }

  @Test func `only borrowers need a free name`() throws {
    var books = books
    let id = try books.apply(ksm, each: 500_000, on: "2016-01-10")
    let members = try #require(books.facts.ksms[ksm]?.members)
    books.facts.claimed = [members[4].person]
    func shares(_ count: Int64) -> [Share] {
      (1...count).map { Share(member: $0, amount: 500_000) }
    }
    let four = RecordInspection(
      application: id, witness: Village.witness,
      recommended: shares(4), appraisals: Village.appraisals(of: shares(4)), note: "",
      day: "2016-01-10")
    #expect(books.refusal(four, by: Village.officer) == [])
    let all = RecordInspection(
      application: id, witness: Village.witness,
      recommended: shares(5), appraisals: Village.appraisals(of: shares(5)), note: "",
      day: "2016-01-10")
    #expect(books.refusal(all, by: Village.officer) == [.borrowerHasOpenShare(member: 5)])
    try books.inspect(id, recommending: 4, on: "2016-01-10")
    let signature = SignApproval(
      application: id, verdict: .approve, note: "", day: "2016-01-10")
    #expect(books.refusal(signature, by: Village.manager) == [])
  }

  @Test func `two approvals never promise the same rupiah`() throws {
    var books = books
    let second = try books.addGroup("B")
    books.facts.balances[AccountKey(upk: upk, account: .bank)] = 4_999_999
    _ = try books.approve(ksm, each: 500_000, on: "2016-01-10")
    let id = try books.apply(second, each: 500_000, on: "2016-01-10")
    try books.inspect(id, on: "2016-01-10")
    try books.sign(id, by: Village.manager, on: "2016-01-10")
    func refusal(on day: Day) -> [Rejection] {
      books.refusal(
        SignApproval(application: id, verdict: .approve, note: "", day: day),
        by: Village.coordinator)
    }
    let reserved = Rejection.fundsReserved(held: 4_999_999, reserved: 2_500_000, asked: 2_500_000)
    #expect(refusal(on: "2016-01-10") == [reserved])
    // The first approval expires after sixty days, and what it held is free again.
    #expect(refusal(on: "2016-03-10") == [reserved])
    #expect(refusal(on: "2016-03-11") == [])
    books.facts.balances[AccountKey(upk: upk, account: .cash)] = 1
    #expect(refusal(on: "2016-01-10") == [])
  }
}

/// A decision is judged by its day, so it may not be dated back for long.
struct LateEntryTests {
  private func refusal(
    on day: Day, typedOn today: Day, bookedUntil latest: Day? = nil
  ) throws -> [Rejection] {
    var books = try Village.books()
    let id = try books.apply(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    try books.inspect(id, on: "2016-01-10")
    let unit = try #require(books.facts.upks[upk])
    books.facts.upks[upk] = UPK(
      id: unit.id, code: unit.code, name: unit.name, bkm: unit.bkm, region: unit.region,
      operatingSince: unit.operatingSince, ranEarlierProgramme: false, liveFrom: "2016-02-01")
    if let latest {
      try books.run(
        ReceiveCapital(upk: upk, source: .other, amount: 1, reference: nil, day: latest),
        by: Village.bookkeeper)
    }
    books.today = today
    return books.refusal(
      SignApproval(application: id, verdict: .approve, note: "", day: day), by: Village.manager)
  }

  @Test(arguments: [
    ("2016-02-10" as Day, "2016-02-17" as Day, nil as Day?, nil as Day?),
    ("2016-02-10", "2016-02-18", nil, "2016-02-11"),
    // What was before the UPK worked with the system is history.
    ("2016-01-31", "2017-01-01", nil, nil),
    // Once something later is booked, history is over.
    ("2016-01-31", "2017-01-01", "2016-02-01", "2016-12-25"),
    ("2016-01-31", "2016-02-03", "2016-02-01", "2016-02-01"),
  ])
  func `a decision is typed within seven days`(
    day: Day, today: Day, latest: Day?, earliest: Day?
  ) throws {
    #expect(
      try refusal(on: day, typedOn: today, bookedUntil: latest)
        == (earliest.map { [.entryTooLate(day, earliest: $0)] } ?? []))
  }
}

extension LateEntryTests {
  /// A UPK that has worked with the system since 1 February 2016, on 10 March.
  private func live() throws -> (books: Books, ksm: KSMID) {
    var books = try Village.books()
    let ksm = try books.addGroup("A", members: 4)
    let unit = try #require(books.facts.upks[upk])
    books.facts.upks[upk] = UPK(
      id: unit.id, code: unit.code, name: unit.name, bkm: unit.bkm, region: unit.region,
      operatingSince: unit.operatingSince, ranEarlierProgramme: false, liveFrom: "2016-02-01")
    try books.run(
      ReceiveCapital(upk: upk, source: .other, amount: 1, reference: nil, day: "2016-03-05"),
      by: Village.bookkeeper)
    books.today = "2016-03-10"
    return (books, ksm)
  }

  @Test func `a membership that would make five is not dated back`() throws {
    var (books, ksm) = try live()
    let person = try books.addPerson(.female)
    for day in ["2016-01-31", "2016-03-09"] as [Day] {
      #expect(
        books.refusal(AddMember(ksm: ksm, person: person, day: day), by: Village.officer)
          == [.entryTooLate(day, earliest: "2016-03-10")])
    }
    #expect(
      books.refusal(
        AddMember(ksm: ksm, person: person, day: "2016-03-10"), by: Village.officer) == [])
  }

  @Test func `nor is what was attested`() throws {
    let (books, ksm) = try live()
    func refusal(on day: Day) -> [Rejection] {
      books.refusal(
        Attest(
          upk: upk, criterion: .groupFormed, ksm: ksm, members: [], verdict: .met, items: [],
          evidence: "BA-1", until: "2016-12-31", volunteer: Village.volunteer, day: day),
        by: Village.facilitator)
    }
    #expect(refusal(on: "2016-03-09") == [.entryTooLate("2016-03-09", earliest: "2016-03-10")])
    #expect(refusal(on: "2016-03-10") == [])
  }
}

/// An officer who borrows has no part in the loan (rules.md B-10).
struct RecusalTests {
  @Test func `nobody inspects, witnesses, decides, pays out or attests for their own group`()
    throws
  {
    let day: Day = "2016-01-10"
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    for (number, person) in [
      Village.officer, Village.witness, Village.manager, Village.coordinator, Village.cashier,
      Village.facilitator, Village.volunteer,
    ].enumerated() {
      let members = try #require(books.facts.ksms[ksm]?.members)
      var own = books
      own.facts.ksms[ksm] = KSM(
        id: ksm, name: "A", formedOn: Village.founded,
        members: members + [
          Member(
            number: 6, person: person, gender: .female, joinedOn: Village.founded, leftOn: nil)
        ])
      let refusals = try own.everyStep(of: ksm, on: day)
      // Officer and witness inspect, and the witness sees the pay-out; facilitator and volunteer
      // attest; the others have a step each.
      let found = refusals.enumerated().filter {
        $0.element.contains(.belongsToGroup(member: 6))
      }.map(\.offset)
      #expect(found == [[0], [0, 3], [1], [2], [3], [4], [4]][number], "\(person)")
    }
    _ = try books.everyStep(of: ksm, on: day)
  }
}

extension Books {
  /// What stands against inspection, both signatures, the pay-out and an attestation, one by one.
  fileprivate mutating func everyStep(
    of ksm: KSMID, on day: Day
  ) throws -> [[Rejection]] {
    // Whoever is a member now has been tested as one.
    makeEligible(ksm)
    facts.attestations[upk, default: []].append(
      Village.attestation(.officerBorrows, of: .member(ksm: ksm.number, number: 6)))
    let shares = (1...5).map { Share(member: $0, amount: 100_000) }
    let effects = try run(
      SubmitApplication(
        ksm: ksm, amount: 500_000, shares: shares, months: 4, purpose: .familyCapital,
        businessStage: .existing, papers: Set(ApplicationPaper.allCases), day: day),
      by: Village.officer)
    guard case .application(let id) = effects.subject else { return [] }
    let inspection = Inspection(
      round: 1, inspector: Village.officer, witness: Village.witness, on: day,
      recommended: shares, appraisals: Village.appraisals(of: shares),
      steps: ApprovalChain.standard(of: upk).steps, note: "")
    func signed(_ signers: [PersonID], _ state: ApplicationState) -> Books {
      var books = self
      books.facts.applications[id]?.inspection = inspection
      books.facts.applications[id]?.approvals = zip([.upkManager, .bkmCoordinator], signers).map {
        Approval(
          round: 1, step: $0, signer: $1, onBehalfOf: nil, verdict: .approve, on: day, note: "",
          bound: "")
      }
      books.facts.applications[id]?.state = state
      return books
    }
    let signature = SignApproval(application: id, verdict: .approve, note: "", day: day)
    return [
      refusal(
        RecordInspection(
          application: id, witness: Village.witness, recommended: shares,
          appraisals: Village.appraisals(of: shares), note: "", day: day),
        by: Village.officer),
      signed([], .recommended).refusal(signature, by: Village.manager),
      signed([Village.manager], .inDecision).refusal(signature, by: Village.coordinator),
      signed([Village.manager, Village.coordinator], .contracted).refusal(
        Village.payOut(id, from: .bank, on: day), by: Village.cashier),
      refusal(
        Attest(
          upk: upk, criterion: .groupFormed, ksm: ksm, members: [], verdict: .met, items: [],
          evidence: "BA-1", until: "2016-12-31", volunteer: Village.volunteer, day: day),
        by: Village.facilitator),
    ]
  }
}
