import RevolvingFund
import Testing

struct BindingTests {
  let books: Books
  let application: ApplicationID

  init() throws {
    var books = try Village.books()
    application = try books.apply(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    try books.inspect(application, on: "2016-01-12")
    self.books = books
  }

  private func signature(on day: Day) -> SignApproval {
    SignApproval(application: application, verdict: .approve, note: "", day: day)
  }

  @Test func `a signature binds to terms, borrowers, shares and schedule`() throws {
    var books = books
    try books.sign(application, by: Village.manager, on: "2016-01-13")
    let found = try #require(books.facts.applications[application])
    let bound = try #require(found.approvals.first?.bound)
    #expect(bound == books.facts.binding(of: found, on: "2016-01-13"))
    for part in [
      "rate_millionths=15000\n", "share.3=500000\n", "installment.4=625000+37500\n",
      "step.2=bkmCoordinator/1\n",
    ] {
      #expect(bound.contains(part))
    }
    let group = try #require(books.facts.ksms[KSMID(upk, 1)])
    var members = group.members.reduce(into: [:]) { $0[$1.number] = $1.person }
    members[2] = PersonID(99)
    let terms = Village.policy.terms(months: 4)
    #expect(found.binding(terms: terms, members: members) != bound)
    #expect(
      found.binding(terms: Village.policy(rate: 15_001).terms(months: 4), members: members)
        != found.binding(terms: terms, members: members))
  }

  @Test func `a policy that changes between two signatures voids the first`() throws {
    var books = books
    try books.sign(application, by: Village.manager, on: "2016-01-13")
    try books.run(
      SetPolicy(policy: Village.policy(from: "2016-01-14", rate: 10_000), day: "2016-01-13"),
      by: Village.coordinator)
    #expect(
      books.refusal(signature(on: "2016-01-14"), by: Village.coordinator)
        .contains(.signatureVoid(steps: [1])))
    // A change that touches nothing that was signed leaves it alone.
    books.facts.policies[upk] = [
      Village.policy, Village.policy(from: "2016-01-14", later: 4_000_000),
    ]
    #expect(books.refusal(signature(on: "2016-01-14"), by: Village.coordinator) == [])
  }

  @Test func `what is returned is inspected again, and everybody signs anew`() throws {
    var books = books
    try books.sign(application, by: Village.manager, on: "2016-01-13")
    let doubt = SignApproval(
      application: application, verdict: .sendBack, note: "", day: "2016-01-14")
    #expect(books.refusal(doubt, by: Village.coordinator) == [.textMissing(field: .note)])
    #expect(
      books.refusal(doubt, by: Village.cashier) == [
        .textMissing(field: .note), .roleMissing(.bkmCoordinator, on: "2016-01-14"),
      ])
    try books.sign(application, by: Village.coordinator, on: "2016-01-14", .sendBack)
    var found = try #require(books.facts.applications[application])
    #expect(found.state == .inInspection && found.nextStep == nil)
    #expect(found.returned.map(\.note) == ["too much"])
    #expect(
      found.stage(on: "2016-01-15", chain: .standard(of: upk))?.since == "2016-01-14")
    try books.inspect(application, recommending: 4, on: "2016-01-16")
    found = try #require(books.facts.applications[application])
    #expect(found.inspection?.round == 2 && found.approvals == [])
    #expect(found.nextStep == .upkManager && found.recommended.count == 4)
    try books.sign(application, by: Village.manager, on: "2016-01-17")
    try books.sign(application, by: Village.coordinator, on: "2016-01-17")
    #expect(books.facts.applications[application]?.state == .approved)
  }

  @Test func `what was not recommended is rejected or returned, never approved`() throws {
    var books = try Village.books()
    let id = try books.apply(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    try books.inspect(id, recommending: 0, on: "2016-01-12")
    let approval = SignApproval(
      application: id, verdict: .approve, note: "", day: "2016-01-13")
    #expect(
      books.refusal(approval, by: Village.manager) == [
        .wrongApplicationState(.notRecommended, required: [.recommended, .inDecision])
      ])
    try books.sign(id, by: Village.manager, on: "2016-01-13", .reject)
    #expect(books.facts.applications[id]?.state == .rejected)
  }
}
