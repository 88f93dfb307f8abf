import RevolvingFund
import Testing

struct ConfirmationTests {
  let books: Books
  let loan: LoanID
  let supervisor = Village.supervisors[0]

  /// Five members owe 500,000 each with four installments; one has been paid by all.
  init() throws {
    var books = try Village.books()
    loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-31")
    try books.repay(
      loan, books.facts.loans[loan]?.schedule.installments[0].total ?? 0, on: "2016-02-29")
    self.books = books
  }

  private func stated(
    _ member: Int64, _ amount: Rupiah, evidence: String = "", loan number: Int64? = nil
  ) -> ConfirmBalances.Statement {
    ConfirmBalances.Statement(
      loan: number ?? loan.number, member: member, stated: amount, evidence: evidence)
  }

  private func confirmation(
    _ statements: [ConfirmBalances.Statement], scope: ConfirmationScope = .sample,
    asOf: Day = "2016-03-15", on day: Day = "2016-03-20"
  ) -> ConfirmBalances {
    ConfirmBalances(upk: upk, asOf: asOf, scope: scope, statements: statements, day: day)
  }

  /// What the books say of each member on a day.
  private func books(asOf day: Day) throws -> [Rupiah] {
    JointLiability(
      try #require(books.facts.loans[loan]), repayments: books.facts.repayments[loan] ?? [],
      settlements: [], writeOff: nil, asOf: day
    ).members.map(\.open)
  }

  @Test func `what is stated stands beside the books of the day asked about`() throws {
    var books = books
    let now = try self.books(asOf: "2016-03-15")
    let before = try self.books(asOf: "2016-02-28")
    #expect(now[0] < before[0])
    let effects = try books.run(
      confirmation([
        stated(1, now[0]), stated(2, now[1] - 100_000),
        stated(3, now[2] - 100_000, evidence: "KW-2016-7"),
      ]), by: supervisor)
    #expect(effects.subject == .confirmation(upk, number: 1))
    #expect(
      ConfirmationResult.allCases.map { effects.outcome[$0.rawValue] } == ["1", "1", "1"])
    guard case .accountability(.confirmation(let kept))? = effects.changes.first else {
      Issue.record("a confirmation is kept")
      return
    }
    #expect(kept.lines.map(\.books) == Array(now.prefix(3)))
    #expect(kept.lines.map(\.difference) == [0, -100_000, -100_000])
    #expect(kept.nextDue == "2016-09-15")
    // What a paper proves is a finding, to be answered like any other.
    #expect(kept.findings.map(\.source) == [.confirmation(1)])
    try books.run(
      AnswerFinding(
        finding: FindingID(upk, 1), text: "Moved to 11060", evidence: "PB-2016-3",
        day: "2016-03-25"), by: Village.bookkeeper)

    let earlier = try books.run(
      confirmation([stated(1, before[0])], asOf: "2016-02-28"), by: supervisor)
    #expect(earlier.outcome["agreed"] == "1")
  }

  @Test func `whoever asks everybody leaves nobody out`() throws {
    let open = try books(asOf: "2016-03-15")
    let all = open.enumerated().map { stated(Int64($0 + 1), $1) }
    #expect(books.refusal(confirmation(all, scope: .all), by: supervisor).isEmpty)
    #expect(
      books.refusal(confirmation(Array(all.prefix(3)), scope: .all), by: supervisor)
        == [.confirmationIncomplete(missing: 2)])
  }

  @Test func `bad confirmations are refused`() throws {
    func refusal(_ command: ConfirmBalances, by person: PersonID? = nil) -> [Rejection] {
      books.refusal(command, by: person ?? supervisor)
    }
    #expect(
      refusal(confirmation([stated(1, 0)]), by: Village.manager)
        == [.roleMissing(.supervisor, on: "2016-03-20")])
    #expect(refusal(confirmation([])) == [.confirmationEmpty])
    #expect(
      refusal(confirmation([stated(1, 0), stated(1, 1)]))
        == [.statementRepeated(loan: loan.number, member: 1)])
    #expect(
      refusal(confirmation([stated(1, -1)])) == [.amountNotPositive(field: .line(1), -1)])
    #expect(
      refusal(confirmation([stated(1, 0, loan: 99)])) == [.notFound(.loan, name: "99")])
    #expect(
      refusal(confirmation([stated(9, 0)]))
        == [.notFound(.member, name: "\(loan.number)/9")])
    #expect(
      refusal(confirmation([stated(1, 0)], asOf: "2016-03-21")) == [
        .dayBefore("2016-03-20", earliest: "2016-03-21", milestone: .askedAbout)
      ])
    // A loan of later has no balance to confirm.
    #expect(
      refusal(confirmation([stated(1, 0)], asOf: "2016-01-30"))
        == [.notFound(.member, name: "\(loan.number)/1")])
  }
}
