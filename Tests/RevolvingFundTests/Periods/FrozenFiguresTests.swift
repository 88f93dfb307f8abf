import RevolvingFund
import Testing

/// What a close froze is what the books say of that day at any later time.
struct FrozenFiguresTests {
  @Test func `figures of random lives, frozen month by month, are found again later`() throws {
    var random = SeededGenerator.announced()
    let expected: Set<AuthorityCategory> = [.notRated, .satisfactory, .suspended]
    var seen: Set<AuthorityCategory> = []
    var lives = 0
    // Six lives tell little of a rule that none of them met: more are lived until each was.
    while lives < 6 || (lives < 60 && !seen.isSuperset(of: expected)) {
      lives += 1
      let books = try life(&random)
      let book = try #require(books.facts.portfolios[upk])
      #expect(books.periods.count == 30)
      for period in books.periods {
        let day = period.month.last
        let sheet = IndicatorSheet(
          asOf: day, portfolio: Portfolio(book.loans.positions(asOf: day)).sums,
          trial: books.trial(asOf: day), operatingSince: "2010-01")
        #expect(period.indicators == sheet.all)
        #expect(period.gate == book.gate(on: day))
        #expect((period.gate.category == .suspended) == (period.suspendedSince != nil))
        seen.insert(period.category)
      }
    }
    #expect(seen.isSuperset(of: expected))
  }

  /// Two years and a half of loans, repayments and vouchers on rising days, closed on the way.
  private func life(_ random: inout SeededGenerator) throws -> Books {
    var books = try Village.books()
    let groups = try (1...6).map { number in try books.addGroup("G\(number)") }
    var month: Month = "2015-07"
    while month <= "2017-11" {
      for day in (1...4).map({ month.first.addingDays($0 * 6) }) {
        try act(&books, groups, on: day, &random)
      }
      try books.close(through: month)
      month = month.adding(1)
    }
    return books
  }

  /// One deed; what the rules refuse is left undone.
  private func act(
    _ books: inout Books, _ groups: [KSMID], on day: Day, _ random: inout SeededGenerator
  ) throws {
    let open = books.facts.loans.values.filter { $0.state == .active }
      .sorted { $0.id.number < $1.id.number }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      guard let ksm = groups.randomElement(using: &random) else { return }
      let each = Rupiah(.random(in: 1...10, using: &random) * 50_000)
      let months = Int.random(in: 3...6, using: &random)
      var attempt = books
      do {
        try attempt.lend(ksm, each: each, months: months, on: day)
        books = attempt
      } catch {
        #expect(!error.rejections.isEmpty)
      }
    case 1:
      let interest = PostJournal.Line(
        number: 1, day: day, description: "bank", debit: .bank, credit: .otherIncome,
        amount: Rupiah(.random(in: 1...9_999, using: &random)), reference: nil)
      try books.run(PostJournal(upk: upk, lines: [interest]), by: Village.bookkeeper)
    default:
      guard let loan = open.randomElement(using: &random) else { return }
      let debt = loan.schedule.settlement(
        after: loan.paid, on: day, rule: loan.terms.earlySettlement)
      let amount = Rupiah(.random(in: 1...debt.amount, using: &random))
      try books.repay(loan.id, Bool.random(using: &random) ? debt : amount, on: day)
    }
  }
}
