import RevolvingFund
import Testing

struct SuspenseAssignmentTests {
  var books: Books
  let ksm: KSMID

  init() throws {
    books = try Village.books()
    ksm = try books.addGroup("A")
    try books.run(
      voucher(debit: .cash, credit: .suspense, 80_000, on: "2016-02-01"), by: Village.bookkeeper)
  }

  private func voucher(
    debit: AccountCode, credit: AccountCode, _ amount: Rupiah, on day: Day
  ) -> PostJournal {
    PostJournal(
      upk: upk,
      lines: [
        PostJournal.Line(
          number: 1, day: day, description: "Titipan", debit: debit, credit: credit,
          amount: amount, reference: nil)
      ])
  }

  private func assign(_ amount: Rupiah, on day: Day) -> AssignSuspense {
    AssignSuspense(ksm: ksm, amount: amount, reason: "Bukti transfer", day: day)
  }

  private func unassign(_ number: Int64, on day: Day) -> UnassignSuspense {
    UnassignSuspense(upk: upk, number: number, ksm: ksm, reason: "Keliru", day: day)
  }

  @Test mutating func `what has no name is given to a group up to what there is`() throws {
    #expect(
      books.refusal(assign(80_001, on: "2016-02-02"), by: Village.manager)
        == [.unnamedExceeded(line: nil, available: 80_000, asked: 80_001)])
    #expect(
      books.refusal(assign(1, on: "2016-01-31"), by: Village.manager)
        == [.unnamedExceeded(line: nil, available: 0, asked: 1)])
    #expect(
      books.refusal(
        AssignSuspense(ksm: ksm, amount: 0, reason: "", day: "2016-02-02"), by: Village.manager)
        == [.amountNotPositive(field: .amount, 0), .textMissing(field: .reason)])
    let effects = try books.run(assign(50_000, on: "2016-02-02"), by: Village.manager)
    #expect(effects.vouchers.isEmpty)
    #expect(effects.outcome["balance"] == "50000" && effects.outcome["unnamed"] == "30000")
    // The group's money goes by the group's commands.
    try books.run(
      RefundSuspense(
        ksm: ksm, amount: 20_000, account: .cash, reference: nil, day: "2016-02-03"),
      by: Village.cashier)
    #expect(
      books.refusal(
        RefundSuspense(
          ksm: ksm, amount: 30_001, account: .cash, reference: nil, day: "2016-02-03"),
        by: Village.cashier)
        == [.suspenseExceeded(ksm: ksm.number, available: 30_000, asked: 30_001)])
  }

  @Test mutating func `an assignment is taken back once, and not where it was used`() throws {
    try books.run(assign(50_000, on: "2016-02-02"), by: Village.manager)
    #expect(
      books.refusal(unassign(1, on: "2016-02-01"), by: Village.manager) == [
        .dayBefore("2016-02-01", earliest: "2016-02-02", milestone: .suspenseAssigned),
        .suspenseExceeded(ksm: ksm.number, available: 0, asked: 50_000),
      ])
    var used = books
    try used.run(
      RefundSuspense(ksm: ksm, amount: 1, account: .cash, reference: nil, day: "2016-02-03"),
      by: Village.cashier)
    #expect(
      used.refusal(unassign(1, on: "2016-02-02"), by: Village.manager)
        == [.suspenseExceeded(ksm: ksm.number, available: 49_999, asked: 50_000)])
    let effects = try books.run(unassign(1, on: "2016-02-04"), by: Village.manager)
    #expect(effects.outcome["balance"] == "0" && effects.outcome["unnamed"] == "80000")
    for number in [Int64(1), 2, 3] {
      #expect(
        books.refusal(unassign(number, on: "2016-02-05"), by: Village.manager)
          == [.notFound(.suspenseAssignment, name: "\(number)")])
    }
  }

  @Test mutating func `a manual voucher takes no more of 21030 than has no name`() throws {
    try books.run(assign(50_000, on: "2016-02-02"), by: Village.manager)
    #expect(
      books.refusal(
        voucher(debit: .suspense, credit: .otherIncome, 30_001, on: "2016-02-03"),
        by: Village.bookkeeper)
        == [.unnamedExceeded(line: 1, available: 30_000, asked: 30_001)])
    // Dated before the assignment it would take what the group has now.
    #expect(
      books.refusal(
        voucher(debit: .suspense, credit: .cash, 30_001, on: "2016-02-01"),
        by: Village.bookkeeper)
        == [.unnamedExceeded(line: 1, available: 30_000, asked: 30_001)])
    try books.run(
      voucher(debit: .suspense, credit: .cash, 30_000, on: "2016-02-03"), by: Village.bookkeeper)
    #expect(
      books.refusal(
        voucher(debit: .suspense, credit: .cash, 1, on: "2016-02-03"), by: Village.bookkeeper)
        == [.unnamedExceeded(line: 1, available: 0, asked: 1)])
  }

  @Test func `the lines of a list see those before them`() {
    func line(
      _ number: Int, _ debit: AccountCode, _ credit: AccountCode, _ amount: Rupiah
    ) -> PostJournal.Line {
      PostJournal.Line(
        number: number, day: "2016-02-05", description: "T", debit: debit, credit: credit,
        amount: amount, reference: nil)
    }
    let list = PostJournal(
      upk: upk,
      lines: [
        line(1, .suspense, .otherIncome, 90_000), line(2, .cash, .suspense, 20_000),
        line(3, .suspense, .otherIncome, 100_000), line(4, .suspense, .otherIncome, 1),
      ])
    #expect(
      books.refusal(list, by: Village.bookkeeper) == [
        .unnamedExceeded(line: 1, available: 80_000, asked: 90_000),
        .unnamedExceeded(line: 4, available: 0, asked: 1),
      ])
  }
}
