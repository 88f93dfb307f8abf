import RevolvingFund
import Testing

struct InspectionTests {
  let books: Books
  let application: ApplicationID

  init() throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    application = try books.apply(ksm, each: 500_000, months: 12, on: "2016-01-10")
    self.books = books
  }

  private func command(
    _ recommended: [Share], witness: PersonID = Village.witness, note: String = "",
    on day: Day = "2016-01-12", application: ApplicationID? = nil
  ) -> RecordInspection {
    RecordInspection(
      application: application ?? self.application, witness: witness, recommended: recommended,
      appraisals: Village.appraisals(of: recommended), note: note, day: day)
  }

  private func refusal(_ command: RecordInspection) -> [Rejection] {
    books.refusal(command, by: Village.officer)
  }

  private let one = [Share(member: 1, amount: 500_000)]

  @Test func `what is recommended may be less than what was asked for, or nothing`() throws {
    var books = books
    let some = command([Share(member: 1, amount: 300_000), Share(member: 3, amount: 500_000)])
    let effects = try books.decide(some, by: Village.officer)
    #expect(effects.outcome["state"] == "recommended")
    #expect(effects.outcome["recommended"] == "800000")
    try books.run(command([]), by: Village.officer)
    let found = try #require(books.facts.applications[application])
    #expect(found.state == .notRecommended)
    #expect(found.inspection?.inspector == Village.officer)
    #expect(found.nextStep == .upkManager)
    #expect(
      books.refusal(command(one), by: Village.officer) == [
        .wrongApplicationState(.notRecommended, required: [.submitted, .inInspection])
      ])
  }

  @Test func `shares are positive, within the request, one a member, and can be repaid`() {
    #expect(
      refusal(command([Share(member: 1, amount: 0)]))
        == [.amountNotPositive(field: .share(member: 1), 0)])
    #expect(
      refusal(command([Share(member: 2, amount: 500_001), Share(member: 9, amount: 50)])) == [
        .shareAboveRequest(member: 2, amount: 500_001, requested: 500_000),
        .shareAboveRequest(member: 9, amount: 50, requested: 0),
      ])
    #expect(refusal(command(one + one)) == [.shareRepeated(member: 1)])
    #expect(
      refusal(command(one + [Share(member: 2, amount: 11)]))
        == [.scheduleNotPossible(share: 11, months: 12, roundUnit: 1)])
    let many = (1...20_000).map { Share(member: Int64($0), amount: .limit) }
    #expect(refusal(command(many)).allSatisfy { $0.code == .shareAboveRequest })
  }

  @Test func `the witness is another person, of the board on that day`() {
    #expect(refusal(command(one, witness: Village.coordinator)) == [])
    #expect(
      refusal(command(one, witness: Village.cashier)) == [
        .roleMissing(.bkmMember, on: "2016-01-12", person: Village.cashier.value)
      ])
    #expect(
      refusal(command(one, witness: Village.officer)) == [
        .roleMissing(.bkmMember, on: "2016-01-12", person: Village.officer.value),
        .witnessIsInspector,
      ])
    #expect(
      refusal(command(one, witness: PersonID(99))) == [
        .notFound(.person, name: "99"), .roleMissing(.bkmMember, on: "2016-01-12", person: 99),
      ])
    #expect(books.refusal(command(one), by: Village.witness) == [.witnessIsInspector])
  }

  @Test func `the visit lies between the application and today`() {
    #expect(
      refusal(command(one, on: "2016-01-09")) == [
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .applicationSubmitted)
      ])
    #expect(
      refusal(command(one, on: "2021-01-01")) == [
        .dayInFuture("2021-01-01", today: "2020-12-31")
      ])
    #expect(
      refusal(command(one, application: ApplicationID(upk, 9)))
        == [.notFound(.application, name: "9")])
    #expect(
      refusal(command(one, note: String(repeating: "n", count: 2001)))
        == [.textTooLong(field: .note, length: 2001, limit: 2000)])
  }
}
