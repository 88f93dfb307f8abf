import RevolvingFund
import Testing

struct DelegationTests {
  let books: Books
  let application: ApplicationID

  init() throws {
    var books = try Village.books()
    application = try books.apply(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    try books.run(
      RecordInspection(
        application: application, witness: Village.coordinator,
        recommended: books.facts.applications[application]?.requested ?? [],
        appraisals: Village.appraisals(
          of: books.facts.applications[application]?.requested ?? []), note: "",
        day: "2016-01-10"), by: Village.officer)
    try books.sign(application, by: Village.manager, on: "2016-01-10")
    self.books = books
  }

  private func delegation(
    _ role: Role = .bkmCoordinator, to person: PersonID = Village.witness,
    from: Day = "2016-01-12", until: Day = "2016-01-20", reason: String = "pilgrimage",
    on day: Day = "2016-01-11"
  ) -> DelegateRole {
    DelegateRole(
      upk: upk, role: role, delegate: person, from: from, until: until, reason: reason, day: day)
  }

  private func signature(on day: Day) -> SignApproval {
    SignApproval(application: application, verdict: .approve, note: "", day: day)
  }

  @Test func `a delegate with a step of their own is told`() throws {
    let manager = try books.decide(delegation(to: Village.manager), by: Village.coordinator)
    #expect(manager.outcome["also_signs"] == "manager")
    let witness = try books.decide(delegation(to: Village.witness), by: Village.coordinator)
    #expect(witness.outcome["also_signs"] == "")
  }

  @Test func `a signature that was left to somebody counts for its holder, in its time`() throws {
    var books = books
    #expect(
      books.refusal(signature(on: "2016-01-12"), by: Village.witness) == [
        .roleMissing(.bkmCoordinator, on: "2016-01-12")
      ])
    try books.run(delegation(), by: Village.coordinator)
    #expect(
      books.refusal(signature(on: "2016-01-11"), by: Village.witness) == [
        .roleMissing(.bkmCoordinator, on: "2016-01-11")
      ])
    #expect(
      books.refusal(signature(on: "2016-01-21"), by: Village.witness) == [
        .roleMissing(.bkmCoordinator, on: "2016-01-21")
      ])
    try books.run(signature(on: "2016-01-20"), by: Village.witness)
    let last = try #require(books.facts.applications[application]?.approvals.last)
    #expect(last.signer == Village.witness && last.onBehalfOf == Village.coordinator)
  }

  @Test func `a revoked delegation holds up to the day before, and history keeps it`() throws {
    var books = books
    try books.run(delegation(), by: Village.coordinator)
    func revocation(on day: Day, _ reason: String = "back early") -> RevokeDelegation {
      RevokeDelegation(upk: upk, number: 1, reason: reason, day: day)
    }
    #expect(
      books.refusal(revocation(on: "2016-01-15", ""), by: Village.manager) == [
        .textMissing(field: .reason), .roleMissing(.bkmCoordinator, on: "2016-01-15"),
      ])
    #expect(
      books.refusal(revocation(on: "2016-01-21"), by: Village.coordinator)
        == [.notFound(.delegation, name: "1")])
    #expect(books.refusal(signature(on: "2016-01-15"), by: Village.witness).isEmpty)
    try books.run(revocation(on: "2016-01-15"), by: Village.coordinator)
    #expect(
      books.refusal(signature(on: "2016-01-15"), by: Village.witness) == [
        .roleMissing(.bkmCoordinator, on: "2016-01-15")
      ])
    #expect(
      books.refusal(revocation(on: "2016-01-16"), by: Village.coordinator)
        == [.notFound(.delegation, name: "1")])
    let kept = try #require(books.facts.delegations[upk]?.first)
    #expect(kept.holds(on: "2016-01-14") && !kept.holds(on: "2016-01-15"))
    #expect(kept.revocation?.by == Village.coordinator && kept.reason == "pilgrimage")
    try books.run(signature(on: "2016-01-14"), by: Village.witness)
  }

  @Test func `a holder and who signs for them are one signer`() throws {
    var books = books
    try books.run(
      delegation(.manager, from: "2016-01-11"), by: Village.manager)
    try books.run(
      AssignRole(
        person: Village.manager, role: .bkmCoordinator, scope: .upk(upk), from: "2016-01-01",
        until: nil, day: "2016-01-01"), by: Village.officer)
    #expect(
      books.refusal(signature(on: "2016-01-12"), by: Village.manager) == [
        .sameSigner(step: .upkManager)
      ])
    try books.run(delegation(), by: Village.manager)
    #expect(
      books.refusal(signature(on: "2016-01-12"), by: Village.witness) == [
        .sameSigner(step: .upkManager)
      ])
  }

  @Test func `one's own signature is left to another decider for at most ninety days`() throws {
    func refusal(_ command: DelegateRole, by person: PersonID = Village.coordinator)
      -> [Rejection]
    {
      books.refusal(command, by: person)
    }
    #expect(refusal(delegation(until: "2016-04-11")) == [])
    #expect(
      refusal(delegation(until: "2016-04-12")) == [
        .delegationOutOfRange(
          from: "2016-01-12", until: "2016-04-12", earliest: "2016-01-11", latest: "2016-04-11")
      ])
    #expect(
      refusal(delegation(from: "2016-01-10", reason: " ")).map(\.code) == [
        .textMissing, .delegationOutOfRange,
      ])
    #expect(
      refusal(delegation(), by: Village.manager) == [
        .roleMissing(.bkmCoordinator, on: "2016-01-12")
      ])
    #expect(
      refusal(delegation(.cashier)) == [
        .chainRoleNotAllowed(.cashier, step: nil), .roleMissing(.cashier, on: "2016-01-12"),
      ])
    #expect(refusal(delegation(to: Village.coordinator)) == [.delegateIsHolder])
    #expect(
      refusal(delegation(to: Village.cashier)) == [
        .roleMissing(.bkmMember, on: "2016-01-12", person: Village.cashier.value),
        .rolesIncompatible(.bkmCoordinator, held: .cashier),
      ])
    #expect(
      refusal(delegation(to: PersonID(99))) == [
        .notFound(.person, name: "99"), .roleMissing(.bkmMember, on: "2016-01-12", person: 99),
      ])
  }
}
