import RevolvingFund
import Testing

struct FundUseTests {
  private func trial(_ nets: [(Int32, Month, Int64)], asOf day: Day = "2017-12-31") -> TrialBalance
  {
    TrialBalance(
      asOf: day,
      movements: nets.map { account, month, net in
        TrialBalance.Movement(
          account: AccountCode(account), month: month, debit: Rupiah(max(0, net)),
          credit: Rupiah(max(0, -net)))
      })
  }

  @Test(
    arguments: [
      ([], 0, false), ([(41010, "2017-01", -100), (41020, "2017-12", -10)], 110, false),
      ([(41010, "2017-01", -100), (51010, "2017-01", 30), (51070, "2017-01", 5)], 65, false),
      ([(41010, "2017-01", -100), (51090, "2017-01", 100)], 0, false),
      ([(41010, "2017-01", -100), (51060, "2017-01", 101)], -1, true),
      ([(41010, "2017-01", -100), (51080, "2017-01", 500)], 100, false),
      ([(41010, "2017-01", -100), (12020, "2017-01", 60)], 40, false),
      ([(41010, "2017-01", -100), (12020, "2017-01", -60)], 100, false),
      ([(41010, "2017-01", -100), (12020, "2016-12", 60)], 100, false),
      ([(41010, "2016-01", -100), (51010, "2016-02", 30)], 70, false),
      ([(41010, "2016-01", -100), (31040, "2017-02", 40)], 60, false),
      ([(51060, "2016-02", 30), (41010, "2017-01", -5)], 5, false),
      ([(51060, "2016-02", 30), (51060, "2017-01", 5)], -5, true),
    ] as [([(Int32, Month, Int64)], Int64, Bool)])
  func `what is left of a year's income`(
    nets: [(Int32, Month, Int64)], unspent: Int64, isEroded: Bool
  ) {
    let use = FundUse(trial(nets))
    #expect(use.unspent == Rupiah(unspent))
    #expect(use.isEroded == isEroded)
  }

  @Test(
    arguments: [
      (400, 100, true, "25.00"), (400, 101, false, "25.25"), (399, 100, false, "25.06"),
      (0, 0, true, nil), (0, 1, false, nil), (152_097, 120_000, false, "78.90"),
    ] as [(Int64, Int64, Bool, String?)])
  func `operating cost is at most a quarter of the receipts`(
    receipts: Int64, operating: Int64, isWithin: Bool, percent: String?
  ) {
    let use = FundUse(trial([(41020, "2017-01", -receipts), (51060, "2017-01", operating)]))
    #expect(use.isWithinOperatingLimit == isWithin)
    #expect(use.operatingShare.percentText(decimals: 2, boundaries: [25]) == percent)
  }

  @Test func `tax and provision are no operating cost`() {
    let use = FundUse(trial([(51090, "2017-01", 7), (51080, "2017-01", 8), (51050, "2017-01", 9)]))
    #expect(use.operating == 9)
    #expect(use.otherCost == 7)
  }

  @Test func `a sheet says where the money came from and where it is`() throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    try books.run(
      ReceiveCapital(upk: upk, source: .apbd, amount: 70, reference: nil, day: "2016-01-02"),
      by: Village.bookkeeper)
    try books.run(
      ReceiveCapital(upk: upk, source: .p2kp, amount: 30, reference: nil, day: "2016-01-02"),
      by: Village.bookkeeper)
    try books.run(
      DepositSavings(
        ksm: ksm, amount: 900, account: .savingsCash, reference: nil, day: "2016-01-03"),
      by: Village.cashier)
    try books.run(
      BankSavings(upk: upk, amount: 600, reference: nil, day: "2016-01-04"), by: Village.cashier)
    try books.lend(ksm, each: 100_000, on: "2016-01-10")
    let sheet = CapitalSheet(books.trial(asOf: "2016-01-31"))
    #expect(sheet.blm == 20_000_000 && sheet.p2kp == 30 && sheet.other == 70)
    #expect(sheet.total == 20_000_100)
    #expect(sheet.lent == 500_000 && sheet.cash == .zero && sheet.bank == 19_500_100)
    #expect(sheet.savings == 900 && sheet.savingsCash == 300 && sheet.savingsBank == 600)
    #expect(sheet.isCovered)
    #expect(sheet.use.unspent == .zero)
    #expect(!CapitalSheet(trial([(21020, "2017-01", -2), (11022, "2017-01", 1)])).isCovered)
  }
}
