/// A loan taken off the books as lost (hapus buku); what the group owes stays a claim.
///
/// The claim is the open principal and the service charge that had fallen due. What comes in on it
/// takes off the principal first, which is the fund's capital; all of it is income
/// (rules.md 2.9, B-56; 5.3).
public struct WriteOff: Hashable, Sendable {
  public let loan: LoanID
  /// From this day on the loan is not among the loans.
  public let on: Day
  public let principal: Rupiah
  /// Fallen due by the day and unpaid.
  public let serviceCharge: Rupiah
  /// What the reserve bore of the principal; the rest is cost of the year.
  public let fromReserve: Rupiah
  public let decision: Decision
  /// What came in afterwards, in the order of their numbers.
  public let recoveries: [ClaimRecovery]
  /// The later decision to give up what was left.
  public let waiver: ClaimWaiver?

  /// Who decided it, and on which papers.
  public struct Decision: Hashable, Sendable {
    /// The number of the board's minutes.
    public let minutes: String
    /// The number of the report to the annual community meeting (RWT).
    public let report: String
    /// The manager who proposed it.
    public let proposedBy: PersonID
    /// The board's coordinator; never the one who proposed it.
    public let decidedBy: PersonID
    /// Why the group's savings were not used; empty where it had none.
    public let savingsKept: String

    public init(
      minutes: String, report: String, proposedBy: PersonID, decidedBy: PersonID,
      savingsKept: String
    ) {
      self.minutes = minutes
      self.report = report
      self.proposedBy = proposedBy
      self.decidedBy = decidedBy
      self.savingsKept = savingsKept
    }
  }

  public init(
    loan: LoanID, on day: Day, principal: Rupiah, serviceCharge: Rupiah, fromReserve: Rupiah,
    decision: Decision, recoveries: [ClaimRecovery], waiver: ClaimWaiver?
  ) {
    self.loan = loan
    on = day
    self.principal = principal
    self.serviceCharge = serviceCharge
    self.fromReserve = fromReserve
    self.decision = decision
    self.recoveries = recoveries
    self.waiver = waiver
  }
}

extension WriteOff {
  /// What came in by a day and was not taken back by then.
  public func recovered(by day: Day) -> PaidTotals {
    let came = recoveries.filter { $0.counts(on: day) }
    return PaidTotals(
      principal: came.total(\.principal), serviceCharge: came.total(\.serviceCharge))
  }

  /// What did not come in, whatever day it is.
  var left: PaidTotals {
    let came = recoveries.filter { $0.reversal == nil }
    return PaidTotals(
      principal: principal - came.total(\.principal),
      serviceCharge: serviceCharge - came.total(\.serviceCharge))
  }

  /// What can come in on a day without a later one having more than is claimed.
  func room(from day: Day) -> PaidTotals {
    let open = ([day] + recoveries.flatMap(\.days).filter { day < $0 }).map { day in
      let came = recovered(by: day)
      return PaidTotals(
        principal: principal - came.principal, serviceCharge: serviceCharge - came.serviceCharge)
    }
    return PaidTotals(
      principal: open.map(\.principal).min() ?? .zero,
      serviceCharge: open.map(\.serviceCharge).min() ?? .zero)
  }

  /// The last day on which something came in or was taken back.
  var lastMoved: Day? { recoveries.flatMap(\.days).max() }

  /// What is still claimed at the end of a day; nothing before the write-off or after a waiver.
  public func claim(asOf day: Day) -> PaidTotals {
    guard on <= day, waiver.map({ day < $0.on }) ?? true else { return .nothing }
    let recovered = recovered(by: day)
    return PaidTotals(
      principal: principal - recovered.principal,
      serviceCharge: serviceCharge - recovered.serviceCharge)
  }

  /// Where the loan stands from the day of its write-off on.
  public func state(asOf day: Day) -> LoanState {
    if let waiver, waiver.on <= day { return .claimWaived }
    return claim(asOf: day).total == .zero ? .fullyRecovered : .writtenOff
  }

  /// Its part of W: for twelve months the principal that was not recovered (rules.md 0, ruling 3).
  ///
  /// A waiver recovers nothing, so what was waived still counts.
  func counted(on day: Day) -> Rupiah {
    guard day.addingMonths(-12) < on, on <= day else { return .zero }
    return principal - recovered(by: day).principal
  }
}

/// Money that came in on the claim of a loan written off.
public struct ClaimRecovery: Hashable, Sendable {
  /// Counted from 1 in each claim.
  public let number: Int
  public let on: Day
  public let principal: Rupiah
  public let serviceCharge: Rupiah
  /// The receipt that was given for it; none for what came in before receipts were.
  public let receipt: ClaimReceipt?
  public var reversal: Reversal?

  /// An entry that takes it back from a day on.
  public struct Reversal: Hashable, Sendable {
    public let on: Day
    public let reason: String
    public let recordedBy: PersonID

    public init(on day: Day, reason: String, recordedBy: PersonID) {
      on = day
      self.reason = reason
      self.recordedBy = recordedBy
    }
  }

  public init(
    number: Int, on day: Day, principal: Rupiah, serviceCharge: Rupiah, receipt: ClaimReceipt?,
    reversal: Reversal?
  ) {
    self.number = number
    on = day
    self.principal = principal
    self.serviceCharge = serviceCharge
    self.receipt = receipt
    self.reversal = reversal
  }

  public var amount: Rupiah { principal + serviceCharge }

  /// Whether it counts at the end of a day.
  public func counts(on day: Day) -> Bool {
    on <= day && reversal.map { day < $0.on } ?? true
  }

  /// On which it came in, and was taken back.
  var days: [Day] { [on] + (reversal.map { [$0.on] } ?? []) }
}

/// The receipt for money that came in on a claim.
public struct ClaimReceipt: Hashable, Sendable {
  /// In the same series as those of repayments.
  public let number: ReceiptNumber
  public let voucher: VoucherNumber
  /// What is debited: cash or bank.
  public let account: AccountCode
  public let recordedBy: PersonID

  public init(
    _ number: ReceiptNumber, voucher: VoucherNumber, account: AccountCode, recordedBy: PersonID
  ) {
    self.number = number
    self.voucher = voucher
    self.account = account
    self.recordedBy = recordedBy
  }
}

/// The decision that nothing more is claimed (hapus tagih), separate from the write-off and later.
public struct ClaimWaiver: Hashable, Sendable {
  public let on: Day
  /// What was given up.
  public let waived: PaidTotals
  /// The number of the board's minutes.
  public let minutes: String
  public let reason: String
  public let decidedBy: PersonID

  public init(
    on day: Day, waived: PaidTotals, minutes: String, reason: String, decidedBy: PersonID
  ) {
    on = day
    self.waived = waived
    self.minutes = minutes
    self.reason = reason
    self.decidedBy = decidedBy
  }
}
