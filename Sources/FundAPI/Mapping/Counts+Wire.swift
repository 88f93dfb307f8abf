public import RevolvingFund

extension Bergulir_V1_CashCount {
  public init(_ count: CashCount, in upk: Code) {
    self.init()
    name = ResourceName.cashCount(upk, count.number).description
    date = count.on.description
    counted = count.counted.amount
    ledger = count.ledger.amount
    difference = count.difference.amount
    counter = ResourceName.person(count.counter).description
    witness = ResourceName.person(count.witness).description
    note = count.note
    voucher = count.booked?.voucher.description ?? ""
  }
}

extension Bergulir_V1_Asset {
  /// An asset as it stands in the books at the end of a day.
  public init(_ asset: Asset, asOf day: Day, in upk: Code) {
    self.init()
    // What a month lost is booked on its last day.
    let booked = day == day.month.last ? day.month : day.month.adding(-1)
    name = ResourceName.asset(upk, asset.number).description
    displayName = asset.name
    cost = asset.cost.amount
    boughtOn = asset.boughtOn.description
    life = Int32(clamping: asset.life)
    voucher = asset.voucher.description
    depreciated = asset.booked(through: booked).amount
    bookValue = asset.bookValue(through: booked).amount
    missing = max(0, asset.worn(through: booked).amount - depreciated)
  }
}

extension Bergulir_V1_StatementLine {
  /// The line as written.
  ///
  /// - Parameter index: its place in the request, counted from 0, for the faults' field names.
  /// - Returns: the line, whose amounts the core has yet to judge.
  /// - Throws: `fieldMissing`, `fieldInvalid`.
  public func line(at index: Int) throws(Fault) -> StatementLine {
    let path = "lines[\(index)]"
    guard line >= 1 else { throw .fieldInvalid("\(path).line", expected: .wholeNumber) }
    return StatementLine(
      number: Int(line), on: try Field("\(path).date", date).day(),
      text: try Field("\(path).text", text).line(), amount: Rupiah(amount),
      balance: Rupiah(balance))
  }
}

extension Bergulir_V1_Reconciliation {
  /// A reconciliation without its items.
  public init(_ found: Reconciliation, in upk: Code) {
    self.init()
    name = ResourceName.reconciliation(upk, found.number).description
    account = found.account.number
    month = found.month.description
    version = found.version
    reconciledOn = found.on.description
    statementBalance = found.statementBalance.amount
    ledgerBalance = found.ledgerBalance.amount
    matched = Int32(clamping: found.matched.count)
    onlyInBank = Int32(clamping: found.onlyInBank.count)
    onlyInBankAmount = found.onlyInBank.total(\.amount).amount
    onlyInBooks = Int32(clamping: found.onlyInBooks.count)
    onlyInBooksAmount = found.onlyInBooks.total(\.amount).amount
    adjustedStatement = found.adjustedStatement.amount
    adjustedLedger = found.adjustedLedger.amount
    unexplained = found.unexplained.amount
    isReconciled = found.isReconciled
  }

  /// A reconciliation with all its items.
  public init(whole found: Reconciliation, in upk: Code) {
    self.init(found, in: upk)
    items = found.items.map { Bergulir_V1_ReconciliationItem($0) }
  }
}

extension Bergulir_V1_ReconciliationItem {
  fileprivate init(_ item: ReconciliationItem) {
    self.init()
    side = ReconciliationSide(item).rawValue
    amount = item.amount.amount
    statedOn = item.statement?.on.description ?? ""
    text = item.statement?.text ?? ""
    bookedOn = item.booking?.on.description ?? ""
    voucher = item.booking?.voucher.description ?? ""
  }
}

/// Who has an item of a reconciliation.
public enum ReconciliationSide: String, Hashable, Sendable, CaseIterable, Worded {
  case matched, onlyInBank, onlyInBooks

  init(_ item: ReconciliationItem) {
    self = item.booking == nil ? .onlyInBank : item.statement == nil ? .onlyInBooks : .matched
  }

  public var words: Sentence {
    switch self {
    case .matched: Sentence("both", "keduanya")
    case .onlyInBank: Sentence("bank only", "hanya di bank")
    case .onlyInBooks: Sentence("books only", "hanya di pembukuan")
    }
  }
}
