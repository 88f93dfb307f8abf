/// That what was open on a loan became a new loan over more time (penjadwalan ulang).
///
/// Once for a loan, decided by the board, signed by all members, told to the supervisors
/// (rules.md 2.9, B-55).
public struct Restructuring: Hashable, Sendable {
  public let loan: LoanID
  public let successor: LoanID
  public let on: Day
  /// The open principal that went over.
  public let principal: Rupiah
  /// The service charge that had fallen due and went over.
  public let serviceCharge: Rupiah
  /// The class on the day, which the successor inherits.
  public let collectability: Collectability
  public let grounds: Grounds
  /// The board's coordinator.
  public let decidedBy: PersonID

  /// Why it was done, and the papers on which it rests.
  public struct Grounds: Hashable, Sendable {
    /// Why the loan cannot be repaid as agreed.
    public let reason: String
    /// What shows that the business still runs.
    public let evidence: String
    /// The number of the new agreement, which all members signed.
    public let agreement: String
    /// The number of the board's minutes.
    public let minutes: String
    /// The number of the letter to the supervisors (Pengawas).
    public let notice: String

    public init(
      reason: String, evidence: String, agreement: String, minutes: String, notice: String
    ) {
      self.reason = reason
      self.evidence = evidence
      self.agreement = agreement
      self.minutes = minutes
      self.notice = notice
    }
  }

  public init(
    loan: LoanID, successor: LoanID, on day: Day, principal: Rupiah, serviceCharge: Rupiah,
    collectability: Collectability, grounds: Grounds, decidedBy: PersonID
  ) {
    self.loan = loan
    self.successor = successor
    on = day
    self.principal = principal
    self.serviceCharge = serviceCharge
    self.collectability = collectability
    self.grounds = grounds
    self.decidedBy = decidedBy
  }
}
