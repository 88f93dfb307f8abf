/// One place in which the books are not what they must be.
public struct Finding: Hashable, Sendable {
  public let control: Control
  /// The row or sum, such as `loan/3`, `voucher/KM-2017-0004` or `account 11030`.
  public let place: String
  /// The column or figure.
  public let what: String
  public let expected: String
  public let found: String

  public init(
    _ control: Control, _ place: String, _ what: String, expected: String, found: String
  ) {
    self.control = control
    self.place = place
    self.what = what
    self.expected = expected
    self.found = found
  }
}

/// What is checked, in the order in which differences are told (rules.md 2.12).
public enum Control: String, Hashable, Sendable, CaseIterable {
  /// Every event with its vouchers and postings has the hash that it was recorded with.
  case chain
  /// The head of the stream says where the chain ends, and what is closed.
  case head
  /// A voucher and its postings name each other, on one day, line by line.
  case journal
  /// Vouchers, receipts and all other series run from 1 without a gap.
  case series
  /// The number of a paper stands on one voucher.
  case references
  /// The chart is the standard one with what was opened.
  case chart
  /// A row says what the event says that made it.
  case record
  /// The loans and account 11030 agree at the end of every day, each and in all.
  case loans
  /// The balances of the five classes are the balance of the loans at every month's end.
  case classes
  /// Service charge in the books is what was paid on the loans.
  case serviceCharge
  /// What the groups saved is account 21020, and 11022 with 11012 covers it on every day.
  case savings
  /// What is held for groups is account 21030, and no group's is below zero.
  case suspense
  /// Capital in the books is what was received.
  case capital
  /// Nothing was booked in a month after its close.
  case closedMonths
  /// The figures that a close froze are those of its day.
  case frozenFigures
}

/// What was found in the books of one UPK.
public struct Verification: Hashable, Sendable {
  public let upk: Int64
  /// Events that were read.
  public let events: Int
  /// The differences, the first one first; at most `limit`.
  public let findings: [Finding]
  /// More than these are not told: whoever has so many begins with the first.
  public static let limit = 1000

  public init(upk: Int64, events: Int, findings: [Finding]) {
    self.upk = upk
    self.events = events
    self.findings = Array(findings.prefix(Verification.limit))
  }

  public var isClean: Bool { findings.isEmpty }
}
