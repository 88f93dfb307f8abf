import RevolvingFund
import Testing

struct TrainingTests {
  private func train(
    _ persons: [PersonID] = [Village.manager], _ topic: TrainingTopic = .unitOperation,
    held: Day = "2016-02-01", reference: String = "SERT-1", on day: Day = "2016-02-03"
  ) -> RecordTraining {
    RecordTraining(
      persons: persons, topic: topic, trainedOn: held, reference: reference, day: day)
  }

  @Test func `a training is one row for each who took part, under one number`() throws {
    var books = try Village.bare()
    let command = train([Village.cashier, Village.manager, Village.cashier])
    #expect(command.content["persons"] == "2,4")
    let effects = try books.run(command, by: Village.officer)
    #expect(effects.subject == .training(TrainingID(1)))
    #expect(effects.subject.path == "trainings/1")
    #expect(
      books.facts.trainings[Village.manager] == [
        Training(
          id: TrainingID(1), person: Village.manager, topic: .unitOperation,
          trainedOn: "2016-02-01", reference: "SERT-1")
      ])
    #expect(books.facts.trainings[Village.cashier]?.count == 1)
    var keys = Keys()
    command.needs(&keys)
    #expect(keys.trainingsOf == [Village.cashier, Village.manager])
  }

  @Test func `nobody is trained in one topic twice on a day`() throws {
    var books = try Village.bare()
    try books.run(train(), by: Village.officer)
    #expect(
      books.refusal(train([Village.cashier, Village.manager]), by: Village.officer)
        == [.alreadyExists(.training, name: "1")])
    #expect(books.refusal(train([Village.cashier]), by: Village.officer) == [])
    #expect(books.refusal(train(held: "2016-02-02"), by: Village.officer) == [])
    #expect(
      books.refusal(train([Village.manager], .institution), by: Village.officer) == [])
  }

  @Test func `a training has persons who are known, a reference and a day in the past`() throws {
    let books = try Village.bare()
    func refusal(_ command: RecordTraining) -> [Rejection] {
      books.refusal(command, by: Village.officer)
    }
    #expect(
      refusal(train([], reference: "")) == [
        .textMissing(field: .reference), .personCountOutOfRange(count: 0, most: 100),
      ])
    let crowd = (1...101).map { PersonID(Int64($0)) }
    #expect(refusal(train(crowd)).first == .personCountOutOfRange(count: 101, most: 100))
    #expect(
      refusal(train([PersonID(99)], held: "2021-01-02", on: "2021-01-01")) == [
        .notFound(.person, name: "99"), .dayInFuture("2021-01-01", today: "2020-12-31"),
        .dayBefore("2021-01-01", earliest: "2021-01-02", milestone: .trained),
      ])
    #expect(refusal(train(held: "2016-02-03")) == [])
  }
}

struct FilePapersTests {
  private func file(
    _ assignment: AssignmentID = AssignmentID(2), minutes: String? = nil, duties: String? = nil,
    on day: Day = "2016-03-01"
  ) -> FilePapers {
    FilePapers(assignment: assignment, minutes: minutes, duties: duties, day: day)
  }

  @Test func `what was missing is filed, one paper after the other`() throws {
    var books = try Village.bare()
    let effects = try books.run(file(minutes: "BA-1"), by: Village.officer)
    #expect(effects.subject == .assignment(AssignmentID(2)))
    try books.run(file(duties: "Leads", on: "2016-04-01"), by: Village.officer)
    let held = try #require(books.facts.assignments[AssignmentID(2)])
    #expect(held.minutes == FiledPaper("BA-1", on: "2016-03-01"))
    #expect(held.duties == FiledPaper("Leads", on: "2016-04-01"))
  }

  @Test func `what is on file stays`() throws {
    var books = try Village.bare()
    try books.run(file(minutes: "BA-1", duties: "Leads"), by: Village.officer)
    #expect(
      books.refusal(file(minutes: "BA-2", duties: "Follows"), by: Village.officer) == [
        .paperOnFile(.minutes, assignment: 2), .paperOnFile(.duties, assignment: 2),
      ])
  }

  @Test func `papers have a text, an assignment and a day in the past`() throws {
    let books = try Village.bare()
    func refusal(_ command: FilePapers) -> [Rejection] {
      books.refusal(command, by: Village.officer)
    }
    #expect(
      refusal(file(AssignmentID(99), on: "2021-01-01")) == [
        .textMissing(field: .minutes), .textMissing(field: .duties),
        .notFound(.assignment, name: "99"), .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
    #expect(refusal(file(minutes: "BA-1", duties: "\n")) == [.textMissing(field: .duties)])
    #expect(
      refusal(file(minutes: String(repeating: "x", count: 201)))
        == [.textTooLong(field: .minutes, length: 201, limit: 200)])
  }
}
