import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing

private let malabutor = code("malabutor")

@Test func `a voucher shows its postings and the loan or group they belong to`() {
  let voucher = Voucher(
    number: VoucherNumber(kind: .cashReceipt, year: 2017, number: 12), bookedOn: day(2017, 2, 10),
    description: "Angsuran", reference: nil,
    postings: [
      Posting(debit: .cash, credit: .loans, amount: Rupiah(100_000), loan: 7),
      Posting(debit: .cash, credit: .otherIncome, amount: Rupiah(500)),
      Posting(debit: .savingsCash, credit: .savings, amount: Rupiah(9), ksm: 3),
    ])
  let wire = Bergulir_V1_Voucher(voucher, reversedBy: nil, in: malabutor)
  #expect(wire.number == "KM-2017-0012" && wire.date == "2017-02-10" && wire.reference.isEmpty)
  #expect(wire.postings.map(\.loan) == ["upks/malabutor/loans/7", "", ""])
  #expect(wire.postings.map(\.ksm) == ["", "", "upks/malabutor/ksms/3"])
  #expect(wire.postings.map(\.debit) == [11010, 11010, 11012])
  #expect(wire.postings.map(\.amount) == [100_000, 500, 9])
}

private func draft(
  line: Int32 = 4, date: String = "2017-02-10", description: String = "Bunga bank",
  reference: String = ""
) -> Bergulir_V1_VoucherDraft {
  .with {
    $0.line = line
    $0.date = date
    $0.description_p = description
    $0.debit = 11021
    $0.credit = 41020
    $0.amount = 12_989
    $0.reference = reference
  }
}

@Test func `a drafted voucher becomes a line of the journal`() throws {
  let line = try draft(reference: "R-1").line(at: 0)
  #expect(
    line
      == PostJournal.Line(
        number: 4, day: day(2017, 2, 10), description: "Bunga bank", debit: .bank,
        credit: .otherIncome, amount: Rupiah(12_989), reference: "R-1"))
  #expect(try draft().line(at: 0).reference == nil)
}

@Test func `a drafted voucher's fault names its place in the request`() {
  #expect(throws: Fault.fieldInvalid("vouchers[2].line", expected: .wholeNumber)) {
    try draft(line: 0).line(at: 2)
  }
  #expect(throws: Fault.fieldMissing("vouchers[2].date")) { try draft(date: "").line(at: 2) }
  #expect(throws: Fault.fieldInvalid("vouchers[2].description", expected: .line)) {
    try draft(description: "a\nb").line(at: 2)
  }
}

@Test func `an account that was not chosen is the usual one`() {
  #expect(AccountCode(chosen: 0, or: .bank) == .bank)
  #expect(AccountCode(chosen: 11010, or: .bank) == .cash)
}

private let trial = TrialBalance(
  asOf: day(2017, 1, 31),
  movements: [
    TrialBalance.Movement(
      account: .bank, month: Month(year: 2017, month: 1), debit: Rupiah(20_012_989),
      credit: Rupiah(12_597)),
    TrialBalance.Movement(
      account: .capitalBLM, month: Month(year: 2017, month: 1), debit: .zero,
      credit: Rupiah(20_000_000)),
    TrialBalance.Movement(
      account: .otherIncome, month: Month(year: 2017, month: 1), debit: .zero,
      credit: Rupiah(12_989)),
    TrialBalance.Movement(
      account: .bankFees, month: Month(year: 2017, month: 1), debit: Rupiah(12_597),
      credit: .zero),
  ])

@Test func `every account of the chart is listed by code with its balance`() {
  let list = Bergulir_V1_ListAccountsResponse(trial, chart: ChartOfAccounts.standard.reversed())
  #expect(list.accounts.map(\.code) == ChartOfAccounts.standard.map(\.code.number))
  let bank = list.accounts.first { $0.code == 11021 }
  #expect(bank?.balance == 20_000_392 && bank?.kind == "asset")
  #expect(list.asOf == "2017-01-31")
}

@Test func `a balance sheet balances on the wire too`() {
  let sheet = Bergulir_V1_BalanceSheet(BalanceSheet(trial, chart: ChartOfAccounts.standard))
  #expect(sheet.totalAssets == 20_000_392)
  #expect(sheet.totalLiabilitiesAndEquity == sheet.totalAssets)
  #expect(sheet.equity.map(\.code) == [31020, 31050] && sheet.liabilities.isEmpty)
}

@Test func `indicators show what they were made from`() throws {
  let sheet = Bergulir_V1_IndicatorSheet(
    IndicatorSheet(
      asOf: day(2017, 2, 10), portfolio: .nothing, trial: trial,
      operatingSince: Month(year: 2009, month: 4)),
    PortfolioQuality(.nothing, writtenOff: [], asOf: day(2017, 2, 10)),
    ReserveReading(scheme: .none, portfolio: .nothing, trial: trial), of: malabutor)
  #expect(sheet.upk == "upks/malabutor")
  #expect(sheet.asOf == "2017-02-10" && sheet.flowsAsOf == "2017-01-31")
  #expect(sheet.indicators.map(\.indicator) == ["LAR", "PAR", "CCr", "ROI", "RR"])
  #expect(sheet.indicators.map(\.percent) == ["", "", "103.11", "0.0020", ""])
  let roi = sheet.indicators[3]
  #expect(roi.numerator == 392 && roi.denominator == 20_000_000 && roi.annualised == "0.0235")
  #expect(sheet.indicators[0].category == "NOT_RATED" && sheet.indicators[2].category == "MINIMUM")
  #expect(sheet.operationalCcr.category == "NOT_RATED")
  // Without loans no scheme asks for a reserve.
  #expect(sheet.reserve.scheme == "none" && sheet.reserve.required == 0)
  #expect(sheet.reserve.ccr == sheet.indicators[2])
}

private func history(
  _ from: String, _ until: String
) -> Bergulir_V1_GetIndicatorHistoryRequest {
  .with {
    $0.from = from
    $0.until = until
  }
}

@Test func `a history has every month from the first to the last, 120 at most`() throws {
  let months = try history("2017-11", "2018-02").months()
  #expect(months.map(\.description) == ["2017-11", "2017-12", "2018-01", "2018-02"])
  #expect(try history("2017-11", "2017-11").months().count == 1)
  #expect(try history("2008-01", "2017-12").months().count == 120)
  #expect(throws: Fault.rangeTooLong(limitMonths: 120)) {
    try history("2008-01", "2018-01").months()
  }
  #expect(throws: Fault.fieldInvalid("until", expected: .notBefore("from"))) {
    try history("2018-01", "2017-12").months()
  }
  #expect(throws: Fault.fieldMissing("from")) { try history("", "2017-12").months() }
}

@Test func `a span of days may be open on either side, and not upside down`() throws {
  func days(_ from: String, _ until: String) -> Bergulir_V1_ListVouchersRequest {
    .with {
      $0.from = from
      $0.until = until
    }
  }
  let open = try days("", "").days()
  #expect(open.from == nil && open.until == nil)
  let closed = try days("2017-01-01", "2017-01-01").days()
  #expect(closed.from == day(2017, 1, 1) && closed.until == day(2017, 1, 1))
  #expect(throws: Fault.fieldInvalid("until", expected: .notBefore("from"))) {
    try days("2017-01-02", "2017-01-01").days()
  }
}
