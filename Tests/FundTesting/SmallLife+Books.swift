import FundStore
import RevolvingFund

// What is kept beside the loans: money, assets, the bank, years and their profit.
extension SmallLife {
  private var upk: UPKID { world.upk.id }

  private func run(_ command: some Command, by person: PersonID) async throws {
    try await world.fixture.run(command, by: person)
  }

  private func post(
    _ debit: AccountCode, _ credit: AccountCode, _ amount: Int64, on text: String,
    reference: String? = nil
  ) async throws {
    try await run(
      PostJournal(
        upk: upk,
        lines: [
          PostJournal.Line(
            number: 1, day: day(text), description: "Buku \(text)", debit: debit, credit: credit,
            amount: Rupiah(amount), reference: reference)
        ]), by: world.bookkeeper)
  }

  /// The last two months of 2015: interest, a thing bought, cash counted, and the bank's word.
  func keepBooks() async throws {
    try await run(
      OpenAccount(
        upk: upk, account: Account(AccountCode(51041), "Biaya listrik"), day: day("2015-11-02")),
      by: world.bookkeeper)
    try await post(.bank, .otherIncome, 1_000_000, on: "2015-11-20", reference: "B-11")
    try await post(.equipment, .bank, 240_001, on: "2015-11-25")
    try await run(
      RegisterAsset(
        upk: upk, name: "Lemari arsip", cost: Rupiah(240_001), boughtOn: day("2015-11-25"),
        life: 12, voucher: VoucherNumber(kind: .cashPayment, year: 2015, number: 1),
        day: day("2015-11-26")), by: world.bookkeeper)
    try await post(.bankTax, .bank, 700, on: "2015-12-01", reference: "X-9")
    try await post(.bankFees, .bank, 500, on: "2015-12-03")
    try await post(.bankFees, .bank, 300, on: "2015-12-10")
    try await run(
      ReverseVoucher(
        upk: upk, voucher: VoucherNumber(kind: .cashPayment, year: 2015, number: 4),
        reason: "Salah rekening", day: day("2015-12-11")), by: world.manager)
    try await run(
      RecordCashCount(
        upk: upk, counted: Rupiah(5_000), witness: world.manager, note: "Laci",
        day: day("2015-12-20")), by: world.cashier)
    try await run(
      BookCashDifference(upk: upk, count: 1, day: day("2015-12-21")), by: world.bookkeeper)
    try await post(.cash, .suspense, 25_000, on: "2015-12-22")
    try await run(
      DepreciateAssets(upk: upk, month: month("2015-12")), by: world.bookkeeper)
    try await reconcile()
  }

  private func reconcile() async throws {
    func line(_ number: Int, _ on: String, _ text: String, _ amount: Int64, _ balance: Int64)
      -> StatementLine
    {
      StatementLine(
        number: number, on: day(on), text: text, amount: Rupiah(amount), balance: Rupiah(balance))
    }
    let november = [
      line(1, "2015-11-22", "BUNGA", 1_000_000, 401_000_000),
      line(2, "2015-11-30", "ADM|11", -500, 400_999_500),
    ]
    let december = [
      line(1, "2015-12-02", "TARIK", -240_001, 400_759_499),
      line(2, "2015-12-15", "PAJAK X-9", -700, 400_758_799),
      line(3, "2015-12-30", "ADM|12", -500, 400_758_299),
    ]
    for (name, lines, on) in [
      ("2015-11", november, "2015-12-05"), ("2015-12", december, "2016-01-05"),
      ("2015-12", december, "2016-01-06"),
    ] {
      try await run(
        ReconcileBank(
          upk: upk, account: .bank, month: month(name), lines: lines, day: day(on)),
        by: world.bookkeeper)
    }
  }

  /// The close of 2015, what became of its profit, and the budget of 2016.
  func closeFirstYear(paying supervisor: PersonID) async throws {
    for accounts in [[(41020, 1_000), (51060, 250)], [(41020, 900)]] as [[(Int32, Int64)]] {
      try await run(
        ProposeBudget(
          upk: upk, year: 2016,
          lines: accounts.map { Budget.Line(AccountCode($0.0), Rupiah($0.1)) },
          day: day("2016-01-02")), by: world.manager)
    }
    try await run(
      ApproveBudget(upk: upk, number: 1, minutes: "BA-3", day: day("2016-01-03")),
      by: world.coordinator)
    try await world.close(through: month("2015-12"))
    try await run(CloseYear(upk: upk, year: 2015, day: day("2016-01-04")), by: world.bookkeeper)
    try await run(
      AllocateProfit(
        upk: upk, year: 2015,
        shares: [
          ProfitShare(.supervisors, hundredths: 3_333), ProfitShare(.capital, hundredths: 6_667),
        ], minutes: "RWT-2016", day: day("2016-01-10")), by: world.coordinator)
    try await run(
      PaySupervisors(
        upk: upk, supervisor: supervisor, amount: Rupiah(100_000), account: .bank,
        reference: "H-1", day: day("2016-01-11")), by: world.cashier)
    try await run(
      DepreciateAssets(upk: upk, month: month("2016-01")), by: world.bookkeeper)
    let ksm = KSMID(upk, 1)
    try await run(
      AssignSuspense(
        ksm: ksm, amount: Rupiah(15_000), reason: "Kuitansi ketua", day: day("2016-02-01")),
      by: world.bookkeeper)
    try await run(
      UnassignSuspense(
        upk: upk, number: 1, ksm: ksm, reason: "Kelompok lain", day: day("2016-02-02")),
      by: world.manager)
    try await run(
      AssignSuspense(
        ksm: ksm, amount: Rupiah(10_000), reason: "Kuitansi ketua", day: day("2016-02-03")),
      by: world.bookkeeper)
  }

  /// The months of 2016, the last of them closed twice, and a count that is short.
  func closeAgain() async throws {
    let november = month("2016-11")
    try await world.close(through: november)
    try await run(
      RequestReopening(
        upk: upk, month: november, reason: "Bunga bank", day: day("2016-12-05")),
      by: world.bookkeeper)
    try await run(
      ConfirmReopening(upk: upk, month: november, day: day("2016-12-05")), by: world.manager)
    try await post(.bank, .otherIncome, 12_000, on: "2016-11-30", reference: "B-12")
    try await run(
      ClosePeriod(upk: upk, month: november, day: day("2016-12-06")), by: world.bookkeeper)
    try await run(
      RequestReopening(upk: upk, month: november, reason: "Lagi", day: day("2016-12-07")),
      by: world.bookkeeper)
    try await run(
      RecordCashCount(
        upk: upk, counted: .zero, witness: world.manager, note: "", day: day("2016-12-22")),
      by: world.cashier)
    try await run(
      BookCashDifference(upk: upk, count: 2, day: day("2016-12-23")), by: world.bookkeeper)
  }
}
