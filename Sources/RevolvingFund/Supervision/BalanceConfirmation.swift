/// What supervisors heard from borrowers of their debts, held against the books of a day
/// (rules.md 0, ruling 27 b: half-yearly).
public struct BalanceConfirmation: Hashable, Sendable {
  public let upk: UPKID
  public let number: Int64
  /// The end of this day is what was asked about.
  public let asOf: Day
  public let on: Day
  public let by: PersonID
  public let scope: ConfirmationScope
  public let lines: [Line]
  /// Opened by the lines in which another balance was proven.
  public let findings: [Finding]

  public init(
    upk: UPKID, number: Int64, asOf day: Day, on recorded: Day, by person: PersonID,
    scope: ConfirmationScope, lines: [Line], findings: [Finding]
  ) {
    self.upk = upk
    self.number = number
    asOf = day
    on = recorded
    by = person
    self.scope = scope
    self.lines = lines
    self.findings = findings
  }

  /// What one member said.
  public struct Line: Hashable, Sendable {
    public let loan: LoanID
    public let member: Int64
    /// What the member says is still to be paid on the share.
    public let stated: Rupiah
    /// What the books say, service charge included, at the end of the day asked about.
    public let books: Rupiah
    /// The paper that proves what was stated; empty where there is none.
    public let evidence: String

    public init(
      loan: LoanID, member: Int64, stated: Rupiah, books: Rupiah, evidence: String
    ) {
      self.loan = loan
      self.member = member
      self.stated = stated
      self.books = books
      self.evidence = evidence
    }

    /// What was stated less than the books say is money that may not have come in: below zero.
    public var difference: Rupiah { stated - books }
    public var result: ConfirmationResult {
      difference == .zero ? .agreed : evidence.isEmpty ? .differs : .proven
    }
  }

  /// The last day by which the next one is due: half a year after what was asked about.
  public var nextDue: Day { asOf.addingMonths(6) }

  /// How many members gave one result.
  public func count(_ result: ConfirmationResult) -> Int {
    lines.count { $0.result == result }
  }
}

/// Whether everybody was asked.
public enum ConfirmationScope: String, Hashable, Sendable, CaseIterable {
  case sample, all
}

/// What came of asking one member.
public enum ConfirmationResult: String, Hashable, Sendable, CaseIterable {
  case agreed
  /// Another balance was stated, without a paper.
  case differs
  /// Another balance was stated, and a paper proves it.
  case proven
}
