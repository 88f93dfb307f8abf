import RevolvingFund
import Testing

struct BackdatingTests {
  @Test func `a payment of an earlier day changes how later ones split, on their own days`() throws
  {
    var books = try Village.books()
    let loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    try books.repay(loan, 700_000, on: "2016-03-10")
    let effects = try books.repay(loan, 75_000, on: "2016-02-10")
    // The first 75.000 are now the charge of February, so March paid one charge less.
    #expect(effects.vouchers.map(\.bookedOn) == ["2016-02-10", "2016-03-10"])
    #expect(
      effects.vouchers.last?.postings == [
        Posting(debit: .serviceCharge, credit: .loans, amount: 25_000, loan: 1)
      ] || effects.vouchers.last?.number.kind == .transfer)
    try books.expectAgreement(on: loan)
  }

  @Test func `a backdated payment leaves no later payment above its debt`() throws {
    var books = try Village.books()
    let loan = try books.lend(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    try books.repay(loan, 2_500_000, on: "2016-03-05")
    let debt = try #require(books.facts.loans[loan]).schedule.settlement(
      after: try #require(books.facts.loans[loan]).paid, on: "2016-03-05", rule: .waive)
    let over = books.refusal(
      RecordRepayment(
        loan: loan, amount: debt + 1, account: .cash, reference: nil, day: "2016-02-10"),
      by: Village.cashier)
    guard case .repaymentExceedsDebt(_, let room) = try #require(over.first) else {
      Issue.record("\(over)")
      return
    }
    #expect(room <= debt)
    try books.repay(loan, room, on: "2016-02-10")
    try books.expectAgreement(on: loan)
  }

  @Test(arguments: 0..<40)
  func `in a random life the loan and its account agree at the end of every day`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    let id = try books.lend(
      ksm, each: Rupiah(Int64.random(in: 40...500, using: &random) * 1_000), months: 6,
      on: "2016-01-10")
    for _ in 0..<25 {
      let day = Day("2016-01-10").addingDays(Int32.random(in: 0...330, using: &random))
      let repayments = books.facts.repayments[id] ?? []
      if Int.random(in: 0..<4, using: &random) == 0,
        let taken = repayments.filter({ $0.reversal == nil }).randomElement(using: &random)
      {
        _ = books.attempt(
          ReverseRepayment(
            loan: id, ksm: ksm, receipt: taken.receipt, reason: "wrong", day: day),
          by: Village.manager)
      } else {
        let amount = Rupiah(Int64.random(in: 1...600_000, using: &random))
        let excess: ExcessRule = Bool.random(using: &random) ? .hold : .refuse
        _ = books.attempt(
          RecordRepayment(
            loan: id, amount: amount, account: .cash, reference: nil, excess: excess, day: day),
          by: Village.cashier)
      }
      try books.expectAgreement(on: id, "seed \(seed)")
    }
    let receipts = (books.facts.repayments[id] ?? []).map(\.receipt.number)
    #expect(!receipts.isEmpty && receipts == Array(1...Int64(receipts.count)))
    for month in 1...12 {
      try books.expectReportsAgree(
        asOf: Month(year: 2016, month: month).last, "seed \(seed)")
    }
  }
}

extension Books {
  /// Runs a command if it is accepted, and says whether it was.
  mutating func attempt(_ command: some Command, by person: PersonID) -> Bool {
    do {
      try run(command, by: person)
      return true
    } catch {
      return false
    }
  }
}
