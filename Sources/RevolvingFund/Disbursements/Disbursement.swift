/// How a loan was handed over: from which account, before whom, and what each member signed for.
public struct Disbursement: Hashable, Sendable {
  /// How many must sign for money of the fund's bank account (002 §LKM-4.5c, §UPK-5).
  public static let signatories = 3

  public let loan: LoanID
  public let on: Day
  public let account: AccountCode
  public let paidBy: PersonID
  /// Who signed for the bank, in the order of their numbers; none where cash was paid.
  public let signatories: [PersonID]
  /// The board's member who saw it (rules.md 0, ruling 19).
  public let witness: PersonID
  /// What members signed for, by day and member.
  public var receipts: [MemberReceipt]
  public var void: DisbursementVoid?

  public init(
    loan: LoanID, on day: Day, account: AccountCode, paidBy: PersonID, signatories: [PersonID],
    witness: PersonID, receipts: [MemberReceipt], void: DisbursementVoid?
  ) {
    self.loan = loan
    on = day
    self.account = account
    self.paidBy = paidBy
    self.signatories = signatories
    self.witness = witness
    self.receipts = receipts
    self.void = void
  }

  /// As it was known at the end of a day.
  public func asKnown(on day: Day) -> Disbursement {
    var known = self
    known.receipts = receipts.filter { $0.on <= day }
    known.void = void.flatMap { $0.on <= day ? $0 : nil }
    return known
  }
}

/// A member's receipt for the own share (rules.md R-062).
public struct MemberReceipt: Hashable, Sendable {
  public let member: Int64
  public let amount: Rupiah
  public let mark: ReceiptMark
  /// Where paper or photograph is kept.
  public let reference: String
  public let witness: PersonID
  public let on: Day

  public init(
    member: Int64, amount: Rupiah, mark: ReceiptMark, reference: String, witness: PersonID,
    on day: Day
  ) {
    self.member = member
    self.amount = amount
    self.mark = mark
    self.reference = reference
    self.witness = witness
    on = day
  }
}

/// How somebody shows to have received money.
public enum ReceiptMark: String, Hashable, Sendable, CaseIterable {
  case signature, thumbprint, photograph
}

/// That a pay-out was taken back before any member had signed for it.
public struct DisbursementVoid: Hashable, Sendable {
  public let on: Day
  public let by: PersonID
  public let reason: String

  public init(on day: Day, by person: PersonID, reason: String) {
    on = day
    by = person
    self.reason = reason
  }
}

/// A loan with what is known of its pay-out.
public struct DisbursedLoan: Hashable, Sendable {
  public let loan: Loan
  /// `nil` for a loan that was paid out before pay-outs were recorded apart.
  public let disbursement: Disbursement?

  public init(loan: Loan, disbursement: Disbursement?) {
    self.loan = loan
    self.disbursement = disbursement
  }

  /// Members who have not signed for their share by the end of a day, in the loan's order.
  ///
  /// None for what was taken back by then: nobody has anything to sign for.
  public func unconfirmedMembers(asOf day: Day) -> [Int64] {
    let known = disbursement?.asKnown(on: day)
    guard known?.void == nil else { return [] }
    let confirmed = Set((known?.receipts ?? []).map(\.member))
    return loan.shares.map(\.member).filter { !confirmed.contains($0) }
  }

  /// Whether every member has signed, so that it cannot be taken back any more.
  public func isFinal(asOf day: Day) -> Bool {
    disbursement?.asKnown(on: day).void == nil && unconfirmedMembers(asOf: day).isEmpty
  }
}
