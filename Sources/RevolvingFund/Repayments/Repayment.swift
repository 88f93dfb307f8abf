/// A receipt's place in its series: gapless in a UPK and a year.
public struct ReceiptNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let number: Int64

  public init(year: Int, number: Int64) {
    self.year = year
    self.number = number
  }

  /// Reads `KW-2016-0001`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "KW", let year = Int(parts[1]),
      let number = Int64(parts[2]), number > 0
    else { return nil }
    self.init(year: year, number: number)
    guard description == text else { return nil }
  }

  /// Such as `KW-2016-0001`, of kuitansi.
  public var description: String { "KW-\(padded(year, 4))-\(padded(Int(number), 4))" }

  public static func < (left: ReceiptNumber, right: ReceiptNumber) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

/// What one member brought for one member's share.
public struct MemberPayment: Hashable, Sendable {
  /// Whose share it pays.
  public let member: Int64
  /// Who brought it; for another's share it becomes a debt inside the group.
  public let payer: Int64
  public let amount: Rupiah

  public init(member: Int64, payer: Int64, amount: Rupiah) {
    self.member = member
    self.payer = payer
    self.amount = amount
  }
}

extension [MemberPayment] {
  /// One payment for each member and payer, in the order in which they came first.
  var merged: [MemberPayment] {
    var amounts: [MemberPair: Rupiah] = [:]
    let pairs = compactMap { payment -> MemberPair? in
      let pair = MemberPair(debtor: payment.member, creditor: payment.payer)
      let isNew = amounts[pair] == nil
      amounts[pair, default: .zero] += payment.amount
      return isNew ? pair : nil
    }
    return pairs.map {
      MemberPayment(member: $0.debtor, payer: $0.creditor, amount: amounts[$0] ?? .zero)
    }
  }
}

/// Money received on a loan, and what it was for.
public struct Repayment: Hashable, Sendable {
  public let loan: LoanID
  public let receipt: ReceiptNumber
  /// Its place among all repayments and reversals of the UPK, as recorded.
  public let number: Int64
  public let on: Day
  /// What is debited: cash, bank, the group's savings, or what was held for it.
  public let account: AccountCode
  /// Principal and service charge; how it splits follows from all that was paid by the day.
  public let loanPart: Rupiah
  public let lateFee: Rupiah
  public let savings: Rupiah
  /// What was more than the debt, and is held for the group.
  public let excess: Rupiah
  /// By member's share and payer; they sum to the loan's part.
  public let members: [MemberPayment]
  public let voucher: VoucherNumber
  /// The number on the paper receipt.
  public let reference: String?
  public let recordedBy: PersonID
  public var reversal: Reversal?

  /// An entry that takes a repayment back from a day on.
  public struct Reversal: Hashable, Sendable {
    /// Its place, as that of a repayment.
    public let number: Int64
    public let on: Day
    public let reason: String
    public let recordedBy: PersonID

    public init(number: Int64, on day: Day, reason: String, recordedBy: PersonID) {
      self.number = number
      on = day
      self.reason = reason
      self.recordedBy = recordedBy
    }
  }

  public init(
    loan: LoanID, receipt: ReceiptNumber, number: Int64, on day: Day, account: AccountCode,
    loanPart: Rupiah, lateFee: Rupiah, savings: Rupiah, excess: Rupiah,
    members: [MemberPayment], voucher: VoucherNumber, reference: String?, recordedBy: PersonID,
    reversal: Reversal?
  ) {
    self.loan = loan
    self.receipt = receipt
    self.number = number
    on = day
    self.account = account
    self.loanPart = loanPart
    self.lateFee = lateFee
    self.savings = savings
    self.excess = excess
    self.members = members
    self.voucher = voucher
    self.reference = reference
    self.recordedBy = recordedBy
    self.reversal = reversal
  }

  /// All that was received.
  public var amount: Rupiah { loanPart + lateFee + savings + excess }

  /// Whether it counts at the end of a day.
  public func counts(on day: Day) -> Bool {
    on <= day && reversal.map { day < $0.on } ?? true
  }
}
