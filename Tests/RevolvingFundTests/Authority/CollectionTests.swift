import RevolvingFund
import Testing

struct CollectionTests {
  private func command(
    board: PersonID = Village.witness, unit: PersonID = Village.officer, note: String = "Visited",
    on day: Day = "2016-07-05"
  ) -> RecordCollection {
    RecordCollection(upk: upk, boardPerson: board, unitPerson: unit, note: note, day: day)
  }

  @Test func `a record names a person of the board and one of the UPK`() throws {
    var books = try Village.books()
    let effects = try books.run(command(), by: Village.officer)
    #expect(effects.subject == .collection(upk, number: 1))
    try books.run(command(board: Village.coordinator, unit: Village.manager), by: Village.officer)
    #expect(books.collections.map(\.number) == [1, 2])
    #expect(books.collections[0].boardPerson == Village.witness)
    #expect(
      books.refusal(
        command(board: Village.officer, note: "", on: "2021-01-01"), by: Village.officer)
        == [
          .textMissing(field: .note), .dayInFuture("2021-01-01", today: "2020-12-31"),
          .roleMissing(.bkmMember, on: "2021-01-01", person: Village.officer.value),
          .collectorsAreOne,
        ])
    #expect(
      books.refusal(command(unit: Village.witness), by: Village.officer) == [
        .roleMissing(.loanOfficer, on: "2016-07-05", person: Village.witness.value),
        .collectorsAreOne,
      ])
    #expect(
      books.refusal(command(unit: PersonID(99)), by: Village.officer) == [
        .notFound(.person, name: "99"), .roleMissing(.loanOfficer, on: "2016-07-05", person: 99),
      ])
  }

  @Test(arguments: [
    ("2016-10-31" as Day, [] as [Month], false), ("2016-11-30", [], false),
    ("2016-12-01", ["2016-11"], false), ("2017-02-28", ["2016-11", "2017-01"], true),
    ("2017-03-01", ["2016-11", "2017-01"], false),
  ])
  func `a month that ended without a record is missing`(
    day: Day, missing: [Month], isDone: Bool
  ) {
    let duty = CollectionDuty(
      Suspension(since: "2016-10", loans: []), recordedOn: ["2016-12-31", "2017-02-01"], asOf: day)
    #expect(duty.missing == missing)
    #expect(duty.isDoneThisMonth == isDone)
  }
}
