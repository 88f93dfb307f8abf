/// A line of a bank's statement.
public struct StatementLine: Hashable, Sendable {
  /// Where it stands in what the caller sent, counted from 1.
  public let number: Int
  public let on: Day
  /// What the bank wrote; may be empty.
  public let text: String
  /// What came in, or went out where it is below zero.
  public let amount: Rupiah
  /// What the account held after it.
  public let balance: Rupiah

  public init(number: Int, on day: Day, text: String, amount: Rupiah, balance: Rupiah) {
    self.number = number
    on = day
    self.text = text
    self.amount = amount
    self.balance = balance
  }
}

/// What the books say of a bank account in a month.
public struct BankBook: Hashable, Sendable {
  /// Before the month.
  public let opening: Rupiah
  /// By day and as recorded.
  public let entries: [Entry]

  /// What a voucher moved on the account.
  public struct Entry: Hashable, Sendable {
    public let voucher: VoucherNumber
    public let on: Day
    /// The number on its paper, if it has one.
    public let reference: String?
    /// What came in, or went out where it is below zero.
    public let amount: Rupiah
    /// The voucher that it takes back, if any.
    public let reverses: VoucherNumber?

    public init(
      voucher: VoucherNumber, on day: Day, reference: String?, amount: Rupiah,
      reverses: VoucherNumber?
    ) {
      self.voucher = voucher
      on = day
      self.reference = reference
      self.amount = amount
      self.reverses = reverses
    }
  }

  public init(opening: Rupiah, entries: [Entry]) {
    self.opening = opening
    self.entries = entries
  }

  /// That of an account without postings.
  public static let empty = BankBook(opening: .zero, entries: [])

  public var closing: Rupiah { opening + entries.total(\.amount) }
}
