import RevolvingFund
import Testing

struct ReconcileBankTests {
  private var books: Books
  /// What the village's bank holds before January 2016.
  private let opening: Rupiah

  init() throws {
    books = try Village.books()
    opening = books.trial(asOf: "2015-12-31").balance(.bank)
    try books.run(
      PostJournal(
        upk: upk,
        lines: [
          posting(1, "2016-01-05", .bank, .otherIncome, 900, "B-77"),
          posting(2, "2016-01-20", .bankFees, .bank, 50),
          posting(3, "2016-01-30", .cash, .bank, 300, "CEK-4"),
        ]), by: Village.bookkeeper)
  }

  private func posting(
    _ number: Int, _ day: Day, _ debit: AccountCode, _ credit: AccountCode, _ amount: Rupiah,
    _ reference: String? = nil
  ) -> PostJournal.Line {
    PostJournal.Line(
      number: number, day: day, description: "x", debit: debit, credit: credit, amount: amount,
      reference: reference)
  }

  /// Lines that follow from each other.
  private func statement(
    from balance: Rupiah, _ rows: [(Day, String, Rupiah)]
  ) -> [StatementLine] {
    var held = balance
    return rows.enumerated().map { index, row in
      held += row.2
      return StatementLine(
        number: index + 2, on: row.0, text: row.1, amount: row.2, balance: held)
    }
  }

  private func reconciling(
    _ lines: [StatementLine], _ month: Month = "2016-01", account: AccountCode = .bank,
    on day: Day = "2016-03-05"
  ) -> ReconcileBank {
    ReconcileBank(upk: upk, account: account, month: month, lines: lines, day: day)
  }

