import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct RosterReadTests {
  private let began = day("2016-01-01")

  private func assign(
    _ person: PersonID, _ role: Role, _ scope: Scope, minutes: String? = nil
  ) -> AssignRole {
    AssignRole(
      person: person, role: role, scope: scope, from: began, until: nil, minutes: minutes,
      duties: nil, day: began)
  }

  @Test func `the roster of a UPK is whoever is in office there or around it`() async throws {
    try await FundFixture.withBareWorld { world in
      let second = try await world.secondUPK()
      try await world.fixture.run(
        RegisterRegion(
          region: Region(code: regionCode("92.71.03.1005"), name: "Klawalu"), day: began),
        by: PersonID(0))
      let scopes: [Scope] = [
        .province, .region(regionCode("92")), .region(regionCode("92.71")),
        .region(regionCode("92.71.03")), .region(regionCode("92.71.03.1004")),
        .upk(world.upk.id), .region(regionCode("92.71.03.1005")), .upk(second.upk.id),
      ]
      var persons: [PersonID] = []
      for scope in scopes {
        let person = try await world.fixture.registerPerson(.male, on: began)
        persons.append(person)
        try await world.fixture.run(assign(person, .supervisor, scope), by: PersonID(0))
      }
      let roster = try await world.store.roster(of: world.upk.id)
      let supervisors = roster.officers(of: [.supervisor], on: began)
      #expect(supervisors.map(\.person) == Array(persons.prefix(6)))
      #expect(supervisors.allSatisfy { $0.gender == .male && $0.assignments.count == 1 })
      #expect(roster.officers(of: [.cashier], on: began).map(\.person) == [world.cashier])
      #expect(roster.officers(of: [.cashier], on: began).map(\.assignments.count) == [1])
      let nobody = try await world.store.roster(of: UPKID(99))
      #expect(nobody.officers(of: Set(Role.allCases), on: began) == [])
    }
  }

  @Test func `trainings and papers come with the officer, and are kept as they were`() async throws
  {
    try await FundFixture.withBareWorld { world in
      let person = try await world.fixture.registerPerson(.female, on: began)
      let id = AssignmentID(
        try await world.fixture.run(
          assign(person, .supervisor, .upk(world.upk.id), minutes: "BA-1"), by: PersonID(0)))
      func train(_ persons: [PersonID], _ topic: TrainingTopic) async throws -> Int64 {
        try await world.fixture.run(
          RecordTraining(
            persons: persons, topic: topic, trainedOn: day("2016-02-01"), reference: "SERT",
            day: day("2016-02-02")), by: PersonID(0))
      }
      #expect(try await train([person, world.manager], .supervision) == 1)
      #expect(try await train([person], .institution) == 2)
      let refused = try await rejections { _ = try await train([world.manager], .supervision) }
      #expect(refused == [.alreadyExists(.training, name: "1")])
      try await world.fixture.run(
        FilePapers(assignment: id, minutes: nil, duties: "Checks", day: day("2016-03-01")),
        by: PersonID(0))
      let again = try await rejections {
        try await world.fixture.run(
          FilePapers(assignment: id, minutes: "BA-2", duties: nil, day: day("2016-03-01")),
          by: PersonID(0))
      }
      #expect(again == [.paperOnFile(.minutes, assignment: id.value)])

      let roster = try await world.store.roster(of: world.upk.id)
      let officer = try #require(
        roster.officers(of: [.supervisor], on: day("2016-03-01")).first)
      #expect(officer.topics == [.supervision, .institution])
      #expect(officer.assignments.map(\.minutes) == [FiledPaper("BA-1", on: began)])
      #expect(officer.assignments.map(\.duties) == [FiledPaper("Checks", on: day("2016-03-01"))])
      let trainings = try await world.store.trainings(of: person, after: nil, limit: 10)
      #expect(trainings.map(\.topic) == [.supervision, .institution])
      #expect(try await world.store.trainings(of: person, after: 1, limit: 10).count == 1)
      #expect(trainings.first?.reference == "SERT")
      #expect(try await world.store.verifyChain(.province).isIntact)
    }
  }

  @Test func `offices in a UPK elsewhere do not stand in the way of one in a region`() async throws
  {
    try await FundFixture.withBareWorld { world in
      for code in ["91", "91.01"] {
        try await world.fixture.run(
          RegisterRegion(region: Region(code: regionCode(code), name: code), day: began),
          by: PersonID(0))
      }
      let person = try await world.fixture.registerPerson(.female, on: began)
      try await world.fixture.run(
        assign(person, .bookkeeper, .upk(world.upk.id)), by: PersonID(0))
      try await world.fixture.run(
        assign(person, .cashier, .region(regionCode("91.01"))), by: PersonID(0))
      let refused = try await rejections {
        try await world.fixture.run(
          assign(person, .cashier, .region(regionCode("92.71"))), by: PersonID(0))
      }
      #expect(refused == [.rolesIncompatible(.cashier, held: .bookkeeper)])
    }
  }

  @Test func `plans of repairs are read as they were made`() async throws {
    try await FundFixture.withBareWorld { world in
      let plan = PlanRepair(
        upk: world.upk.id, repair: .openBoardAccount, responsible: world.boardMember,
        due: day("2016-06-30"), note: "Bank Papua", day: began)
      #expect(try await world.fixture.run(plan, by: world.coordinator) == 1)
      #expect(try await world.fixture.run(plan, by: world.coordinator) == 2)
      let plans = try await world.store.repairs(world.upk.id)
      #expect(
        plans
          == [1, 2].map {
            RecoveryTask(
              upk: world.upk.id, number: $0, repair: .openBoardAccount,
              responsible: world.boardMember, due: day("2016-06-30"), note: "Bank Papua",
              plannedOn: began)
          })
      #expect(try await world.store.repairs(UPKID(99)) == [])
    }
  }
}
