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
      refusal(1, "SP2D-1", on: "2016-01-01") == [.referenceUsed(line: 1, reference: "SP2D-1")])
  }
}
