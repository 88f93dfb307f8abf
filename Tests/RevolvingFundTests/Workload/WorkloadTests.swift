import RevolvingFund
import Testing

struct WorkloadTests {
  private func workload(_ books: Books, on day: Day) -> Workload {
    let facts = books.facts
    let roster = Roster(
      upk: upk, assignments: Array(facts.assignments.values),
      persons: Array(facts.persons.values), trainings: facts.trainings.values.flatMap { $0 })
    let cases = (facts.portfolios[upk]?.loans ?? []).flatMap {
      $0.cases(facts.caseSteps[$0.loan.id] ?? [], asOf: day)
    }
    return Workload(
      roster, applications: Array(facts.applications.values), cases: cases,
      instrument: .standard, on: day)
  }

  @Test func `applications, cases and visits stand with whoever carries them`() throws {
    var books = try Village.books()
    let loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    try books.lend(try books.addGroup("B"), each: 500_000, on: "2016-01-10")
    let inspected = try books.apply(try books.addGroup("C"), each: 100_000, on: "2016-02-01")
    try books.inspect(inspected, on: "2016-02-02")
    _ = try books.apply(try books.addGroup("D"), each: 100_000, on: "2016-02-01")
    try books.run(
      RecordCaseStep(
        loan: loan, action: .visit, note: "met", evidence: "", promise: nil, day: "2016-02-15"),
      by: Village.officer)
    let found = workload(books, on: "2016-02-20")
    #expect(
      found.officers.map(\.person)
        == [Village.officer, Village.manager, Village.cashier, Village.bookkeeper])
    #expect(found.officers.map(\.applications) == [1, 0, 0, 0])
    #expect(found.officers.map(\.cases) == [1, 0, 0, 0])
    #expect(found.officers.map(\.visits) == [1, 0, 0, 0])
    #expect(found.applicationsUnassigned == 1 && found.casesUntouched == 1)
    #expect(workload(books, on: "2016-03-15").officers.map(\.visits) == [1, 0, 0, 0])
    #expect(workload(books, on: "2016-03-16").officers.map(\.visits) == [0, 0, 0, 0])
    #expect(found.seats.map(\.filled) == [4, 2] && found.seats.map(\.vacant) == [0, 0])
    #expect(found.seats.map(\.untrained) == [0, 0])
  }

  @Test func `an application counts while it waits: not before it came, nor once it expired`()
    throws
  {
    var books = try Village.books()
    let id = try books.apply(
      try books.addGroup("A"), each: 100_000, papers: [.form], on: "2016-02-01")
    #expect(books.facts.applications[id]?.validUntil == "2016-05-01")
    let counts: [(Day, Int)] = [
      ("2016-01-31", 0), ("2016-02-01", 1), ("2016-05-01", 1), ("2016-05-02", 0),
    ]
    for (day, count) in counts {
      #expect(workload(books, on: day).applicationsUnassigned == count, "\(day)")
    }
  }

  @Test func `an empty seat shows, and so does an assignment that ends within three months`() throws
  {
    var books = try Village.bare()
    let person = try books.addPerson(.female)
    try books.run(
      AssignRole(
        person: person, role: .supervisor, scope: .upk(upk), from: "2016-01-01",
        until: "2016-12-31", day: "2016-01-01"), by: Village.officer)
    let before = workload(books, on: "2016-09-30")
    #expect(before.seats.map(\.vacant) == [0, 1] && before.seats.map(\.untrained) == [4, 1])
    #expect(before.ending == [])
    let after = workload(books, on: "2016-10-01")
    #expect(after.ending.map(\.person) == [person])
    #expect(after.ending.map(\.until) == ["2016-12-31"])
    #expect(workload(books, on: "2017-01-01").ending == [])
  }
}
