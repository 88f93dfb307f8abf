import RevolvingFund
import Testing

struct RosterTests {
  private static func assignment(
    _ id: Int64, _ person: Int64, _ role: Role, until: Day? = nil, minutes: Day? = nil,
    duties: Day? = nil
  ) -> Assignment {
    Assignment(
      id: AssignmentID(id), person: PersonID(person), role: role, scope: .upk(upk),
      from: "2016-01-01", until: until, minutes: minutes.map { FiledPaper("BA", on: $0) },
      duties: duties.map { FiledPaper("Leads", on: $0) })
  }

  private let roster = Roster(
    upk: upk,
    assignments: [
      assignment(3, 2, .manager, minutes: "2016-01-01", duties: "2016-01-01"),
      assignment(2, 2, .bookkeeper, minutes: "2016-03-01"),
      assignment(1, 1, .cashier, until: "2016-06-30"),
      assignment(4, 3, .supervisor), assignment(5, 9, .cashier),
    ],
    persons: [
      Person(id: PersonID(3), gender: .female, isIdentified: false),
      Person(id: PersonID(2), gender: .male, isIdentified: false),
      Person(id: PersonID(1), gender: .female, isIdentified: true),
      Person(id: PersonID(4), gender: .male, isIdentified: true),
    ],
    trainings: [
      Training(
        id: TrainingID(2), person: PersonID(2), topic: .institution, trainedOn: "2016-05-01",
        reference: "b"),
      Training(
        id: TrainingID(1), person: PersonID(2), topic: .unitOperation, trainedOn: "2016-02-01",
        reference: "a"),
    ])

  private func staff(on day: Day) -> [Officer] {
    roster.officers(of: [.cashier, .bookkeeper, .loanOfficer, .manager], on: day)
  }

  private static let inOffice: [(day: Day, persons: [Int64])] = [
    ("2015-12-31", []), ("2016-01-01", [1, 2]), ("2016-06-30", [1, 2]), ("2016-07-01", [2]),
  ]

  @Test(arguments: inOffice)
  func `each person in office on a day counts once, whatever their roles`(
    day: Day, persons: [Int64]
  ) {
    #expect(staff(on: day).map(\.person.value) == persons)
  }

  @Test func `an officer is told with gender and the roles that were asked for`() throws {
    let manager = try #require(staff(on: "2016-01-01").last)
    #expect(manager.gender == .male)
    #expect(manager.assignments.map(\.id.value) == [2, 3])
    #expect(manager.roles == [.manager, .bookkeeper])
    let alone = roster.officers(of: [.manager], on: "2016-01-01")
    #expect(alone.map(\.roles) == [[.manager]])
    #expect(roster.officers(of: [.supervisor], on: "2016-01-01").map(\.gender) == [.female])
    #expect(roster.officers(of: [.signatory], on: "2016-01-01") == [])
  }

  @Test func `papers and trainings show from their day on, and every office needs its own`() throws
  {
    func manager(on day: Day, _ roles: Set<Role> = [.manager, .bookkeeper]) throws -> Officer {
      try #require(roster.officers(of: roles, on: day).first)
    }
    #expect(try manager(on: "2016-02-29", [.manager]).hasMinutes)
    #expect(try !manager(on: "2016-02-29").hasMinutes)
    #expect(try manager(on: "2016-03-01").hasMinutes)
    #expect(try !manager(on: "2016-03-01").hasDuties)
    #expect(try manager(on: "2016-03-01", [.manager]).hasDuties)
    #expect(try manager(on: "2016-01-31").topics == [])
    #expect(try manager(on: "2016-02-01").topics == [.unitOperation])
    #expect(try manager(on: "2016-05-01").trainings.map(\.id.value) == [1, 2])
  }
}
