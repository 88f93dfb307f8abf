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
