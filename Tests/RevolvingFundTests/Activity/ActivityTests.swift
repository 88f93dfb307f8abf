import RevolvingFund
import Testing

struct ActivityTests {
  private func lending() throws -> (books: Books, loans: [LoanID]) {
    var books = try Village.books()
    let groups = try ["A", "B"].map { try books.addGroup($0) }
    let first = try books.lend(groups[0], each: 500_000, on: "2016-01-31")
    try books.close(through: "2016-02")
    let second = try books.lend(groups[1], each: 500_000, on: "2016-03-10")
    return (books, [first, second])
  }

  @Test func `a trend counts borrowers, and what of the balance is of class 5`() throws {
    let (books, loans) = try lending()
    let book = try #require(books.facts.portfolios[upk])
    let women = Set((1...3).map { LoanShareKey(loan: loans[0], member: $0) })
    func point(_ month: Month) -> TrendPoint {
      TrendPoint(region: "92.71.03.1004", month: month, books: [book], women: women)
    }
    #expect(point("2015-12").borrowers == 0 && point("2015-12").lossPercent == nil)
    #expect(point("2016-01").borrowers == 5 && point("2016-01").women == 3)
    #expect(point("2016-03").borrowers == 10 && point("2016-03").groups == 2)
    #expect(point("2016-03").outstanding == 5_000_000 && point("2016-03").loss == 0)
    let late = (1...24).map { point(Month(year: 2016, month: 1).adding($0)) }
    let classes = late.map { $0.loss == 0 ? 0 : $0.loss == 2_500_000 ? 1 : 2 }
    #expect(classes == classes.sorted() && classes.contains(1) && classes.last == 2)
    #expect(late.last?.lossPercent == "100.00")
  }

  @Test func `a case is idle since its last step, or since it opened`() throws {
    var (books, loans) = try lending()
    let book = try #require(books.facts.portfolios[upk])
    func neglected(_ days: Int, asOf day: Day) -> [Int64] {
      book.neglectedCases(books.facts.caseSteps, asOf: day, days: days).map(\.loan.number)
    }
    #expect(neglected(30, asOf: "2016-03-30").isEmpty)
    #expect(neglected(30, asOf: "2016-03-31") == [loans[0].number])
    #expect(neglected(0, asOf: "2016-04-12") == loans.map(\.number))
    try books.run(
      RecordCaseStep(
        loan: loans[0], action: .reminder, note: "Told", evidence: "", promise: nil,
        day: "2016-03-31"), by: Village.officer)
    #expect(neglected(30, asOf: "2016-04-29").isEmpty)
    #expect(neglected(30, asOf: "2016-04-30") == [loans[0].number])
    #expect(neglected(19, asOf: "2016-04-30") == loans.map(\.number))
  }
}
