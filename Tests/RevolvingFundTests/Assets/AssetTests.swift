import RevolvingFund
import Testing

struct AssetTests {
  private var books: Books
  private let purchase = VoucherNumber(kind: .cashPayment, year: 2016, number: 1)

  init() throws {
    books = try Village.books()
    try books.run(
      PostJournal(
        upk: upk,
        lines: [
          line(1, debit: .bank, credit: .otherIncome, amount: 5_000_000),
          line(2, debit: .equipment, credit: .bank, amount: 1_500_000),
        ]), by: Village.bookkeeper)
  }

  private func line(
    _ number: Int, debit: AccountCode, credit: AccountCode, amount: Rupiah
  ) -> PostJournal.Line {
    PostJournal.Line(
      number: number, day: "2016-01-15", description: "x", debit: debit, credit: credit,
      amount: amount, reference: nil)
  }

  private func registration(
    cost: Rupiah = 1_000_000, name: String = "Printer", boughtOn: Day = "2016-01-15",
    life: Int = 36, voucher: VoucherNumber? = nil, on day: Day = "2016-01-20"
  ) -> RegisterAsset {
    RegisterAsset(
      upk: upk, name: name, cost: cost, boughtOn: boughtOn, life: life,
      voucher: voucher ?? purchase, day: day)
  }

  private static func asset(cost: Rupiah, life: Int, _ booked: [Asset.Depreciation] = []) -> Asset {
    Asset(
      upk: upk, number: 1, name: "x", cost: cost, boughtOn: "2016-01-15", life: life,
      voucher: VoucherNumber(kind: .cashPayment, year: 2016, number: 1),
      registeredOn: "2016-01-15", depreciation: booked)
  }

  @Test func `an asset wears out in a straight line down to one rupiah`() {
    // 999,999 / 36 = 27,777 and 27 left over for the last month.
    let rows: [(Month, Rupiah)] = [
      ("2015-12", 0), ("2016-01", 0), ("2016-02", 27_777), ("2016-03", 55_554),
      ("2018-12", 972_195), ("2019-01", 999_999), ("2030-01", 999_999),
    ]
    for (month, worn) in rows {
      #expect(Self.asset(cost: 1_000_000, life: 36).worn(through: month) == worn, "\(month)")
    }
    #expect(Self.asset(cost: 1, life: 12).worn(through: "2030-01") == .zero)
    #expect(Self.asset(cost: 10, life: 12).worn(through: "2016-12") == .zero)
    #expect(Self.asset(cost: 10, life: 12).worn(through: "2017-01") == 9)
    #expect(Self.asset(cost: 10, life: 1).worn(through: "2016-02") == 9)
  }

  @Test func `whatever life it has, its months sum to all but one rupiah`() {
    for cost: Int64 in [1, 2, 999, 1_000_000, 12_345_677] {
      for life in [1, 7, 12, 36, 240] {
        var asset = Self.asset(cost: Rupiah(cost), life: life)
        for number in 1...life {
          let month = Month(year: 2016, month: 1).adding(number)
          let due = asset.due(in: month)
          guard due > .zero else { continue }
          asset = Self.asset(
            cost: Rupiah(cost), life: life,
            asset.depreciation + [Asset.Depreciation(month: month, amount: due)])
        }
        #expect(asset.bookValue(through: "2100-01") == 1, "\(cost) over \(life)")
      }
    }
  }