  private func found(_ books: Books, _ month: Month = "2016-01") throws -> Reconciliation {
    try #require(
      books.facts.reconciliations[BankMonth(upk: upk, account: .bank, month: month)])
  }

  @Test func `what agrees is matched, what is on its way is adjusted, and the month is reconciled`()
    throws
  {
    var books = books
    let effects = try books.run(
      reconciling(
        statement(
          from: opening, [("2016-01-25", "SETOR B-77", 900), ("2016-01-22", "BIAYA ADM", -50)])),
      by: Village.bookkeeper)
    #expect(effects.vouchers.isEmpty && effects.subject.path == "reconciliations/1")
    #expect(effects.outcome["matched"] == "2" && effects.outcome["is_reconciled"] == "true")
    let found = try found(books)
    #expect(found.onlyInBooks.map(\.amount) == [-300] && found.onlyInBank.isEmpty)
    #expect(found.statementBalance == opening + 850 && found.ledgerBalance == opening + 550)
    #expect(found.adjustedStatement == found.adjustedLedger && found.unexplained == .zero)
    #expect(found.version == 1 && found.isReconciled)
  }

  @Test func `what the bank alone knows is to be booked, and then a new version agrees`() throws {
    var books = books
    let lines = statement(
      from: opening,
      [("2016-01-05", "B-77", 900), ("2016-01-21", "ADM", -50), ("2016-01-31", "BUNGA", 12)])
    try books.run(reconciling(lines), by: Village.bookkeeper)
    let before = try found(books)
    #expect(before.onlyInBank.map(\.amount) == [12] && !before.isReconciled)
    #expect(before.unexplained == .zero)
    try books.run(
      PostJournal(upk: upk, lines: [posting(4, "2016-01-31", .bank, .otherIncome, 12)]),
      by: Village.bookkeeper)
    try books.run(reconciling(lines), by: Village.bookkeeper)
    let after = try found(books)
    #expect(after.version == 2 && after.isReconciled && after.matched.count == 3)
  }

  @Test func `what an earlier month left open is found in a later one`() throws {
    var books = books
    let january = statement(
      from: opening, [("2016-01-05", "B-77", 900), ("2016-01-21", "ADM", -50)])
    try books.run(reconciling(january), by: Village.bookkeeper)
    try books.run(
      reconciling(
        statement(from: opening + 850, [("2016-02-25", "TARIK", -300)]), "2016-02"),
      by: Village.bookkeeper)
    let february = try found(books, "2016-02")
    #expect(february.matched.map(\.amount) == [-300] && february.isReconciled)
    #expect(february.matched.first?.booking?.on == "2016-01-30")
  }

  @Test func `an amount six days off is not the same without its paper's number`() throws {
    var books = books
    let rows: [(Day, String, Int)] = [
      ("2016-01-25", "ADM", 1), ("2016-01-15", "ADM", 1), ("2016-01-26", "ADM", 0),
      ("2016-01-14", "ADM", 0),
    ]
    for (day, text, matched) in rows {
      try books.run(
        reconciling(statement(from: opening, [(day, text, -50)])), by: Village.bookkeeper)
      #expect(try found(books).matched.count == matched, "\(day)")
    }
    try books.run(
      reconciling(statement(from: opening, [("2016-01-02", "KLIRING CEK-4", -300)])),
      by: Village.bookkeeper)
    #expect(try found(books).matched.map(\.amount) == [-300])
  }

  @Test func `of equal amounts the nearest agree, each once`() throws {
    var books = books
    try books.run(
      PostJournal(
        upk: upk,
        lines: [
          posting(4, "2016-01-24", .bankFees, .bank, 50),
          posting(5, "2016-01-20", .bankFees, .bank, 50, "ADM-2"),
        ]), by: Village.bookkeeper)
    try books.run(
      reconciling(
        statement(
          from: opening,
          [("2016-01-19", "a", -50), ("2016-01-23", "b", -50), ("2016-01-28", "ADM-2", -50)])),
      by: Village.bookkeeper)
    let days = try found(books).matched.map { $0.booking?.on.description ?? "" }
    #expect(days == ["2016-01-20", "2016-01-24", "2016-01-20"])
    #expect(Set(try found(books).matched.map(\.booking?.voucher)).count == 3)
  }

  @Test func `a voucher and what took it back trouble no bank`() throws {
    var books = books
    let fee = VoucherNumber(kind: .cashPayment, year: 2016, number: 1)
    try books.run(
      ReverseVoucher(upk: upk, voucher: fee, reason: "r", day: "2016-01-28"),
      by: Village.manager)
    try books.run(
      reconciling(statement(from: opening, [("2016-01-05", "B-77", 900)])),
      by: Village.bookkeeper)
    let found = try found(books)
    #expect(found.onlyInBooks.map(\.amount) == [-300] && found.isReconciled)
  }

  @Test func `books and bank that did not begin from the same are not reconciled`() throws {
    var books = books
    try books.run(
      reconciling(
        statement(from: opening + 7, [("2016-01-05", "B-77", 900), ("2016-01-20", "x", -50)])),
      by: Village.bookkeeper)
    let found = try found(books)
    #expect(found.unexplained == 7 && found.onlyInBank.isEmpty && !found.isReconciled)
  }

  @Test func `a balance that does not follow from the one before names its line`() throws {
    var books = books
    var lines = statement(
      from: opening,
      [("2016-01-05", "B-77", 900), ("2016-01-20", "x", -50), ("2016-01-21", "y", -1)])
    lines.remove(at: 1)
    #expect(
      books.refusal(reconciling(lines), by: Village.bookkeeper) == [
        .statementBroken(line: 4, expected: opening + 899, found: opening + 849)
      ])
    try books.run(
      reconciling(statement(from: opening, [("2016-01-05", "B-77", 900)])),
      by: Village.bookkeeper)
    #expect(
      books.refusal(
        reconciling(statement(from: opening, [("2016-02-01", "x", 5)]), "2016-02"),
        by: Village.bookkeeper) == [
          .statementBroken(line: 2, expected: opening + 905, found: opening + 5)
        ])
  }

  @Test func `a statement is of one bank account and one month that is over`() {
    let line = statement(from: 0, [("2016-02-01", "x", 5)])
    #expect(
      books.refusal(reconciling(line, account: .cash), by: Village.bookkeeper) == [
        .accountNotBank(.cash), .statementLineOutside(line: 2, "2016-02-01", "2016-01"),
      ])
    #expect(
      books.refusal(reconciling([]), by: Village.bookkeeper) == [.statementEmpty])
    #expect(
      books.refusal(
        reconciling(statement(from: 0, [("2016-01-01", "x", 5)]), on: "2016-01-31"),
        by: Village.bookkeeper) == [.periodNotOver("2016-01", day: "2016-01-31")])
    #expect(
      books.refusal(
        reconciling(statement(from: 0, [("2016-01-01", "x", 5)]), on: "2021-01-01"),
        by: Village.bookkeeper) == [.dayInFuture("2021-01-01", today: "2020-12-31")])
    let nothing = statement(from: 0, [("2016-01-01", String(repeating: "x", count: 201), 0)])
    #expect(
      books.refusal(reconciling(nothing), by: Village.bookkeeper) == [
        .amountNotPositive(field: .line(2), 0),
        .textTooLong(field: .description, length: 201, limit: 200, line: 2),
      ])
    let large = StatementLine(
      number: 2, on: "2016-01-01", text: "", amount: Rupiah(Int64.min), balance: 0)
    #expect(
      books.refusal(reconciling([large]), by: Village.bookkeeper) == [
        .amountTooLarge(field: .line(2), Rupiah(Int64.min))
      ])
    let many = statement(from: 0, (1...1001).map { _ in ("2016-01-01", "x", 1) })
    #expect(
      books.refusal(reconciling(many), by: Village.bookkeeper) == [
        .statementTooLong(lines: 1001, limit: 1000)
      ])
    #expect(
      books.refusal(
        reconciling(statement(from: opening, (1...1000).map { _ in ("2016-01-01", "x", 1) })),
        by: Village.bookkeeper) == [])
  }
}
