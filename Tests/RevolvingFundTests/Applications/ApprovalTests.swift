import RevolvingFund
import Testing

struct ApprovalTests {
  let books: Books
  let application: ApplicationID

  init() throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    application = try books.apply(ksm, each: 500_000, on: "2016-01-10")
    try books.inspect(application, on: "2016-01-12")
    self.books = books
  }

  private func command(
    _ verdict: Verdict = .approve, note: String = "", on day: Day = "2016-01-15"
  ) -> SignApproval {
    SignApproval(application: application, verdict: verdict, note: note, day: day)
  }

  private func signedOnce() throws -> Books {
    var books = books
    try books.sign(application, by: Village.manager, on: "2016-01-14")
    return books
  }

  @Test func `the manager signs, then the coordinator, and the loan is approved`() throws {
    var books = try signedOnce()
    #expect(books.facts.applications[application]?.state == .inDecision)
    #expect(books.facts.applications[application]?.nextStep == .bkmCoordinator)
    try books.sign(application, by: Village.coordinator, on: "2016-01-15")
    let found = try #require(books.facts.applications[application])
    #expect(found.state == .approved)
    #expect(found.approvals.map(\.signer) == [Village.manager, Village.coordinator])
    #expect(found.decidedOn == "2016-01-15")
    #expect(
      books.refusal(command(), by: Village.manager) == [
        .wrongApplicationState(.approved, required: [.recommended, .inDecision])
      ])
  }

  @Test func `either may reject, with a reason`() throws {
    #expect(
      books.refusal(command(.reject), by: Village.manager) == [.textMissing(field: .note)])
    #expect(
      books.refusal(
        command(.reject, note: String(repeating: "n", count: 2001)), by: Village.manager)
        == [.textTooLong(field: .note, length: 2001, limit: 2000)])
    var books = try signedOnce()
    try books.sign(application, by: Village.coordinator, on: "2016-01-15", .reject)
    #expect(books.facts.applications[application]?.state == .rejected)
    #expect(books.facts.applications[application]?.nextStep == nil)
  }

  @Test func `steps are signed in order, each by who holds its role on the day`() throws {
    #expect(
      books.refusal(command(), by: Village.coordinator) == [
        .stepOutOfOrder(step: .bkmCoordinator, expected: .upkManager)
      ])
    #expect(
      books.refusal(command(), by: Village.cashier) == [
        .roleMissing(.manager, on: "2016-01-15")
      ])
    #expect(
      try signedOnce().refusal(command(), by: Village.cashier) == [
        .roleMissing(.bkmCoordinator, on: "2016-01-15")
      ])
  }

  @Test func `one person does not sign twice, whatever roles and tokens they hold`() throws {
    var books = try signedOnce()
    try books.run(
      AssignRole(
        person: Village.manager, role: .bkmCoordinator, scope: .upk(upk), from: "2016-01-01",
        until: nil, day: "2016-01-01"), by: Village.officer)
    #expect(
      books.refusal(command(), by: Village.manager) == [.sameSigner(step: .upkManager)])
    let otherToken = Caller(
      principal: PrincipalID(99), person: Village.manager, today: books.today)
    #expect(throws: Refusal(.sameSigner(step: .upkManager))) {
      try command().decide(books.facts(for: command()), for: otherToken)
    }
  }

  @Test func `who inspected does not decide`() throws {
    var books = books
    try books.run(
      AssignRole(
        person: Village.officer, role: .manager, scope: .upk(upk), from: "2016-01-01", until: nil,
        minutes: "BA-3", duties: "SK-3", day: "2016-01-01"), by: Village.officer)
    #expect(books.refusal(command(), by: Village.officer) == [.inspectorMayNotDecide])
    #expect(
      books.refusal(command(.reject, note: "no"), by: Village.officer)
        == [.inspectorMayNotDecide])
  }

  @Test func `a signature comes after the step before it and not after today`() throws {
    #expect(
      books.refusal(command(on: "2016-01-11"), by: Village.manager) == [
        .dayBefore("2016-01-11", earliest: "2016-01-12", milestone: .inspected)
      ])
    #expect(
      try signedOnce().refusal(command(on: "2016-01-13"), by: Village.coordinator) == [
        .dayBefore("2016-01-13", earliest: "2016-01-14", milestone: .signed)
      ])
    #expect(
      books.refusal(command(on: "2021-01-01"), by: Village.manager) == [
        .dayInFuture("2021-01-01", today: "2020-12-31")
      ])
    let unknown = SignApproval(
      application: ApplicationID(upk, 9), verdict: .approve, note: "", day: "2016-01-15")
    #expect(
      books.refusal(unknown, by: Village.manager) == [.notFound(.application, name: "9")])
  }

  @Test func `the last signature judges the policy of its day`() throws {
    var books = try signedOnce()
    books.facts.policies[upk] = []
    #expect(
      books.refusal(command(), by: Village.coordinator) == [
        .noPolicyInForce(on: "2016-01-15"), .noHeadings, .nobodyAcquainted,
      ])
    books.facts.policies[upk] = [
      Village.policy(first: 499_999, terms: 4...6), Village.policy(from: "2016-01-16"),
    ]
    #expect(
      books.refusal(command(), by: Village.coordinator)
        == (1...5).map {
          .shareAboveCeiling(member: $0, amount: 500_000, ceiling: 499_999)
        })
    books.facts.policies[upk] = [Village.policy(terms: 5...6)]
    #expect(
      books.refusal(command(), by: Village.coordinator) == [
        .termOutOfPolicy(months: 4, shortest: 5, longest: 6)
      ])
    // Rounded up to 1,000, four installments of a share of 10 would be 4,000.
    books.facts.policies[upk] = [Village.policy(unit: 1000)]
    books.facts.applications[application]?.inspection = Inspection(
      round: 1, inspector: Village.officer, witness: Village.witness, on: "2016-01-12",
      recommended: [Share(member: 1, amount: 10)], appraisals: [],
      steps: ApprovalChain.standard(of: upk).steps, note: "")
    #expect(
      books.refusal(command(), by: Village.coordinator) == [
        .scheduleNotPossible(share: 10, months: 4, roundUnit: 1000), .signatureVoid(steps: [1]),
      ])
  }

  @Test func `the last signature judges the group and its members`() throws {
    var books = try signedOnce()
    try books.run(
      EndMembership(ksm: KSMID(upk, 1), member: 1, day: "2016-01-15"), by: Village.officer)
    #expect(
      books.refusal(command(), by: Village.coordinator) == [
        .ksmTooSmall(members: 4, required: 5), .memberNotActive(member: 1, on: "2016-01-15"),
      ])
    #expect(books.refusal(command(.reject, note: "no"), by: Village.coordinator) == [])
  }
}
