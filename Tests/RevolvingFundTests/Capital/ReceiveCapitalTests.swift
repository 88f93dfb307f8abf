import RevolvingFund
import Testing

struct ReceiveCapitalTests {
  @Test(arguments: [
    (CapitalSource.blm, AccountCode.capitalBLM), (.p2kp, .capitalP2KP), (.apbd, .capitalOther),
    (.other, .capitalOther),
  ])
  func `each source has its account`(source: CapitalSource, account: AccountCode) throws {
    let effects = try Village.books().decide(
      ReceiveCapital(upk: upk, source: source, amount: 5, reference: nil, day: "2016-01-01"),
      by: Village.bookkeeper)
    #expect(
      effects.vouchers.map(\.postings) == [[Posting(debit: .bank, credit: account, amount: 5)]])
    #expect(effects.vouchers.first?.number.description == "KM-2016-0001")
  }

  @Test func `a block grant on top needs the right of the last closed month`() throws {
    var books = try Village.books()
    func topUp(_ source: CapitalSource = .blm, on day: Day) -> [Rejection] {
      books.refusal(
        ReceiveCapital(upk: upk, source: source, amount: 5, reference: nil, day: day),
        by: Village.bookkeeper)
    }
    #expect(topUp(on: "2015-12-31") == [])
    let loan = try books.lend(
      try books.addGroup("A"), each: 100_000, months: 3, on: "2016-01-10")
    #expect(topUp(on: "2016-02-29") == [])
    #expect(topUp(on: "2016-03-01") == [.monthsNotClosed(lastClosed: "2015-12", on: "2016-03-01")])
    try books.close(through: "2016-05")
    let refused = Rejection.topUpNotAuthorised(.suspended, lastClosed: "2016-05")
    #expect(topUp(on: "2016-06-01") == [refused])
    for source in [CapitalSource.p2kp, .apbd, .other] {
      #expect(topUp(source, on: "2016-06-01") == [])
    }
    // Paid today, and still suspended until a close says otherwise.
    try books.repay(loan, 522_500, on: "2016-06-15")
    #expect(topUp(on: "2016-06-15") == [refused])
    // Nothing is left to rate, so that the province decides.
    try books.close(through: "2016-06")
    let undecided = Rejection.criterionNotMet(
      .topUpRight, members: [], shortfalls: [.attestation(.missing)])
    #expect(topUp(on: "2016-07-01") == [undecided])
    books.facts.attestations[upk]?.append(Village.attestation(.topUpRight))
    #expect(topUp(on: "2016-07-01") == [])
  }

  @Test func `a block grant that is dated back is told that it is judged later`() throws {
    var books = try Village.books()
    try books.lend(try books.addGroup("A"), each: 100_000, months: 3, on: "2016-01-10")
    func topUp(on day: Day) -> [Rejection] {
      books.refusal(
        ReceiveCapital(upk: upk, source: .blm, amount: 5, reference: nil, day: day),
        by: Village.bookkeeper)
    }
    #expect(topUp(on: "2016-02-29") == [])
    books.facts.heads[upk] = Head(stream: upk, latestDay: "2016-03-01", counters: [:])
    let notClosed = Rejection.monthsNotClosed(lastClosed: "2015-12", on: "2016-03-01")
    #expect(topUp(on: "2016-02-29") == [notClosed, .judgedLater("2016-02-29", on: "2016-03-01")])
    #expect(topUp(on: "2016-03-01") == [notClosed])
    books.facts.heads[upk] = Head(stream: upk, latestDay: "2016-04-01", counters: [:])
    #expect(topUp(on: "2016-03-31").map(\.code) == [.monthsNotClosed])
  }

  @Test func `a block grant on top needs books that are at least adequate`() throws {
    var books = try Village.books()
    try books.lend(try books.addGroup("A"), each: 100_000, months: 3, on: "2016-01-10")
    try books.close(through: "2016-02")
    let topUp = ReceiveCapital(
      upk: upk, source: .blm, amount: 5, reference: nil, day: "2016-03-01")
    #expect(books.refusal(topUp, by: Village.bookkeeper) == [])
    books.facts.attestations[upk]?.removeAll { $0.criterion == .bookkeepingQuality }
    #expect(
      books.refusal(topUp, by: Village.bookkeeper) == [
        .criterionNotMet(
          .bookkeepingQuality, members: [], shortfalls: [.attestation(.missing)])
      ])
  }

  @Test func `the first capital needs no right, whatever was not closed`() throws {
    var books = try Village.books()
    try books.lend(try books.addGroup("A"), each: 100_000, months: 3, on: "2016-01-10")
    for account in AccountCode.capital {
      books.facts.balances[AccountKey(upk: upk, account: account)] = 0
    }
    #expect(
      books.refusal(
        ReceiveCapital(upk: upk, source: .blm, amount: 5, reference: nil, day: "2016-12-01"),
        by: Village.bookkeeper) == [])
  }

  @Test func `capital is an amount, on a day, with a reference used once`() throws {
    var books = try Village.books()
    func refusal(_ amount: Rupiah, _ reference: String?, on day: Day) -> [Rejection] {
      books.refusal(
        ReceiveCapital(upk: upk, source: .blm, amount: amount, reference: reference, day: day),
        by: Village.bookkeeper)
    }
    #expect(
      refusal(0, "", on: "2021-01-01") == [
        .amountNotPositive(field: .amount, 0), .textMissing(field: .reference),
        .dayInFuture("2021-01-01", today: "2020-12-31"),
      ])
    #expect(
      refusal(Rupiah(Int64.max), nil, on: "2016-01-01") == [
        .amountTooLarge(field: .amount, Rupiah(Int64.max))
      ])
    try books.run(
      ReceiveCapital(upk: upk, source: .blm, amount: 1, reference: "SP2D-1", day: "2016-01-01"),
      by: Village.bookkeeper)
    #expect(
      refusal(1, "SP2D-1", on: "2016-01-01") == [
        .referenceUsed(line: 1, reference: "SP2D-1", holder: books.holder("SP2D-1"))
      ])
  }
}
