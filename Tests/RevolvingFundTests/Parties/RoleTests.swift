import RevolvingFund
import Testing

struct RoleTests {
  let books: Books

  init() throws {
    books = try Village.books()
  }

  private func assign(
    _ person: PersonID, _ role: Role, _ scope: Scope = .upk(upk), from: Day = "2016-01-01",
    until: Day? = nil, day: Day = "2016-01-01"
  ) -> [Rejection] {
    books.refusal(
      AssignRole(
        person: person, role: role, scope: scope, from: from, until: until, day: day),
      by: Village.officer)
  }

  @Test func `a role needs a person and a place that are known, and a day in the past`() {
    #expect(assign(Village.officer, .wardOffice) == [])
    #expect(assign(Village.officer, .wardOffice, .province, from: "2030-01-01") == [])
    #expect(
      assign(PersonID(99), .volunteer, .upk(UPKID(9)), day: "2021-01-01") == [
        .notFound(.person, name: "99"), .notFound(.upk, name: "upk:9"),
        .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
    #expect(
      assign(Village.officer, .wardOffice, .region("91"))
        == [.notFound(.region, name: "region:91")])
    #expect(
      assign(Village.officer, .wardOffice, from: "2016-02-01", until: "2016-01-31") == [
        .dayBefore("2016-01-31", earliest: "2016-02-01", milestone: .assigned)
      ])
  }

  @Test func `papers that come with a role are no blank, and count once it has begun`() throws {
    func command(_ minutes: String?, _ duties: String?) -> AssignRole {
      AssignRole(
        person: Village.officer, role: .wardOffice, scope: .upk(upk), from: "2016-02-01",
        until: nil, minutes: minutes, duties: duties, day: "2016-01-01")
    }
    #expect(
      books.refusal(command(" ", String(repeating: "x", count: 2001)), by: Village.officer) == [
        .textMissing(field: .minutes), .textTooLong(field: .duties, length: 2001, limit: 2000),
      ])
    let effects = try books.decide(command("BA-3", "Helps"), by: Village.officer)
    guard case .assignment(let made) = effects.changes[0] else {
      Issue.record("no assignment was made")
      return
    }
    #expect(made.minutes == FiledPaper("BA-3", on: "2016-02-01"))
    #expect(made.duties == FiledPaper("Helps", on: "2016-02-01"))
    #expect(command(nil, nil).content["minutes"] == nil)
  }

  @Test func `the same role in the same place is not given twice at the same time`() {
    #expect(assign(Village.manager, .manager) == [.alreadyExists(.assignment, name: "2")])
    #expect(assign(Village.manager, .manager, .province) == [])
    #expect(
      assign(Village.manager, .manager, from: "2014-01-01", until: "2015-05-31") == [])
  }

  @Test(arguments: [
    (Village.cashier, Role.bookkeeper, Scope.upk(upk), [Role.cashier]),
    (Village.bookkeeper, .cashier, .region("92"), [.bookkeeper]),
    (Village.bookkeeper, .cashier, .province, [.bookkeeper]),
    (Village.manager, .supervisor, .upk(upk), [.manager]),
    (Village.witness, .supervisor, .region("92.71"), [.bkmMember]),
    (Village.officer, .manager, .upk(upk), []),
    (Village.manager, .provinceConsultant, .province, [.manager]),
    (Village.witness, .facilitator, .region("92"), [.bkmMember]),
    (Village.officer, .volunteer, .upk(upk), [.loanOfficer]),
    (Village.witness, .volunteer, .upk(upk), []),
  ])
  func `who handles cash posts no journal, who supervises or attests has no other part`(
    person: PersonID, role: Role, scope: Scope, held: [Role]
  ) {
    #expect(
      assign(person, role, scope) == held.map { .rolesIncompatible(role, held: $0) })
  }

  @Test func `roles in another UPK are not told of the units of a region that it is not in`() throws
  {
    var books = books
    let began: Day = "2016-01-01"
    try books.run(
      RegisterRegion(region: Region(code: "91", name: "Papua"), day: began), by: Village.officer)
    try books.run(
      RegisterUPK(
        code: "other", name: "x", bkm: "mentari", region: "91", operatingSince: "2010-01",
        ranEarlierProgramme: false, day: began), by: Village.officer)
    let person = try books.addPerson(.female)
    try books.run(
      AssignRole(
        person: person, role: .cashier, scope: .upk(UPKID(2)), from: began, until: nil, day: began),
      by: Village.officer)
    func bookkeeper(_ scope: Scope) -> AssignRole {
      AssignRole(
        person: person, role: .bookkeeper, scope: scope, from: began, until: nil, day: began)
    }
    #expect(books.refusal(bookkeeper(.region("92")), by: Village.officer) == [])
    #expect(
      books.refusal(bookkeeper(.region("91")), by: Village.officer)
        == [.rolesIncompatible(.bookkeeper, held: .cashier)])
    // A unit that was not loaded may lie anywhere.
    books.facts.upks[UPKID(2)] = nil
    #expect(
      books.refusal(bookkeeper(.region("92")), by: Village.officer)
        == [.rolesIncompatible(.bookkeeper, held: .cashier)])
  }

  @Test func `several incompatible roles are told in the order of their assignments`() throws {
    var books = books
    for role in [Role.bookkeeper, .manager, .bkmMember] {
      try books.run(
        AssignRole(
          person: Village.officer, role: role, scope: .upk(upk), from: "2016-01-01", until: nil,
          day: "2016-01-01"), by: Village.officer)
    }
    let refusal = books.refusal(
      AssignRole(
        person: Village.officer, role: .supervisor, scope: .province, from: "2016-01-01",
        until: nil, day: "2016-01-01"), by: Village.officer)
    #expect(
      refusal
        == [.loanOfficer, .bookkeeper, .manager, .bkmMember].map {
          .rolesIncompatible(.supervisor, held: $0)
        })
  }

  @Test func `a role holds from its first day to its last, for all that its scope covers`() throws {
    let assignment = Assignment(
      id: AssignmentID(1), person: PersonID(1), role: .manager, scope: .region("92"),
      from: "2016-01-10", until: "2016-01-20")
    let days: [Day] = ["2016-01-09", "2016-01-10", "2016-01-20", "2016-01-21"]
    #expect(days.map(assignment.holds) == [false, true, true, false])
    let known = try #require(books.facts.upks[upk])
    #expect(Scope.province.covers(known) && Scope.region("92").covers(known))
    #expect(!Scope.region("91").covers(known) && !Scope.upk(UPKID(2)).covers(known))
  }

  @Test func `a role is ended once, not before it began`() throws {
    var books = books
    let id = AssignmentID(2)
    func end(on day: Day, _ id: AssignmentID) -> [Rejection] {
      books.refusal(EndAssignment(assignment: id, day: day), by: Village.officer)
    }
    #expect(end(on: "2016-01-01", AssignmentID(99)) == [.notFound(.assignment, name: "99")])
    #expect(
      end(on: "2015-05-31", id) == [
        .dayBefore("2015-05-31", earliest: Village.founded, milestone: .assigned)
      ])
    #expect(end(on: "2021-01-01", id) == [.dayInFuture("2021-01-01", today: "2020-12-31")])
    try books.run(EndAssignment(assignment: id, day: "2016-01-01"), by: Village.officer)
    #expect(books.facts.assignments[id]?.holds(on: "2016-01-02") == false)
    #expect(end(on: "2016-02-01", id) == [.notFound(.assignment, name: "2")])
  }

  @Test func `accounts and their secrets: made, numbered, limited, revoked once`() throws {
    var books = books
    func refusal(_ command: some Command) -> [Rejection] {
      books.refusal(command, by: Village.officer)
    }
    let day: Day = "2020-01-01"
    try books.run(
      CreatePrincipal(person: Village.manager, label: "desk", day: day), by: Village.officer)
    #expect(
      refusal(CreatePrincipal(person: PersonID(99), label: "desk", day: "2021-01-01")) == [
        .notFound(.person, name: "99"), .alreadyExists(.principal, name: "desk"),
        .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
    func issue(_ label: Code, _ days: Int) -> IssueToken {
      IssueToken(principal: label, hash: [1], lifeDays: days, day: day)
    }
    let effects = try books.run(issue("desk", 400), by: Village.officer)
    #expect(effects.outcome["expires_on"] == "2021-02-04")
    #expect(refusal(issue("desk", 1)) == [])
    for days in [0, 401, -1, Int.max] {
      #expect(
        refusal(issue("other", days)) == [
          .tokenLifeOutOfRange(days: days, longest: 400), .notFound(.principal, name: "other"),
        ])
    }
    let revoke = RevokeToken(token: TokenID(1), day: day)
    try books.run(revoke, by: Village.officer)
    #expect(refusal(revoke) == [.notFound(.token, name: "1")])
    #expect(
      refusal(RevokeToken(token: TokenID(2), day: "2021-01-01")) == [
        .notFound(.token, name: "2"), .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
  }
}
