import RevolvingFund
import Testing

/// The assessment of bookkeeping (rules.md 3.8; ruling 23).
struct AssessmentTests {
  private static let months: [Month] = ["2017-10", "2017-11", "2017-12"]
  private let day: Day = "2018-01-06"

  private func record(
    _ books: Books, budget: Bool = true, scheme: ReserveScheme = .none, lag: Int = 0,
    savings: Rupiah = .zero, papers: AssessmentRecord.Papers = AssessmentTests.papers
  ) -> AssessmentRecord {
    let last: Day = "2017-12-31"
    return AssessmentRecord(
      budgets: budget
        ? [
          Budget(
            upk: upk, number: 3, year: 2017, lines: [], proposedOn: "2017-01-02",
            proposedBy: Village.manager,
            approval: Budget.Approval(on: "2017-01-03", by: Village.coordinator, minutes: "BA"))
        ] : [],
      periods: books.periods, trial: books.trial(asOf: last),
      portfolio: Portfolio(
        (books.facts.portfolios[upk] ?? .empty).loans.positions(asOf: last)),
      groupSavings: savings, scheme: scheme, cashBookLag: lag, papers: papers)
  }

  private static let papers = AssessmentRecord.Papers(
    cashCounts: months.map { AssessmentRecord.CountedCash(on: $0.last, counted: 5, ledger: 5) },
    reconciliations: months.map {
      AssessmentRecord.ReconciledAccount(account: .bank, month: $0, isReconciled: true)
    }, boardReports: Set(months), noticeSheets: Set(months), inspections: ["2017-11-20"])

  private func failing(_ record: AssessmentRecord) -> [AssessmentItem] {
    BookkeepingAssessment(record, asOf: day).results.filter { !$0.passed }.map(\.item)
  }

  @Test func `Mentari fails one item, that no reserve was formed, and so is not adequate`() throws {
    let assessment = BookkeepingAssessment(record(try Mentari.books()), asOf: day)
    #expect(assessment.months == AssessmentTests.months)
    #expect(assessment.results.map(\.item) == AssessmentItem.allCases)
    #expect(assessment.results.filter { !$0.passed }.map(\.item) == [.reserveFormed])
    #expect(assessment.passed == 9 && !assessment.isAdequate)
    let reserve = try #require(assessment.results.first { $0.item == .reserveFormed })
    #expect(
      reserve.evidence == [
        AssessmentEvidence("scheme", "pnpmUrban"), AssessmentEvidence("required", "12406700"),
        AssessmentEvidence("formed", "0"),
      ])
  }

  @Test func `each item fails by itself`() throws {
    var books = try Village.books()
    try books.close(through: "2017-12")
    let papers = AssessmentTests.papers
    func without(
      counts: [AssessmentRecord.CountedCash]? = nil,
      reconciled: [AssessmentRecord.ReconciledAccount]? = nil, reports: Set<Month>? = nil,
      notices: Set<Month>? = nil, inspections: [Day]? = nil
    ) -> [AssessmentItem] {
      failing(
        record(
          books,
          papers: AssessmentRecord.Papers(
            cashCounts: counts ?? papers.cashCounts,
            reconciliations: reconciled ?? papers.reconciliations,
            boardReports: reports ?? papers.boardReports,
            noticeSheets: notices ?? papers.noticeSheets,
            inspections: inspections ?? papers.inspections)))
    }
    #expect(failing(record(books)) == [])
    #expect(failing(record(books, budget: false)) == [.budgetApproved])
    #expect(failing(record(books, lag: 5)) == [])
    #expect(failing(record(books, lag: 6)) == [.cashBook])
    #expect(failing(record(books, savings: 1)) == [.ledgersAgree])
    #expect(without(counts: Array(papers.cashCounts.dropLast())) == [.cashCount])
    let short = AssessmentRecord.CountedCash(on: "2017-12-31", counted: 4, ledger: 5)
    #expect(without(counts: papers.cashCounts.dropLast() + [short]) == [.cashCount])
    #expect(
      without(counts: papers.cashCounts.dropLast() + [short] + papers.cashCounts.suffix(1)) == [])
    #expect(without(counts: papers.cashCounts + [short]) == [.cashCount])
    #expect(without(reconciled: Array(papers.reconciliations.dropFirst())) == [.bankReconciled])
    #expect(without(reports: []) == [.boardReport])
    #expect(without(notices: ["2017-10"]) == [.noticeSheet])
    #expect(without(inspections: ["2017-09-30", "2018-01-01"]) == [.supervision])
  }

  @Test func `a month closed on the 6th was late, one opened and closed again was not`() throws {
    var late = try Village.books()
    try late.close(through: "2017-11")
    try late.run(
      ClosePeriod(upk: upk, month: "2017-12", day: "2018-01-06"), by: Village.bookkeeper)
    #expect(failing(record(late)) == [.closedInTime])
    var again = try Village.books()
    try again.close(through: "2017-12")
    try again.run(
      RequestReopening(upk: upk, month: "2017-12", reason: "r", day: "2018-01-05"),
      by: Village.bookkeeper)
    try again.run(
      ConfirmReopening(upk: upk, month: "2017-12", day: "2018-01-05"), by: Village.manager)
    try again.run(
      ClosePeriod(upk: upk, month: "2017-12", day: "2018-01-06"), by: Village.bookkeeper)
    #expect(failing(record(again)) == [])
  }

  @Test func `eight of ten are enough, but not without a budget or an item about money`() throws {
    var books = try Village.books()
    try books.close(through: "2017-12")
    func isAdequate(_ record: AssessmentRecord) -> Bool {
      BookkeepingAssessment(record, asOf: day).isAdequate
    }
    let papers = AssessmentTests.papers
    func posted(_ reports: Set<Month>, _ notices: Set<Month>, _ inspections: [Day])
      -> AssessmentRecord.Papers
    {
      AssessmentRecord.Papers(
        cashCounts: papers.cashCounts, reconciliations: papers.reconciliations,
        boardReports: reports, noticeSheets: notices, inspections: inspections)
    }
    #expect(isAdequate(record(books, papers: posted([], [], papers.inspections))))
    #expect(!isAdequate(record(books, papers: posted([], [], []))))
    #expect(!isAdequate(record(books, budget: false)))
    #expect(!isAdequate(record(books, lag: 9)))
    #expect(!isAdequate(record(books, papers: .none)))
  }
}
