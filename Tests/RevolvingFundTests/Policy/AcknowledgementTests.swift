import RevolvingFund
import Testing

struct AcknowledgementTests {
  private func command(_ version: Int64 = 1, on day: Day = "2015-07-01") -> AcknowledgePolicy {
    AcknowledgePolicy(upk: upk, version: version, day: day)
  }

  @Test(arguments: [Village.officer, Village.manager, Village.cashier, Village.bookkeeper])
  func `an officer says to know a version once`(person: PersonID) throws {
    var books = try Village.bare()
    let effects = try books.run(command(), by: person)
    #expect(effects.subject == .policy(upk, version: 1))
    #expect(
      books.facts.acknowledgements[upk] == [
        PolicyAcknowledgement(upk: upk, version: 1, person: person, on: "2015-07-01")
      ])
    #expect(
      books.refusal(command(), by: person) == [.alreadyExists(.acknowledgement, name: "1")])
  }

  @Test(arguments: [Village.coordinator, Village.witness])
  func `who is no officer of the UPK cannot say so`(person: PersonID) throws {
    #expect(
      try Village.bare().refusal(command(), by: person) == [
        .roleMissing(.loanOfficer, on: "2015-07-01")
      ])
  }

  @Test func `the version exists and the day has come`() throws {
    #expect(
      try Village.bare().refusal(command(2, on: "2021-01-01"), by: Village.officer) == [
        .notFound(.policy, name: "2"), .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
    #expect(
      try Village.bare().refusal(command(on: "2015-05-31"), by: Village.officer) == [
        .roleMissing(.loanOfficer, on: "2015-05-31")
      ])
  }

  @Test func `it counts from the latest booked day when it is dated back`() throws {
    var books = try Village.bare()
    _ = try books.addGroup("A", formedOn: "2015-09-01")
    try books.run(command(), by: Village.officer)
    #expect(books.facts.acknowledgements[upk]?.map(\.on) == ["2015-09-01"])
  }
}
