public import RevolvingFund

extension Bergulir_V1_Voucher {
  /// A voucher, and the number of the one that took it back, if any.
  public init(_ voucher: Voucher, reversedBy: VoucherNumber?, in upk: Code) {
    self.init()
    reverses = voucher.reverses?.description ?? ""
    self.reversedBy = reversedBy?.description ?? ""
    number = voucher.number.description
    date = voucher.bookedOn.description
    description_p = voucher.description
    reference = voucher.reference ?? ""
    postings = voucher.postings.map { Bergulir_V1_Posting($0, in: upk) }
  }
}

extension Field {
  /// A voucher's number, such as `KM-2017-0012`.
  public func voucher() throws(Fault) -> VoucherNumber {
    try read(.voucher) { VoucherNumber(parsing: $0) }
  }
}

extension Bergulir_V1_Posting {
  public init(_ posting: Posting, in upk: Code) {
    self.init()
    debit = posting.debit.number
    credit = posting.credit.number
    amount = posting.amount.amount
    loan = posting.loan.map { ResourceName.loan(upk, $0).description } ?? ""
    ksm = posting.ksm.map { ResourceName.ksm(upk, $0).description } ?? ""
    fromLoan = posting.fromLoan.map { ResourceName.loan(upk, $0).description } ?? ""
  }
}

extension Bergulir_V1_VoucherDraft {
  /// The voucher as written.
  ///
  /// - Parameter index: its place in the request, counted from 0, for the faults' field names.
  /// - Returns: the line, whose accounts and amount the core has yet to judge.
  /// - Throws: `fieldMissing`, `fieldInvalid`.
  public func line(at index: Int) throws(Fault) -> PostJournal.Line {
    let path = "vouchers[\(index)]"
    guard line >= 1 else { throw .fieldInvalid("\(path).line", expected: .wholeNumber) }
    return PostJournal.Line(
      number: Int(line), day: try Field("\(path).date", date).day(),
      description: try Field("\(path).description", description_p).line(),
      debit: AccountCode(debit), credit: AccountCode(credit), amount: Rupiah(amount),
      reference: try Field("\(path).reference", reference).optionalLine())
  }
}

extension AccountCode {
  /// The account that a caller chose, or another one where the field is 0.
  public init(chosen number: Int32, or other: AccountCode) {
    self = number == 0 ? other : AccountCode(number)
  }
}

extension Bergulir_V1_Account {
  public init(_ account: Account, balance: Rupiah) {
    self.init()
    code = account.code.number
    displayName = account.name
    kind = account.code.kind.rawValue
    self.balance = balance.amount
  }
}

extension Bergulir_V1_ListAccountsResponse {
  /// Every account of a chart, by code, with the balance that the day's statements show.
  public init(_ trial: TrialBalance, chart: [Account]) {
    self.init()
    asOf = trial.asOf.description
    accounts = chart.sorted { $0.code < $1.code }
      .map { Bergulir_V1_Account($0, balance: trial.stated($0.code)) }
  }
}

extension Bergulir_V1_BalanceSheet {
  public init(_ sheet: BalanceSheet) {
    self.init()
    func accounts(_ lines: [BalanceSheet.Line]) -> [Bergulir_V1_Account] {
      lines.map { Bergulir_V1_Account($0.account, balance: $0.balance) }
    }
    asOf = sheet.asOf.description
    assets = accounts(sheet.assets)
    liabilities = accounts(sheet.liabilities)
    equity = accounts(sheet.equity)
    totalAssets = sheet.totalAssets.amount
    totalLiabilitiesAndEquity = sheet.totalLiabilitiesAndEquity.amount
  }
}

extension Bergulir_V1_ListVouchersRequest {
  /// The first and last day asked for; `nil` where the caller left it open.
  ///
  /// - Throws: `fieldInvalid`, also for a last day before the first.
  public func days() throws(Fault) -> (from: Day?, until: Day?) {
    let first = try Field("from", from).optionalDay()
    let last = try Field("until", until).optionalDay()
    if let first, let last, last < first {
      throw .fieldInvalid("until", expected: .notBefore("from"))
    }
    return (first, last)
  }
}
