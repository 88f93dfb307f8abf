import RevolvingFund
import Testing

struct AttestTests {
  private let books: Books
  private let ksm = KSMID(upk, 1)
  private let day: Day = "2016-01-10"

  init() throws {
    var books = try Village.books()
    _ = try books.addGroup("A")
    self.books = books
  }

  private func attest(
    _ criterion: Criterion, of ksm: KSMID? = nil, members: [Int64] = [],
    _ verdict: AttestedVerdict = .met, items: Set<MemberItem> = [], evidence: String = "LHP-2",
    until: Day = "2017-01-10", volunteer: PersonID? = nil, on day: Day = "2016-01-10"
  ) -> Attest {
    Attest(
      upk: upk, criterion: criterion, ksm: ksm, members: members, verdict: verdict, items: items,
      evidence: evidence, until: until, volunteer: volunteer, day: day)
  }

  @Test func `each member has an attestation of their own, from one visit`() throws {
    let effects = try books.decide(
      attest(
        .memberSuitable, of: ksm, members: [2, 4], items: [.poor, .lawful],
        volunteer: Village.volunteer), by: Village.facilitator)
    #expect(effects.subject == .attestation(upk, number: 1))
    #expect(effects.counters == ["attestation": 3])
    #expect(effects.outcome["attestations"] == "2")
    let made = effects.changes.compactMap { change -> Attestation? in
      guard case .attestation(let attestation) = change else { return nil }
      return attestation
    }
    #expect(
      made.map(\.subject) == [.member(ksm: 1, number: 2), .member(ksm: 1, number: 4)])
    #expect(
      made.allSatisfy { $0.items == [.poor, .lawful] && $0.attestedBy == Village.facilitator })
  }

  @Test func `a member who is named twice is attested once`() throws {
    let effects = try books.decide(
      attest(
        .memberSuitable, of: ksm, members: [2, 2], items: [.poor], volunteer: Village.volunteer),
      by: Village.facilitator)
    #expect(effects.outcome["attestations"] == "1")
    #expect(effects.counters == ["attestation": 2])
  }

  @Test func `who answers for it attests it, in the role of the day`() {
    #expect(books.refusal(attest(.boardFormed), by: Village.consultant) == [])
    #expect(
      books.refusal(attest(.boardFormed), by: Village.facilitator)
        == [.roleMissing(.provinceConsultant, on: day)])
    let group = attest(.groupFormed, of: ksm, volunteer: Village.volunteer)
    #expect(books.refusal(group, by: Village.facilitator) == [])
    #expect(
      books.refusal(group, by: Village.consultant) == [.roleMissing(.facilitator, on: day)])
    #expect(
      books.refusal(attest(.groupFormed, of: ksm), by: Village.facilitator)
        == [.roleMissing(.volunteer, on: day)])
    #expect(
      books.refusal(
        attest(.groupFormed, of: ksm, volunteer: Village.facilitator), by: Village.facilitator)
        == [.roleMissing(.volunteer, on: day)])
  }

  @Test func `facilitator and volunteer are two persons, whatever roles they hold`() throws {
    var books = books
    try books.run(
      AssignRole(
        person: Village.facilitator, role: .volunteer, scope: .upk(upk), from: day, until: nil,
        day: day), by: Village.officer)
    #expect(
      books.refusal(
        attest(.groupFormed, of: ksm, volunteer: Village.facilitator), by: Village.facilitator)
        == [.attestersAreOne])
  }

  @Test(arguments: Criterion.allCases.filter { $0.attestor == nil })
  func `what is computed is never attested`(criterion: Criterion) {
    let refusal = books.refusal(attest(criterion), by: Village.consultant)
    #expect(refusal == [.criterionComputed(criterion)])
  }

  @Test func `a criterion is attested of whom it is tested`() {
    let wrong: [Attest] = [
      attest(.boardFormed, of: ksm), attest(.boardFormed, members: [1]),
      attest(.boardFormed, items: [.poor]), attest(.boardFormed, volunteer: Village.volunteer),
    ]
    for command in wrong {
      #expect(
        books.refusal(command, by: Village.consultant) == [.criterionOfAnother(.boardFormed)])
    }
    let volunteer = Village.volunteer
    for command in [
      attest(.memberSuitable, of: ksm, volunteer: volunteer),
      attest(.memberSuitable, members: [1], volunteer: volunteer),
    ] {
      #expect(
        books.refusal(command, by: Village.facilitator) == [.criterionOfAnother(.memberSuitable)])
    }
    #expect(
      books.refusal(
        attest(.memberSuitable, of: ksm, members: [5, 6], volunteer: volunteer),
        by: Village.facilitator) == [.notFound(.member, name: "1/6")])
    #expect(
      books.refusal(
        attest(.groupFormed, of: KSMID(upk, 9), volunteer: volunteer), by: Village.facilitator)
        == [.notFound(.ksm, name: "9")])
  }

  @Test(arguments: [
    ("2016-01-09" as Day, false), ("2016-01-10", true), ("2017-01-10", true),
    ("2017-01-11", false),
  ])
  func `it counts from its day on, for a year at most`(until: Day, isAllowed: Bool) {
    #expect(
      books.refusal(attest(.bookkeepingQuality, until: until), by: Village.consultant)
        == (isAllowed
          ? []
          : [.attestationOutOfRange(until: until, earliest: day, latest: "2017-01-10")]))
  }

  @Test func `only the savings account that a policy asks for can be waived`() {
    let volunteer = Village.volunteer
    #expect(
      books.refusal(
        attest(.savingsAccount, of: ksm, .waived, volunteer: volunteer), by: Village.facilitator)
        == [])
    #expect(
      books.refusal(
        attest(.groupFormed, of: ksm, .waived, volunteer: volunteer), by: Village.facilitator)
        == [.criterionNotWaivable(.groupFormed)])
  }

  @Test func `all that is wrong is told at once`() {
    #expect(
      books.refusal(
        attest(.boardFormed, .waived, evidence: " ", until: "2015-01-01", on: "2021-01-01"),
        by: Village.officer)
        == [
          .attestationOutOfRange(
            until: "2015-01-01", earliest: "2021-01-01", latest: "2022-01-01"),
          .textMissing(field: .evidence), .dayInFuture("2021-01-01", today: "2020-12-31"),
          .roleMissing(.provinceConsultant, on: "2021-01-01"),
          .criterionNotWaivable(.boardFormed),
        ].sorted { $0.precedes($1) })
  }
}

extension Rejection {
  /// The documented order.
  fileprivate func precedes(_ other: Rejection) -> Bool {
    let order = RejectionCode.allCases
    return order.firstIndex(of: code) ?? 0 < order.firstIndex(of: other.code) ?? 0
  }
}