  @Test func `depreciation is booked once a month, and makes up for what was left out`() throws {
    var books = books
    try books.run(registration(), by: Village.bookkeeper)
    try books.run(
      registration(cost: 500_000, life: 10, on: "2016-03-05"), by: Village.bookkeeper)
    let february = DepreciateAssets(upk: upk, month: "2016-02")
    let first = try books.run(february, by: Village.bookkeeper)
    #expect(first.vouchers.map(\.bookedOn) == ["2016-02-29"])
    #expect(
      first.vouchers.map(\.postings) == [
        [Posting(debit: .depreciation, credit: .accumulatedDepreciation, amount: 27_777)]
      ])
    #expect(
      books.refusal(february, by: Village.bookkeeper) == [
        .alreadyExists(.depreciation, name: "2016-02"), .nothingToDepreciate("2016-02"),
      ])
    // The second asset was registered in March: its February is in April's run, with March's.
    let april = try books.run(
      DepreciateAssets(upk: upk, month: "2016-04"), by: Village.bookkeeper)
    #expect(april.outcome["assets"] == "2" && april.outcome["amount"] == "205551")
    #expect(books.trial(asOf: "2016-04-30").balance(.accumulatedDepreciation) == -233_328)
  }

  @Test func `nothing is worn before it was registered, nor ahead of time`() throws {
    var books = books
    #expect(
      books.refusal(DepreciateAssets(upk: upk, month: "2016-02"), by: Village.bookkeeper) == [
        .nothingToDepreciate("2016-02")
      ])
    try books.run(registration(), by: Village.bookkeeper)
    #expect(
      books.refusal(DepreciateAssets(upk: upk, month: "2021-01"), by: Village.bookkeeper) == [
        .dayInFuture("2021-01-31", today: "2020-12-31")
      ])
    #expect(
      books.refusal(DepreciateAssets(upk: upk, month: "2016-02"), by: Village.cashier) == [
        .cashierMayNotPost(on: "2016-02-29")
      ])
  }

  @Test func `an asset is registered for what a voucher booked, and its purchase stays`() throws {
    var books = books
    let income = VoucherNumber(kind: .cashReceipt, year: 2016, number: 1)
    let nothing = VoucherNumber(kind: .transfer, year: 2016, number: 9)
    let rows: [(RegisterAsset, [Rejection])] = [
      (registration(cost: 0), [.amountNotPositive(field: .amount, 0)]),
      (registration(name: " "), [.textMissing(field: .name)]),
      (registration(life: 0), [.assetLifeOutOfRange(months: 0, least: 1, most: 240)]),
      (registration(life: 241), [.assetLifeOutOfRange(months: 241, least: 1, most: 240)]),
      (registration(voucher: nothing), [.notFound(.voucher, name: "PB-2016-0009")]),
      (
        registration(on: "2016-01-14"),
        [.dayBefore("2016-01-14", earliest: "2016-01-15", milestone: .bought)]
      ),
      (
        registration(boughtOn: "2021-01-01", on: "2021-01-01"),
        [
          .dayInFuture("2021-01-01", today: "2020-12-31"),
          .dayInFuture("2021-01-01", today: "2020-12-31"),
        ]
      ),
      (
        registration(cost: 1_500_001),
        [.assetAboveVoucher(purchase, cost: 1_500_001, left: 1_500_000)]
      ),
      (registration(voucher: income), [.assetAboveVoucher(income, cost: 1_000_000, left: 0)]),
    ]
    for (command, expected) in rows {
      #expect(books.refusal(command, by: Village.bookkeeper) == expected)
    }
    try books.run(registration(), by: Village.bookkeeper)
    #expect(
      books.refusal(registration(), by: Village.bookkeeper) == [
        .assetAboveVoucher(purchase, cost: 1_000_000, left: 500_000)
      ])
    let reversal = ReverseVoucher(
      upk: upk, voucher: purchase, reason: "r", day: "2016-02-01")
    #expect(
      books.refusal(reversal, by: Village.manager) == [
        .voucherHasAssets(purchase, assets: [1])
      ])
  }

  @Test func `what was taken back is not registered`() throws {
    var books = books
    let mirror = try #require(
      try books.run(
        ReverseVoucher(upk: upk, voucher: purchase, reason: "r", day: "2016-02-01"),
        by: Village.manager
      ).vouchers.first?.number)
    #expect(
      books.refusal(registration(), by: Village.bookkeeper) == [
        .voucherReversed(purchase, by: mirror)
      ])
  }
}
