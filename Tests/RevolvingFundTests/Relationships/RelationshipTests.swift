import RevolvingFund
import Testing

struct RelationshipTests {
  let books: Books
  let ksm = KSMID(upk, 1)

  init() throws {
    var books = try Village.books()
    _ = try books.addGroup("A")
    self.books = books
  }

  private func declaration(
    of person: PersonID, _ kind: RelationshipKind = .family, on day: Day = "2016-01-09"
  ) -> DeclareRelationship {
    DeclareRelationship(ksm: ksm, person: person, relationship: kind, note: "sister", day: day)
  }

  private func declared(_ person: PersonID) throws -> (Books, Rejection) {
    var books = books
    try books.run(declaration(of: person), by: Village.officer)
    return (books, .recusalRequired(.family, person: person.value, ksm: 1))
  }

  @Test func `who is close to a group neither inspects nor witnesses a visit to it`() throws {
    for person in [Village.officer, Village.witness] {
      var (books, recusal) = try declared(person)
      let id = try books.apply(ksm, each: 500_000, on: "2016-01-10")
      let inspection = RecordInspection(
        application: id, witness: Village.witness, recommended: [], appraisals: [], note: "",
        day: "2016-01-10")
      #expect(books.refusal(inspection, by: Village.officer) == [recusal])
    }
  }

  @Test func `a relationship that ended keeps from what is dated before, and may begin anew`()
    throws
  {
    var (books, recusal) = try declared(Village.officer)
    let id = try books.apply(ksm, each: 500_000, on: "2016-01-10")
    func ending(on day: Day, _ reason: String = "moved") -> EndRelationship {
      EndRelationship(ksm: ksm, number: 1, reason: reason, day: day)
    }
    func inspection(on day: Day) -> RecordInspection {
      RecordInspection(
        application: id, witness: Village.witness, recommended: [], appraisals: [], note: "",
        day: day)
    }
    #expect(
      books.refusal(ending(on: "2016-01-08", ""), by: Village.officer) == [
        .textMissing(field: .reason),
        .dayBefore("2016-01-08", earliest: "2016-01-09", milestone: .relationshipDeclared),
        recusal,
      ])
    #expect(
      books.refusal(
        EndRelationship(ksm: ksm, number: 2, reason: "r", day: "2016-01-12"), by: Village.manager)
        == [.notFound(.relationship, name: "2")])
    try books.run(ending(on: "2016-01-12"), by: Village.manager)
    #expect(books.refusal(inspection(on: "2016-01-11"), by: Village.officer) == [recusal])
    #expect(!books.refusal(inspection(on: "2016-01-12"), by: Village.officer).contains(recusal))
    #expect(
      books.refusal(ending(on: "2016-01-13"), by: Village.manager)
        == [.notFound(.relationship, name: "1")])
    let kept = try #require(books.facts.relationships[ksm]?.first)
    #expect(kept.end == RelationshipEnd(on: "2016-01-12", by: Village.manager, reason: "moved"))
    try books.run(declaration(of: Village.officer, on: "2016-01-14"), by: Village.manager)
    #expect(books.refusal(inspection(on: "2016-01-14"), by: Village.officer).contains(recusal))
  }

  @Test func `who is close to a group neither decides nor pays out for it`() throws {
    var (books, recusal) = try declared(Village.manager)
    let id = try books.apply(ksm, each: 500_000, on: "2016-01-10")
    try books.inspect(id, on: "2016-01-10")
    for verdict in Verdict.allCases {
      let signature = SignApproval(
        application: id, verdict: verdict, note: "kin", day: "2016-01-10")
      #expect(books.refusal(signature, by: Village.manager) == [recusal])
    }
    (books, recusal) = try declared(Village.cashier)
    let approved = try books.approve(ksm, each: 500_000, on: "2016-01-10")
    try books.contract(approved, on: "2016-01-10")
    let payOut = Village.payOut(approved, from: .bank, on: "2016-01-10")
    #expect(books.refusal(payOut, by: Village.cashier) == [recusal])
    (books, recusal) = try declared(Village.witness)
    let known = books.facts.relationships
    books.facts.relationships = [:]
    let witnessed = try books.approve(ksm, each: 500_000, on: "2016-01-10")
    try books.contract(witnessed, on: "2016-01-10")
    books.facts.relationships = known
    #expect(
      books.refusal(
        Village.payOut(witnessed, from: .bank, on: "2016-01-10"), by: Village.cashier)
        == [recusal])
  }

  @Test func `a relationship is declared once, of people and groups that there are`() throws {
    var books = books
    try books.run(declaration(of: Village.manager), by: Village.officer)
    #expect(
      books.refusal(declaration(of: Village.manager), by: Village.manager) == [
        .alreadyExists(.relationship, name: "1")
      ])
    #expect(
      books.refusal(declaration(of: Village.manager, .household), by: Village.manager) == [])
    #expect(
      books.refusal(declaration(of: PersonID(99)), by: Village.manager) == [
        .notFound(.person, name: "99")
      ])
    #expect(
      books.refusal(declaration(of: Village.cashier, on: "2021-01-01"), by: Village.manager) == [
        .dayInFuture("2021-01-01", today: "2020-12-31")
      ])
  }
}
