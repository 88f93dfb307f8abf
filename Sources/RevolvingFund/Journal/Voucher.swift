/// One movement between two accounts.
///
/// It cannot be out of balance.
public struct Posting: Hashable, Sendable {
  public let debit: AccountCode
  public let credit: AccountCode
  /// Above zero.
  public let amount: Rupiah
  /// The loan it belongs to, if any.
  public let loan: Int64?
  /// The group whose savings it moves, if any.
  public let ksm: Int64?
  /// The loan that the credit belongs to where it is another: that of a restructuring, which moves
  /// a balance from loan to loan on one account.
  public let fromLoan: Int64?

  /// A posting; the amount must be above zero, and the accounts or the loans must differ.
  public init(
    debit: AccountCode, credit: AccountCode, amount: Rupiah, loan: Int64? = nil,
    ksm: Int64? = nil, fromLoan: Int64? = nil
  ) {
    precondition(
      amount > .zero && (debit != credit || (fromLoan != nil && fromLoan != loan)),
      "a posting moves something somewhere")
    self.fromLoan = fromLoan
    self.debit = debit
    self.credit = credit
    self.amount = amount
    self.loan = loan
    self.ksm = ksm
  }

  /// Whether it belongs to the close of a year, which alone moves 31050.
  public var closesYear: Bool { debit == .profitOfYear || credit == .profitOfYear }

  /// What takes it back: the same between the same accounts, the other way round.
  var reversed: Posting {
    Posting(
      debit: credit, credit: debit, amount: amount, loan: fromLoan ?? loan, ksm: ksm,
      fromLoan: fromLoan == nil ? nil : loan)
  }
}

/// What a voucher is: money in, money out, or neither (rules.md 0, ruling 25).
///
/// The letters are the programme's, and `KM` rather than `BKM`, which also means the board.
public enum VoucherKind: String, Hashable, Sendable, CaseIterable {
  case cashReceipt = "KM"
  case cashPayment = "KK"
  case transfer = "PB"

  /// The kind that fits the accounts: money received, money paid, or a transfer.
  public init(_ postings: [Posting]) {
    let receives = postings.contains { $0.debit.isMoney && !$0.credit.isMoney }
    let pays = postings.contains { $0.credit.isMoney && !$0.debit.isMoney }
    self = receives == pays ? .transfer : receives ? .cashReceipt : .cashPayment
  }
}

/// A voucher's place in its series: gapless in a UPK, a kind and a year.
public struct VoucherNumber: Hashable, Sendable, CustomStringConvertible {
  public let kind: VoucherKind
  public let year: Int
  public let number: Int64

  public init(kind: VoucherKind, year: Int, number: Int64) {
    self.kind = kind
    self.year = year
    self.number = number
  }

  /// Such as `KM-2017-0012`.
  public var description: String {
    "\(kind.rawValue)-\(padded(year, 4))-\(padded(Int(number), 4))"
  }

  /// Reads a number as `description` writes it; `nil` for anything else.
  public init?(parsing text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let kind = VoucherKind(rawValue: parts[0]), let year = Int(parts[1]),
      let number = Int64(parts[2]), number >= 1
    else { return nil }
    self.init(kind: kind, year: year, number: number)
    guard description == text else { return nil }
  }
}

/// A sheet of the journal: one or more postings of one day.
public struct Voucher: Hashable, Sendable {
  public let number: VoucherNumber
  public let bookedOn: Day
  public let description: String
  /// The number on the paper, where there is one; used once in a UPK.
  public let reference: String?
  public let postings: [Posting]
  /// The voucher that it takes back, if any: each is taken back once.
  public let reverses: VoucherNumber?

  public init(
    number: VoucherNumber, bookedOn: Day, description: String, reference: String?,
    postings: [Posting], reverses: VoucherNumber? = nil
  ) {
    self.reverses = reverses
    self.number = number
    self.bookedOn = bookedOn
    self.description = description
    self.reference = reference
    self.postings = postings
  }

  /// Whether it belongs to the close of a year, and so to no flow of income or cost.
  public var closesYear: Bool { postings.contains(where: \.closesYear) }
}
