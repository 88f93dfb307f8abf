import Testing

@testable import RevolvingFund

struct MemberArrearsTests {
  var books: Books
  let ksm: KSMID
  let loan: LoanID

  init() throws {
    books = try Village.books()
    ksm = try books.addGroup("A")
    loan = try books.lend(ksm, each: 500_000, on: "2016-01-10")
  }

  private mutating func pay(_ members: [MemberPayment], on day: Day) throws {
    try books.run(
      RecordRepayment(
        loan: loan, amount: members.total(\.amount), account: .cash, reference: nil,
        members: members, day: day), by: Village.cashier)
  }

  /// The first four pay their own 132.500, the first also 100.000 for the fifth.
  private mutating func collect() throws {
    let own = (Int64(1)...4).map { MemberPayment(member: $0, payer: $0, amount: 132_500) }
    try pay(own + [MemberPayment(member: 5, payer: 1, amount: 100_000)], on: "2016-02-10")
  }

  @Test mutating func `only who is late is listed, with what the others paid for the share`() throws
  {
    try collect()
    #expect(books.memberArrears(of: loan, asOf: "2016-02-10").isEmpty)
    let found = try #require(books.memberArrears(of: loan, asOf: "2016-02-11").first)
    #expect(books.memberArrears(of: loan, asOf: "2016-02-11").count == 1)
    #expect(found.member == 5 && found.short == 32_500 && found.owedToOthers == 100_000)
    // The group's money filled all service charge first: what the loan lacks is principal.
    #expect(found.overduePrincipal == 32_500 && found.overdueServiceCharge == 0)
    #expect(found.daysLate == 1 && found.monthsLate == 0)
    #expect(found.collectability == .specialMention)
    let class3 = try #require(books.memberArrears(of: loan, asOf: "2016-05-10").last)
    #expect(class3.member == 5 && class3.oldestUnpaidDue == "2016-02-10")
    #expect(class3.monthsLate == 3 && class3.collectability == .substandard)
    #expect(books.memberArrears(of: loan, asOf: "2016-03-11").map(\.member) == [1, 2, 3, 4, 5])

    try books.run(
      SettleMemberDebt(
        loan: loan, pair: MemberPair(debtor: 5, creditor: 1), amount: 60_000, day: "2016-02-20"),
      by: Village.officer)
    #expect(books.memberArrears(of: loan, asOf: "2016-02-20").map(\.owedToOthers) == [40_000])
    #expect(books.memberArrears(of: loan, asOf: "2016-02-19").map(\.owedToOthers) == [100_000])
  }

  @Test mutating func `what others paid ahead is not overdue, but whoever is late stays listed`()
    throws
  {
    try pay([MemberPayment(member: 1, payer: 1, amount: 530_000)], on: "2016-02-10")
    let found = books.memberArrears(of: loan, asOf: "2016-02-11")
    #expect(found.map(\.member) == [2, 3, 4, 5])
    #expect(found.map(\.short) == [132_500, 132_500, 132_500, 132_500])
    // Four lack 530.000; the loan, of which the first paid 397.500 ahead, lacks 132.500.
    #expect(found.total { $0.overduePrincipal + $0.overdueServiceCharge } == 132_500)
    #expect(found.map { $0.overduePrincipal + $0.overdueServiceCharge }.max() == 33_125)
    try pay([MemberPayment(member: 2, payer: 2, amount: 530_000)], on: "2016-02-10")
    let late = books.memberArrears(of: loan, asOf: "2016-02-11")
    #expect(late.map(\.member) == [3, 4, 5] && late.map(\.short) == [132_500, 132_500, 132_500])
    #expect(late.total { $0.overduePrincipal + $0.overdueServiceCharge } == 0)
    #expect(late.map(\.collectability) == [.current, .current, .current])
  }

  @Test(arguments: 0..<30)
  func `in a random life the members' arrears are the loan's, on every day`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var books = books
    for _ in 0..<20 {
      let day = Day("2016-01-10").addingDays(Int32.random(in: 0...200, using: &random))
      let taken = (books.facts.repayments[loan] ?? []).randomElement(using: &random)
      if let taken, Int.random(in: 0..<5, using: &random) == 0 {
        _ = books.attempt(
          ReverseRepayment(
            loan: loan, ksm: ksm, receipt: taken.receipt, reason: "r", day: day),
          by: Village.manager)
      } else {
        let members = (0..<Int.random(in: 0...3, using: &random)).map { _ in
          MemberPayment(
            member: .random(in: 1...5, using: &random), payer: .random(in: 1...5, using: &random),
            amount: Rupiah(.random(in: 1...200_000, using: &random)))
        }
        let amount = Rupiah(.random(in: 1...300_000, using: &random))
        _ = books.attempt(
          RecordRepayment(
            loan: loan, amount: members.isEmpty ? amount : members.total(\.amount),
            account: .cash, reference: nil, members: members, day: day), by: Village.cashier)
      }
    }
    for step in 0...60 {
      let day = Day("2016-01-10").addingDays(Int32(step * 7))
      books.expectMembersOweWhatTheLoanDoes(loan, asOf: day, "seed \(seed)")
    }
  }
}

extension Books {
  func memberArrears(of loan: LoanID, asOf day: Day) -> [MemberArrears] {
    facts.portfolios[upk]?[loan]?.memberArrears(
      facts.repayments[loan] ?? [], facts.debtSettlements[loan] ?? [], asOf: day) ?? []
  }

  /// The rows by member sum to the row of the loan, and whoever is listed is late.
  func expectMembersOweWhatTheLoanDoes(
    _ loan: LoanID, asOf day: Day, _ comment: Comment? = nil
  ) {
    let rows = memberArrears(of: loan, asOf: day)
    let position = facts.portfolios[upk]?[loan]?.position(asOf: day)
    #expect(rows.total(\.overduePrincipal) == position?.overduePrincipal ?? .zero, comment)
    #expect(
      rows.total(\.overdueServiceCharge) == position?.overdueServiceCharge ?? .zero, comment)
    for row in rows {
      let part = row.overduePrincipal + row.overdueServiceCharge
      #expect(row.daysLate > 0 && row.short > .zero && part <= row.short, comment)
      #expect(row.overduePrincipal >= .zero && row.overdueServiceCharge >= .zero, comment)
    }
  }
}
