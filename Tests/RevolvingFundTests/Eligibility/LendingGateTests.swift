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
      application: id, witness: Village.witness, recommended: shares, note: "", day: day)
    try books.inspect(id, on: day)
    var middle = books
    try harm(&middle)
    let signature = SignApproval(application: id, verdict: .approve, note: "", day: day)
    try books.sign(id, by: Village.manager, on: day)
    try books.sign(id, by: Village.coordinator, on: day)
    try harm(&books)
    return (
      early.refusal(inspection, by: Village.officer),
      middle.refusal(signature, by: Village.manager),
      books.refusal(
        Disburse(application: id, account: .bank, day: day), by: Village.cashier)
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
        shortfalls: [
          .measured(.itemsMet, .count(0), .least(8)), .attestation(.missing),
        ]),
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
      application: id, witness: Village.witness, recommended: [], note: "", day: "2016-01-10")
    #expect(books.refusal(nothing, by: Village.officer) == [])
  }

  @Test func `only borrowers need a free name`() throws {
    var books = books
    let id = try books.apply(ksm, each: 500_000, on: "2016-01-10")
    let members = try #require(books.facts.ksms[ksm]?.members)
    books.facts.claimed = [members[4].person]
    let four = RecordInspection(
      application: id, witness: Village.witness,
      recommended: (1...4).map { Share(member: $0, amount: 500_000) }, note: "",
      day: "2016-01-10")
    #expect(books.refusal(four, by: Village.officer) == [])
    let all = RecordInspection(
      application: id, witness: Village.witness,
      recommended: (1...5).map { Share(member: $0, amount: 500_000) }, note: "",
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
    // Once something later is booked, it is judged by that day.
    ("2016-01-31", "2017-01-01", "2016-02-01", "2016-12-25"),
    ("2016-01-31", "2016-02-03", "2016-02-01", nil),
  ])
  func `a decision is typed within seven days`(
    day: Day, today: Day, latest: Day?, earliest: Day?
  ) throws {
    #expect(
      try refusal(on: day, typedOn: today, bookedUntil: latest)
        == (earliest.map { [.entryTooLate(day, earliest: $0)] } ?? []))
  }
}
