/// A bank account of one month held against the bank's statement (rules.md 2.12).
public struct Reconciliation: Hashable, Sendable {
  public let upk: UPKID
  /// Counted from 1 in the UPK.
  public let number: Int64
  public let account: AccountCode
  public let month: Month
  /// Counted from 1 for the account and the month: the last one counts.
  public let version: Int64
  public let on: Day
  /// What the bank says before the month's first line, and after its last.
  public let statementOpening: Rupiah
  public let statementBalance: Rupiah
  /// What the books say at the month's end.
  public let ledgerBalance: Rupiah
  /// What agreed, and what one side alone has, of this month and of those before.
  public let items: [ReconciliationItem]

  public init(
    upk: UPKID, number: Int64, account: AccountCode, month: Month, version: Int64, on day: Day,
    statementOpening: Rupiah, statementBalance: Rupiah, ledgerBalance: Rupiah,
    items: [ReconciliationItem]
  ) {
    self.upk = upk
    self.number = number
    self.account = account
    self.month = month
    self.version = version
    on = day
    self.statementOpening = statementOpening
    self.statementBalance = statementBalance
    self.ledgerBalance = ledgerBalance
    self.items = items
  }

  public var matched: [ReconciliationItem] {
    items.filter { $0.statement != nil && $0.booking != nil }
  }
  /// What the bank has and the books have not: fees and interest to be booked, or a mistake.
  public var onlyInBank: [ReconciliationItem] { items.filter { $0.booking == nil } }
  /// What the books have and the bank has not: on its way, or a mistake.
  public var onlyInBooks: [ReconciliationItem] { items.filter { $0.statement == nil } }

  /// The bank's balance once what is on its way has arrived.
  public var adjustedStatement: Rupiah { statementBalance + onlyInBooks.total(\.amount) }
  /// The books' balance once what the bank knows is booked.
  public var adjustedLedger: Rupiah { ledgerBalance + onlyInBank.total(\.amount) }
  /// What neither explains: the bank and the books did not begin from the same.
  public var unexplained: Rupiah { adjustedStatement - adjustedLedger }

  /// Whether the balances agree but for what is on its way, and all that the bank knows is booked.
  public var isReconciled: Bool { unexplained == .zero && onlyInBank.isEmpty }
}

/// What a statement and the books agree on, or one of them alone has.
///
/// At least one side is there.
public struct ReconciliationItem: Hashable, Sendable {
  public let amount: Rupiah
  public let statement: Statement?
  public let booking: Booking?

  /// The bank's side.
  public struct Statement: Hashable, Sendable {
    public let on: Day
    public let text: String

    public init(on day: Day, text: String) {
      on = day
      self.text = text
    }
  }

  /// The books' side.
  public struct Booking: Hashable, Sendable {
    public let on: Day
    public let voucher: VoucherNumber
    public let reference: String?

    public init(on day: Day, voucher: VoucherNumber, reference: String?) {
      on = day
      self.voucher = voucher
      self.reference = reference
    }
  }

  public init(amount: Rupiah, statement: Statement?, booking: Booking?) {
    precondition(statement != nil || booking != nil, "an item is of the bank or of the books")
    self.amount = amount
    self.statement = statement
    self.booking = booking
  }
}
