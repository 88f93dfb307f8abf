import RevolvingFund
import Testing

struct RepairTests {
  private func plan(
    _ repair: Repair = .trainBoard, by person: PersonID = Village.witness,
    due: Day = "2016-06-30", note: String = "", on day: Day = "2016-03-01"
  ) -> PlanRepair {
    PlanRepair(upk: upk, repair: repair, responsible: person, due: due, note: note, day: day)
  }

  @Test func `a plan is numbered, and a later one for the same repair takes its place`() throws {
    var books = try Village.books()
    let effects = try books.run(plan(), by: Village.coordinator)
    #expect(effects.subject == .repair(upk, number: 1))
    #expect(effects.subject.path == "repairs/1")
    try books.run(plan(.openBoardAccount, on: "2016-03-02"), by: Village.coordinator)
    try books.run(plan(due: "2016-09-30", on: "2016-05-01"), by: Village.coordinator)
    try books.run(plan(due: "2016-08-31", on: "2016-05-01"), by: Village.coordinator)
    try books.run(plan(due: "2016-07-31", on: "2016-04-01"), by: Village.coordinator)
    let plans = try #require(books.facts.repairs[upk])
    #expect(plans.map(\.number) == [1, 2, 3, 4, 5])
    func numbers(on day: Day) -> [Repair: Int64] { plans.standing(on: day).mapValues(\.number) }
    #expect(numbers(on: "2016-02-29") == [:])
    #expect(numbers(on: "2016-03-01") == [.trainBoard: 1])
    #expect(numbers(on: "2016-04-30") == [.trainBoard: 5, .openBoardAccount: 2])
    #expect(numbers(on: "2016-05-01") == [.trainBoard: 4, .openBoardAccount: 2])
  }

  @Test func `a plan names a person who is known and a day that is not over`() throws {
    let books = try Village.books()
    func refusal(_ command: PlanRepair) -> [Rejection] {
      books.refusal(command, by: Village.coordinator)
    }
    #expect(refusal(plan(due: "2016-03-01")) == [])
    #expect(
      refusal(
        plan(
          by: PersonID(99), due: "2020-12-31", note: String(repeating: "x", count: 2001),
          on: "2021-01-01"))
        == [
          .textTooLong(field: .note, length: 2001, limit: 2000), .notFound(.person, name: "99"),
          .dayInFuture("2021-01-01", today: "2020-12-31"),
          .dayBefore("2020-12-31", earliest: "2021-01-01", milestone: .planned),
        ])
  }
}
