import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct PartyReadTests {
  @Test func `regions, boards and units are listed by code, page by page`() async throws {
    try await FundFixture.withBareWorld { world in
      let store = world.store
      let codes = ["92", "92.71", "92.71.03", "92.71.03.1004"].map(regionCode)
      let all = try await store.regions(after: nil, limit: 10)
      #expect(all.map(\.code) == codes)
      let first = try await store.regions(after: nil, limit: 2)
      let rest = try await store.regions(after: first.last?.code, limit: 10)
      #expect(first + rest == all)
      #expect(try await store.region(codes[1])?.name == "Kota Sorong")
      #expect(try await store.region(regionCode("11")) == nil)

      let boards = try await store.bkms(after: nil, limit: 10)
      #expect(boards.map(\.code) == [code("mentari")] && boards.first?.region == codes[3])
      #expect(try await store.bkms(after: code("mentari"), limit: 10) == [])
      #expect(try await store.bkm(code("mentari")) == boards.first)

      let second = try await world.secondUPK()
      let units = try await store.upks(in: nil, after: nil, limit: 10)
      #expect(units == [world.upk, second.upk])
      #expect(try await store.upks(in: nil, after: world.upk.code, limit: 10) == [second.upk])
      #expect(try await store.upk(code: code("tiada")) == nil)
      #expect(try await store.upk(second.upk.id) == second.upk)
      #expect(world.upk.operatingSince == Month(year: 2015, month: 1))
      #expect(!world.upk.ranEarlierProgramme && world.upk.liveFrom == FundFixture.lastDay)
      try await world.fixture.run(
        RegisterUPK(
          code: code("lama"), name: "Lama", bkm: code("mentari"), region: codes[3],
          operatingSince: Month(year: 2009, month: 4), ranEarlierProgramme: true,
          day: day("2016-01-01")), by: PersonID(0))
      #expect(try await store.upk(code: code("lama"))?.ranEarlierProgramme == true)
    }
  }

  @Test func `persons are read with their names by number and page`() async throws {
    try await FundFixture.withBareWorld { world in
      let all = try await world.store.persons(after: nil, limit: 10)
      #expect(all.map(\.0.id) == (1...6).map { PersonID($0) })
      #expect(all.map(\.1.name) == (1...6).map { "Warga \($0)" })
      #expect(all.allSatisfy { $0.0.isIdentified && $0.0.gender == .female })
      let page = try await world.store.persons(after: PersonID(4), limit: 1)
      #expect(page.map(\.0.id) == [PersonID(5)])
      let some = try await world.store.persons([PersonID(6), PersonID(99), PersonID(2)])
      #expect(some.map(\.0.id) == [PersonID(2), PersonID(6)])
      let nobody = try await world.store.person(PersonID(99))
      #expect(nobody == nil)
    }
  }

  @Test func `a UPK's assignments are its own and those of the places around it`() async throws {
    try await FundFixture.withBareWorld { world in
      let second = try await world.secondUPK()
      let persons = try await world.registerPersons(3)
      let began = day("2016-01-01")
      for (person, scope) in zip(
        persons, [Scope.province, .region(regionCode("92.71")), .region(regionCode("92.71.03"))])
      {
        try await world.fixture.run(
          AssignRole(
            person: person, role: .provinceConsultant, scope: scope, from: began,
            until: day("2016-06-30"), day: began), by: PersonID(0))
      }
      let here = try await world.store.assignments(at: world.upk.id)
      #expect(here.map(\.person) == (1...6).map { PersonID($0) } + persons)
      #expect(try await world.store.assignments(at: second.upk.id).count == 9)

      let own = try #require(
        try await world.store.assignments(of: persons[1], after: nil, limit: 10).first)
      #expect(own.scope == .region(regionCode("92.71")) && own.until == day("2016-06-30"))
      let cashier = try #require(
        try await world.store.assignments(of: world.cashier, after: nil, limit: 10).first)
      try await world.fixture.run(
        EndAssignment(assignment: cashier.id, day: began), by: PersonID(0))
      let ended = try await world.store.assignments(of: world.cashier, after: nil, limit: 10).first
      #expect(ended?.until == began)
    }
  }
}
