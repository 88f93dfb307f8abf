import RevolvingFund
import Testing

/// Yearly budgets (rules.md 2.7; ruling 17).
struct BudgetTests {
  private let good = [
    Budget.Line(.serviceCharge, 1_000), Budget.Line(AccountCode(51010), 250),
    Budget.Line(.provision, 550),
  ]

  private func propose(_ lines: [Budget.Line], on day: Day = "2016-01-05") -> ProposeBudget {
    ProposeBudget(upk: upk, year: 2016, lines: lines, day: day)
  }

  private func approve(
    _ number: Int64 = 1, minutes: String = "BA-1", on day: Day = "2016-01-06"
  ) -> ApproveBudget {
    ApproveBudget(upk: upk, number: number, minutes: minutes, day: day)
  }

  private func spend(_ amount: Rupiah, on account: AccountCode = AccountCode(51010)) -> PostJournal
  {
    PostJournal(
      upk: upk,
      lines: [
        PostJournal.Line(
          number: 1, day: "2016-02-01", description: "interest", debit: .bank,
          credit: .otherIncome, amount: 1_000, reference: nil),
        PostJournal.Line(
          number: 2, day: "2016-02-02", description: "cost", debit: account, credit: .bank,
          amount: amount, reference: nil),
      ])
  }

  @Test func `the manager proposes and the board approves, at exactly both limits`() throws {
    var books = try Village.books()
    let proposed = try books.run(propose(good), by: Village.manager)
    #expect(proposed.subject == .budget(upk, number: 1))
    #expect(books.facts.budgets[upk]?.inForce(year: 2016, on: "2016-12-31") == nil)
    try books.run(approve(), by: Village.coordinator)
    let budget = try #require(books.facts.budgets[upk]?.inForce(year: 2016, on: "2016-01-06"))
    #expect(budget.income == 1_000 && budget.cost == 800 && budget.operating == 250)
    #expect(books.facts.budgets[upk]?.inForce(year: 2016, on: "2016-01-05") == nil)
    #expect(books.facts.budgets[upk]?.inForce(year: 2017, on: "2016-12-31") == nil)
  }

  @Test(
    arguments: [
      ([(41010, 1_000), (51010, 251)], [.operatingAboveLimit(operating: 251, income: 1_000)]),
      ([(41010, 1_000), (51080, 801)], [.coverageTooLow(income: 1_000, cost: 801)]),
      (
        [(51010, 1)],
        [.operatingAboveLimit(operating: 1, income: 0), .coverageTooLow(income: 0, cost: 1)]
      ), ([(41010, 1_000), (51060, 800)], [.operatingAboveLimit(operating: 800, income: 1_000)]),
      ([(41010, 1_000), (51090, 800)], []),
    ] as [([(Int32, Int64)], [Rejection])])
  func `a budget beyond a limit is proposed but not approved`(
    lines: [(Int32, Int64)], expected: [Rejection]
  ) throws {
    var books = try Village.books()
    try books.run(
      propose(lines.map { Budget.Line(AccountCode($0.0), Rupiah($0.1)) }), by: Village.manager)
    #expect(books.refusal(approve(), by: Village.coordinator) == expected)
  }

  @Test func `what stands in a budget is checked when it is proposed`() throws {
    let books = try Village.books()
    func refusal(_ lines: [Budget.Line], on day: Day = "2016-01-05") -> [Rejection] {
      books.refusal(propose(lines, on: day), by: Village.manager)
    }
    #expect(refusal([]) == [.budgetLinesMissing])
    #expect(refusal([good[0], good[0]]) == [.budgetAccountRepeated(.serviceCharge)])
    #expect(refusal([Budget.Line(.cash, 5)]) == [.accountNotForBudget(.cash)])
    #expect(
      refusal([Budget.Line(AccountCode(51999), 5)]) == [
        .accountNotForBudget(AccountCode(51999))
      ])
    #expect(
      refusal([Budget.Line(.serviceCharge, 0)]) == [
        .amountNotPositive(field: .line(1), 0)
      ])
    #expect(refusal(good, on: "2021-01-01") == [.dayInFuture("2021-01-01", today: "2020-12-31")])
  }

  @Test func `who proposed does not approve, and nothing is approved twice`() throws {
    var books = try Village.books()
    try books.run(propose(good), by: Village.manager)
    func refusal(_ command: ApproveBudget, by person: PersonID = Village.coordinator)
      -> [Rejection]
    { books.refusal(command, by: person) }
    #expect(refusal(approve(), by: Village.manager) == [.proposerMayNotDecide])
    #expect(refusal(approve(9)) == [.notFound(.budget, name: "9")])
    #expect(
      refusal(approve(minutes: "", on: "2016-01-04")) == [
        .textMissing(field: .minutes),
        .dayBefore("2016-01-04", earliest: "2016-01-05", milestone: .budgetProposed),
      ])
    try books.run(approve(), by: Village.coordinator)
    #expect(refusal(approve()) == [.alreadyExists(.budgetApproval, name: "1")])
  }

  @Test func `a voucher beyond the budget is posted with a warning`() throws {
    var books = try Village.books()
    // Without a budget there is nothing to exceed; the 25 % rule warns all the same.
    let unplanned = try books.decide(spend(300), by: Village.bookkeeper)
    #expect(unplanned.outcome["over_budget"] == nil)
    #expect(unplanned.outcome["over_operating_limit"] == "2016")
    try books.run(propose(good), by: Village.manager)
    try books.run(approve(), by: Village.coordinator)
    let within = try books.decide(spend(250), by: Village.bookkeeper)
    #expect(within.outcome["over_budget"] == nil)
    #expect(within.outcome["over_operating_limit"] == nil)
    let beyond = try books.decide(spend(251), by: Village.bookkeeper)
    #expect(beyond.outcome["over_budget"] == "51010")
    #expect(beyond.outcome["over_operating_limit"] == "2016")
    // An account that the budget does not have is over it with the first rupiah.
    let other = try books.decide(spend(1, on: .bankTax), by: Village.bookkeeper)
    #expect(other.outcome["over_budget"] == "51090")
    #expect(other.outcome["over_operating_limit"] == nil)
  }

  @Test func `realisation stands beside what was budgeted`() throws {
    var books = try Village.books()
    try books.run(propose(good), by: Village.manager)
    try books.run(approve(), by: Village.coordinator)
    try books.run(spend(300), by: Village.bookkeeper)
    let budget = books.facts.budgets[upk]?.inForce(year: 2016, on: "2016-12-31")
    let realisation = BudgetRealisation(
      budget, trial: books.trial(asOf: "2016-12-31"), chart: ChartOfAccounts.standard.map(\.code))
    #expect(realisation.lines.map(\.account.number) == [41010, 41020, 51010, 51080])
    #expect(realisation.lines.map(\.budgeted) == [1_000, 0, 250, 550])
    #expect(realisation.lines.map(\.realised) == [0, 1_000, 300, 0])
    #expect(realisation.lines.map(\.isOver) == [false, false, true, false])
  }
}
