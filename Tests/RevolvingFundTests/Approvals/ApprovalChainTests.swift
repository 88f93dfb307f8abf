import RevolvingFund
import Testing

struct ApprovalChainTests {
  private func step(
    _ role: Role, quorum: Int = 1, days: Int = 3, from amount: Rupiah = .zero, par: Int = 0
  ) -> ChainStep {
    ChainStep(
      number: 0, role: role, quorum: quorum, deadlineDays: days, fromAmount: amount,
      fromPARThousandths: par)
  }

  private func chain(
    _ steps: [ChainStep], from day: Day = "2016-01-01", inspection: Int = 7,
    disbursement: Int = 7, minutes: String = "BA-07"
  ) -> ApprovalChain {
    ApprovalChain(
      upk: upk, version: 0, validFrom: day,
      steps: steps.enumerated().map { index, step in
        ChainStep(
          number: index + 1, role: step.role, quorum: step.quorum,
          deadlineDays: step.deadlineDays, fromAmount: step.fromAmount,
          fromPARThousandths: step.fromPARThousandths)
      }, inspectionDays: inspection, disbursementDays: disbursement, minutes: minutes)
  }

  private func refusal(_ chain: ApprovalChain) throws -> [Rejection] {
    try Village.books().refusal(
      SetApprovalChain(chain: chain, day: "2015-12-01"), by: Village.coordinator)
  }

  @Test func `a chain keeps manager and coordinator, and lets only deciders decide`() throws {
    #expect(try refusal(chain([step(.manager), step(.bkmCoordinator)])) == [])
    #expect(
      try refusal(chain([step(.cashier), step(.manager, from: 1), step(.bkmCoordinator, par: 1)]))
        == [
          .chainRoleNotAllowed(.cashier, step: 1), .chainWithoutRole(.manager),
          .chainWithoutRole(.bkmCoordinator),
        ])
    #expect(
      try refusal(chain([step(.manager)])) == [
        .chainOutOfBounds(field: .steps, value: 1, least: 2, most: 6),
        .chainWithoutRole(.bkmCoordinator),
      ])
    #expect(
      try refusal(
        chain(
          [
            step(.manager, quorum: 0, days: 31), step(.bkmCoordinator),
            step(.bkmMember, from: -1, par: 1001),
          ], inspection: 0, disbursement: 61, minutes: "")) == [
          .textMissing(field: .minutes),
          .chainOutOfBounds(field: .quorum, value: 0, least: 1, most: 5),
          .chainOutOfBounds(field: .deadlineDays, value: 31, least: 1, most: 30),
          .chainOutOfBounds(
            field: .fromAmount, value: -1, least: 0, most: Rupiah.limit.amount),
          .chainOutOfBounds(field: .fromPARThousandths, value: 1001, least: 0, most: 1000),
          .chainOutOfBounds(field: .inspectionDays, value: 0, least: 1, most: 60),
          .chainOutOfBounds(field: .disbursementDays, value: 61, least: 1, most: 60),
        ])
  }

  @Test func `a later chain begins after what was booked`() throws {
    var books = try Village.books()
    let steps = [step(.manager), step(.bkmCoordinator)]
    try books.run(SetApprovalChain(chain: chain(steps), day: "2015-12-01"), by: Village.manager)
    let again = SetApprovalChain(chain: chain(steps), day: "2015-12-01")
    #expect(
      books.refusal(again, by: Village.manager) == [
        .dayBefore("2016-01-01", earliest: "2016-01-02", milestone: .chainBegan)
      ])
    #expect(books.facts.chain(of: upk, on: "2015-12-31").version == 0)
    #expect(books.facts.chain(of: upk, on: "2016-01-01").version == 1)
  }

  @Test(arguments: [
    (999_999, Ratio(0, 1), [1, 4]), (1_000_000, Ratio(0, 1), [1, 2, 4]),
    (5, Ratio(99, 1000), [1, 4]), (5, Ratio(100, 1000), [1, 3, 4]),
    (1_000_000, Ratio(1, 1), [1, 2, 3, 4]), (5, Ratio(0, 0), [1, 4]),
  ])
  func `a step is needed from an amount on, or from a PAR on`(
    amount: Int, par: Ratio, needed: [Int]
  ) {
    let chain = chain([
      step(.manager), step(.bkmMember, from: 1_000_000), step(.bkmMember, par: 100),
      step(.bkmCoordinator),
    ])
    #expect(chain.steps(for: Rupiah(Int64(amount)), par: par).map(\.number) == needed)
  }

  @Test func `a quorum is of different persons, and the coordinator waits for it`() throws {
    var books = try Village.books()
    let other = try books.addPerson(.female)
    try books.run(
      AssignRole(
        person: other, role: .bkmMember, scope: .upk(upk), from: Village.founded, until: nil,
        minutes: "BA-9", duties: "SK-9", day: Village.founded), by: Village.officer)
    try books.run(
      SetApprovalChain(
        chain: chain([
          step(.manager), step(.bkmMember, quorum: 2, from: 2_000_000), step(.bkmCoordinator),
        ]), day: "2015-12-01"), by: Village.coordinator)
    let id = try books.apply(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    try books.inspect(id, on: "2016-01-11")
    try books.sign(id, by: Village.manager, on: "2016-01-12")
    let signature = SignApproval(
      application: id, verdict: .approve, note: "", day: "2016-01-12")
    let members = ApprovalStep(number: 2, role: .bkmMember)
    #expect(books.facts.applications[id]?.nextStep == members)
    #expect(
      books.refusal(signature, by: Village.coordinator) == [
        .stepOutOfOrder(
          step: ApprovalStep(number: 3, role: .bkmCoordinator), expected: members)
      ])
    try books.sign(id, by: Village.witness, on: "2016-01-12")
    #expect(books.refusal(signature, by: Village.witness) == [.sameSigner(step: members)])
    #expect(books.facts.applications[id]?.nextStep == members)
    try books.sign(id, by: other, on: "2016-01-12")
    try books.sign(id, by: Village.coordinator, on: "2016-01-12")
    #expect(books.facts.applications[id]?.state == .approved)
    #expect(books.facts.applications[id]?.approvals.map(\.step.number) == [1, 2, 2, 3])
  }

  @Test func `an application keeps the steps of its inspection`() throws {
    var books = try Village.books()
    let id = try books.apply(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    try books.inspect(id, on: "2016-01-11")
    try books.run(
      SetApprovalChain(
        chain: chain(
          [step(.manager), step(.bkmMember), step(.bkmCoordinator)], from: "2016-01-12"),
        day: "2016-01-11"), by: Village.coordinator)
    try books.sign(id, by: Village.manager, on: "2016-01-12")
    try books.sign(id, by: Village.coordinator, on: "2016-01-12")
    #expect(books.facts.applications[id]?.state == .approved)
  }
}
