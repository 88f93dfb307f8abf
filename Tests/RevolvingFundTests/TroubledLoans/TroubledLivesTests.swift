import Testing

@testable import RevolvingFund

/// Random lives in which loans go bad, are put off, given up, recovered and waived.
struct TroubledLivesTests {
  @Test func `after every month the loans are what account 11030 says, each and all`() throws {
    var generator = SeededGenerator(seed: 20_161_121)
    var seen: Set<LoanState> = []
    for _ in 0..<4 {
      var books = try Village.books()
      let groups = try (1...5).map { number in try books.addGroup("G\(number)") }
      var month: Month = "2015-07"
      while month <= "2018-06" {
        for step in 1...4 {
          try act(&books, groups, on: month.first.addingDays(Int32(step * 6)), &generator)
        }
        try books.close(through: month)
        month = month.adding(1)
      }
      let book = try #require(books.facts.portfolios[upk])
      for period in books.periods {
        try check(books, book, on: period.month.last)
        seen.formUnion(book.loans.map { $0.state(asOf: period.month.last) })
      }
      #expect(books.facts.claimed == holders(books, book))
    }
    #expect(seen == Set(LoanState.allCases).subtracting([.cancelled]))
  }

  /// What is claimed by name: the members of loans that are open or still claimed.
  private func holders(_ books: Books, _ book: LoanBook) -> Set<PersonID> {
    let held = book.loans.filter { $0.loan.state == .active || $0.loan.state == .writtenOff }
    return held.reduce(into: []) { persons, history in
      let members = books.facts.ksms[history.loan.ksm]?.members ?? []
      persons.formUnion(
        members.filter { member in
          history.loan.shares.contains { $0.member == member.number }
        }.map(\.person))
    }
  }

  private func check(_ books: Books, _ book: LoanBook, on day: Day) throws {
    let positions = book.loans.positions(asOf: day)
    #expect(positions.total(\.outstanding) == books.trial(asOf: day).balance(.loans), "\(day)")
    let postings = books.vouchers.filter { $0.bookedOn <= day }.flatMap(\.postings)
    for position in positions {
      let number = position.loan.number
      let lent = postings.filter { $0.debit == .loans && $0.loan == number }.total(\.amount)
      let gone = postings.filter { $0.credit == .loans && ($0.fromLoan ?? $0.loan) == number }
        .total(\.amount)
      #expect(position.outstanding == lent - gone, "loan \(number) on \(day)")
      books.expectMembersOweWhatTheLoanDoes(position.loan, asOf: day, "loan \(number) on \(day)")
    }
    try books.expectReportsAgree(asOf: day)
    let quality = book.quality(asOf: day)
    #expect(quality.withWriteOffs == book.gate(on: day).ratio)
    let claims = book.loans.filter { $0.state(asOf: day) == .writtenOff }
    #expect(quality.claims.total == claims.total { $0.writeOff?.claim(asOf: day).total ?? .zero })
  }

  /// One deed; what the rules refuse is left undone.
  private func act(
    _ books: inout Books, _ groups: [KSMID], on day: Day, _ random: inout SeededGenerator
  ) throws {
    let loans = books.facts.loans.values.sorted { $0.id.number < $1.id.number }
    guard
      let loan = loans.filter({ [.active, .writtenOff].contains($0.state) })
        .randomElement(using: &random), Int.random(in: 0..<4, using: &random) > 0
    else { return lend(&books, to: groups.randomElement(using: &random), on: day) }
    climbLadder(of: loan, &books, on: day)
    let attempt: (any Command, PersonID) =
      switch (loan.state, Int.random(in: 0..<8, using: &random)) {
      case (.writtenOff, 0):
        (WaiveClaim(loan: loan.id, minutes: "BA", reason: "r", day: day), Village.coordinator)
      case (.writtenOff, _):
        (recovery(of: loan, books, on: day, &random), Village.cashier)
      case (_, 0...1):
        (
          RestructureLoan(
            loan: loan.id, months: 4, grounds: RestructureLoanTests.grounds, day: day),
          Village.coordinator
        )
      case (_, 2...3):
        (
          WriteOffLoan(
            loan: loan.id, ksm: loan.ksm, proposedBy: Village.manager, minutes: "BA",
            report: "RWT", savingsKept: "", day: day),
          Village.coordinator
        )
      default: (repayment(of: loan, on: day, &random), Village.cashier)
      }
    run(attempt.0, by: attempt.1, in: &books)
  }

  /// Whatever is overdue has been followed up.
  private func climbLadder(of loan: Loan, _ books: inout Books, on day: Day) {
    let position = books.facts.portfolios[upk]?[loan.id]?.position(asOf: day)
    guard let due = position?.oldestUnpaidDue else { return }
    books.climbLadder(of: loan.id, from: due)
  }

  private func run(_ command: some Command, by person: PersonID, in books: inout Books) {
    do {
      try books.run(command, by: person)
    } catch {
      #expect(!error.rejections.isEmpty)
    }
  }

  private func lend(_ books: inout Books, to ksm: KSMID?, on day: Day) {
    guard let ksm else { return }
    var attempt = books
    do {
      try attempt.lend(ksm, each: 200_000, months: 3, on: day)
      books = attempt
    } catch {
      #expect(!error.rejections.isEmpty)
    }
  }

  private func recovery(
    of loan: Loan, _ books: Books, on day: Day, _ random: inout SeededGenerator
  ) -> RecoverClaim {
    let left = books.facts.portfolios[upk]?[loan.id]?.writeOff?.left.total ?? 1
    let amount = Rupiah(.random(in: 1...left.amount, using: &random))
    return RecoverClaim(
      loan: loan.id, amount: Bool.random(using: &random) ? left : amount, account: .cash,
      reference: nil, day: day)
  }

  private func repayment(
    of loan: Loan, on day: Day, _ random: inout SeededGenerator
  ) -> RecordRepayment {
    let debt = loan.schedule.settlement(
      after: loan.paid, on: day, rule: loan.terms.earlySettlement)
    let amount = Rupiah(.random(in: 1...debt.amount, using: &random))
    return RecordRepayment(
      loan: loan.id, amount: Int.random(in: 0..<4, using: &random) == 0 ? debt : amount,
      account: .cash, reference: nil, day: day)
  }
}
