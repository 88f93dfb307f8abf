import RevolvingFund
import Testing

struct DepreciationWarningTests {
  @Test func `the close of a month names the assets that it did not depreciate`() throws {
    var books = try Village.books()
    let bought: Day = "2015-03-10"
    func line(_ number: Int, _ debit: AccountCode, _ credit: AccountCode, _ amount: Rupiah)
      -> PostJournal.Line
    {
      PostJournal.Line(
        number: number, day: bought, description: "Lemari", debit: debit, credit: credit,
        amount: amount, reference: nil)
    }
    let posted = try books.run(
      PostJournal(
        upk: upk,
        lines: [line(1, .bank, .otherIncome, 9_000), line(2, .equipment, .bank, 2_401)]),
      by: Village.bookkeeper)
    let voucher = try #require(posted.vouchers.last?.number)
    for (name, cost) in [("Lemari", 1_201), ("Meja", 1_200)] as [(String, Rupiah)] {
      try books.run(
        RegisterAsset(
          upk: upk, name: name, cost: cost, boughtOn: bought, life: 12, voucher: voucher,
          day: bought), by: Village.bookkeeper)
    }
    func close(_ month: Month) throws -> String? {
      try books.run(
        ClosePeriod(upk: upk, month: month, day: month.adding(1).first), by: Village.bookkeeper
      ).outcome["not_depreciated"]
    }
    try books.close(through: "2015-02")
    // In the month of the purchase nothing wears out.
    #expect(try close("2015-03") == nil)
    #expect(try close("2015-04") == "1,2")
    try books.run(DepreciateAssets(upk: upk, month: "2015-05"), by: Village.bookkeeper)
    #expect(try close("2015-05") == nil)
  }
}
