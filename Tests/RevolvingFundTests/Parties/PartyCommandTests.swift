import RevolvingFund
import Testing

struct PartyCommandTests {
  let books: Books

  init() throws {
    books = try Village.books()
  }

  private func refusal(_ command: some Command) -> [Rejection] {
    books.refusal(command, by: Village.officer)
  }

  @Test func `a region needs a name, the region around it, and to be new`() {
    func register(
      _ code: RegionCode, _ name: String = "x", on day: Day = "2016-01-01"
    ) -> [Rejection] {
      refusal(RegisterRegion(region: Region(code: code, name: name), day: day))
    }
    #expect(register("92.72") == [])
    #expect(register("91") == [])
    #expect(register("92.72", " ") == [.textMissing(field: .name)])
    #expect(
      register("92.72", String(repeating: "x", count: 201))
        == [.textTooLong(field: .name, length: 201, limit: 200)])
    #expect(register("91.01") == [.notFound(.region, name: "91")])
    #expect(register("92.71") == [.alreadyExists(.region, name: "92.71")])
    #expect(
      register("91.01", "", on: "2021-01-01") == [
        .textMissing(field: .name), .notFound(.region, name: "91"),
        .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
  }

  @Test func `a board needs a name, a region, and to be new`() {
    func register(_ code: Code, _ name: String = "x", in region: RegionCode = "92") -> [Rejection] {
      refusal(
        RegisterBKM(bkm: BKM(code: code, name: name, region: region), day: "2016-01-01"))
    }
    #expect(register("baru") == [])
    #expect(
      register("mentari", "", in: "91") == [
        .textMissing(field: .name), .notFound(.region, name: "91"),
        .alreadyExists(.bkm, name: "mentari"),
      ])
  }

  @Test func `a UPK gets the standard chart, and needs a board, a region and a past`() throws {
    func command(
      _ code: Code, bkm: Code = "mentari", region: RegionCode = "92.71", since: Month = "2010-01"
    ) -> RegisterUPK {
      RegisterUPK(
        code: code, name: "x", bkm: bkm, region: region, operatingSince: since,
        ranEarlierProgramme: true, day: "2016-01-01")
    }
    let effects = try books.decide(command("baru"), by: Village.officer)
    #expect(effects.subject == .upk(UPKID(2), "baru"))
    guard case .upk(let upk, let chart) = effects.changes[0] else {
      Issue.record("no UPK was made")
      return
    }
    #expect(upk.id == UPKID(2))
    #expect(upk.ranEarlierProgramme && upk.liveFrom == books.today)
    #expect(command("baru").content["ran_earlier_programme"] == "true")
    #expect(chart == ChartOfAccounts.standard)
    #expect(
      refusal(command("malabutor", bkm: "other", region: "91", since: "2021-01")) == [
        .notFound(.bkm, name: "other"), .notFound(.region, name: "91"),
        .alreadyExists(.upk, name: "malabutor"),
        .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
  }

  @Test func `a person's NIK is registered once; without one nobody is identified`() throws {
    func command(_ digest: [UInt8]?) -> RegisterPerson {
      RegisterPerson(
        gender: .female,
        personalData: SealedPersonalData(
          nikDigest: digest, contentDigest: [1, 255], ciphertext: [7]), day: "2016-01-01")
    }
    #expect(refusal(command([1])) == [.nikAlreadyRegistered])
    #expect(command(nil).content["personal_data"] == "01ff")
    let effects = try books.decide(command(nil), by: Village.officer)
    guard case .person(let person, _) = effects.changes[0] else {
      Issue.record("no person was made")
      return
    }
    #expect(!person.isIdentified)
    #expect(person.id == PersonID(7))
  }

  @Test func `a group is formed before it is registered`() {
    func register(_ name: String, formed: Day, on day: Day) -> [Rejection] {
      refusal(RegisterKSM(upk: upk, name: name, formedOn: formed, day: day))
    }
    #expect(register("A", formed: "2016-01-01", on: "2016-01-01") == [])
    #expect(
      register("A", formed: "2016-01-02", on: "2016-01-01") == [
        .dayBefore("2016-01-01", earliest: "2016-01-02", milestone: .ksmFormed)
      ])
    #expect(
      register("", formed: "2016-01-01", on: "2021-01-01") == [
        .textMissing(field: .name), .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
  }

  @Test func `a member is a known, identified person of one group, after its formation`() throws {
    var books = books
    let ksm = try books.addGroup("A", formedOn: "2016-01-01")
    let second = try books.addGroup("B", formedOn: "2016-01-01")
    let free = try books.addPerson(.female)
    try books.run(
      RegisterPerson(
        gender: .male,
        personalData: SealedPersonalData(nikDigest: nil, contentDigest: [], ciphertext: []),
        day: "2016-01-01"), by: Village.officer)
    let unidentified = PersonID(free.value + 1)
    let member = try #require(books.facts.ksms[ksm]?.members.first?.person)
    func add(_ person: PersonID, _ group: KSMID, on day: Day = "2016-02-01") -> [Rejection] {
      books.refusal(AddMember(ksm: group, person: person, day: day), by: Village.officer)
    }
    #expect(add(free, second) == [])
    #expect(add(member, second) == [.alreadyMember(person: member.value, ksm: ksm.number)])
    #expect(add(unidentified, ksm) == [.personNotIdentified(person: unidentified.value)])
    #expect(
      add(PersonID(99), KSMID(upk, 9), on: "2021-01-01") == [
        .notFound(.ksm, name: "9"), .notFound(.person, name: "99"),
        .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
    #expect(
      add(free, ksm, on: "2015-12-31") == [
        .dayBefore("2015-12-31", earliest: "2016-01-01", milestone: .ksmFormed)
      ])
    let effects = try books.run(
      AddMember(ksm: second, person: free, day: "2016-02-01"), by: Village.officer)
    #expect(effects.subject == .member(second, number: 6))
    #expect(effects.subject.path == "ksms/2/members/6")
  }

  @Test func `a member leaves a group that owes nothing, and may then join another`() throws {
    var books = books
    let ksm = try books.addGroup("A", members: 6)
    let other = try books.addGroup("B")
    func leave(_ member: Int64, on day: Day) -> [Rejection] {
      books.refusal(EndMembership(ksm: ksm, member: member, day: day), by: Village.officer)
    }
    #expect(leave(7, on: "2016-01-01") == [.notFound(.member, name: "1/7")])
    #expect(
      leave(1, on: Village.founded) == [
        .dayBefore(Village.founded, earliest: "2015-06-02", milestone: .memberJoined)
      ])
    #expect(leave(1, on: "2021-01-01") == [.dayInFuture("2021-01-01", today: "2020-12-31")])
    let loan = try books.lend(ksm, each: 100_000, on: "2016-01-10")
    #expect(leave(1, on: "2016-02-01") == [.memberIsLiable(member: 1, loan: loan.number)])
    try books.repay(loan, 600_000 + 9_000, on: "2016-02-01")
    try books.run(EndMembership(ksm: ksm, member: 1, day: "2016-02-02"), by: Village.officer)
    let group = try #require(books.facts.ksms[ksm])
    #expect(group.activeMembers(on: "2016-02-01").count == 6)
    #expect(group.activeMembers(on: "2016-02-02").count == 5)
    #expect(
      books.refusal(
        EndMembership(ksm: ksm, member: 1, day: "2016-02-03"), by: Village.officer)
        == [.notFound(.member, name: "1/1")])
    let person = group.members[0].person
    try books.run(AddMember(ksm: other, person: person, day: "2016-02-02"), by: Village.officer)
  }

  @Test(arguments: [
    (4, 4, [Rejection.ksmTooSmall(members: 4, required: 5)]), (5, 2, []),
    (5, 1, [.tooFewWomen(women: 1, members: 5, required: 2)]), (10, 3, []),
    (10, 2, [.tooFewWomen(women: 2, members: 10, required: 3)]),
    (0, 0, [.ksmTooSmall(members: 0, required: 5)]),
  ])
  func `a group has five members, three in ten of them women`(
    members: Int, women: Int, expected: [Rejection]
  ) {
    let group = KSM(
      id: KSMID(upk, 1), name: "A", formedOn: "2015-11-30",
      members: (0..<members).map {
        Member(
          number: Int64($0 + 1), person: PersonID(Int64($0 + 1)),
          gender: $0 < women ? .female : .male, joinedOn: "2015-11-30", leftOn: nil)
      })
    #expect(
      group.violations(
        on: "2016-02-29", isFirstLoan: true, instrument: .standard) == expected)
    let young = Rejection.ksmTooYoung(formedOn: "2015-11-30", eligibleFrom: "2016-02-29")
    #expect(
      group.violations(
        on: "2016-02-28", isFirstLoan: true, instrument: .standard) == expected + [young])
    #expect(
      group.violations(
        on: "2016-02-28", isFirstLoan: false, instrument: .standard) == expected)
  }
}
