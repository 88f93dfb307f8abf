/// What a member said when asked, about a month after the pay-out (rules.md, B-52).
public struct MemberVisit: Hashable, Sendable {
  public let id: VisitID
  public let loan: LoanID
  public let member: Int64
  /// The member's person, by whom other UPK know of it.
  public let person: PersonID
  public let on: Day
  public let visitor: PersonID
  /// The board's member who came along.
  public let companion: PersonID?
  /// What the member says to have received.
  public let received: Rupiah
  public let use: VisitUse
  /// What it comes to; stored, since it is a statement of its day.
  public let finding: VisitFinding?
  /// Who had the money instead, where somebody is known to.
  public let beneficiary: PersonID?
  public let note: String
  /// Where photographs are kept.
  public let reference: String

  public init(
    id: VisitID, loan: LoanID, member: Int64, person: PersonID, on day: Day,
    visitor: PersonID, companion: PersonID?, received: Rupiah, use: VisitUse,
    finding: VisitFinding?, beneficiary: PersonID?, note: String, reference: String
  ) {
    self.id = id
    self.loan = loan
    self.member = member
    self.person = person
    on = day
    self.visitor = visitor
    self.companion = companion
    self.received = received
    self.use = use
    self.finding = finding
    self.beneficiary = beneficiary
    self.note = note
    self.reference = reference
  }
}

public typealias VisitID = UPKNumber<MemberVisit>
public typealias BlockID = UPKNumber<BorrowerBlock>

/// For what the money was used, against what was applied for (rules.md R-068).
public enum VisitUse: String, Hashable, Sendable, CaseIterable {
  case asApplied, partly, deviated
  /// Somebody else used it: the member lent a name, or passed the money on.
  case byAnother
}

/// What a visit can find.
public enum VisitFinding: String, Hashable, Sendable, CaseIterable {
  /// The member did not have all of the share, or gave it on (000 §OBST-3).
  case nameLending
  /// The member spent the money on something else: the next ceiling is lower.
  case deviation

  /// What follows from the answers; `nil` where the member had the share and used it as applied
  /// for, if only partly.
  public init?(received: Rupiah, of share: Rupiah, use: VisitUse) {
    if received < share || use == .byAnother {
      self = .nameLending
    } else if use == .deviated {
      self = .deviation
    } else {
      return nil
    }
  }
}

extension Loan {
  /// The day by which every member is visited: a month after the pay-out (B-52).
  public var visitsDue: Day { disbursedOn.addingMonths(1) }
}

/// A member whom nobody has visited yet.
public struct DueVisit: Hashable, Sendable {
  public let loan: LoanID
  public let ksm: KSMID
  public let member: Int64
  public let share: Rupiah
  public let due: Day

  public init(loan: LoanID, ksm: KSMID, member: Int64, share: Rupiah, due: Day) {
    self.loan = loan
    self.ksm = ksm
    self.member = member
    self.share = share
    self.due = due
  }
}

/// What the visits of a UPK found up to a day; the newest visit counts for each share.
public struct VisitSummary: Hashable, Sendable {
  public let asOf: Day
  /// Shares of which the visit was due by the day, visited or not.
  public let due: Int
  public let visited: Int
  /// Received whole and used as applied for.
  public let confirmed: Int
  public let partly: Int
  public let deviated: Int
  public let nameLending: Int

  public init(
    asOf day: Day, due: Int, visited: Int, confirmed: Int, partly: Int, deviated: Int,
    nameLending: Int
  ) {
    asOf = day
    self.due = due
    self.visited = visited
    self.confirmed = confirmed
    self.partly = partly
    self.deviated = deviated
    self.nameLending = nameLending
  }

  /// Findings for each thousand members visited, rounded half up; `nil` where none was.
  public var findingsPerThousand: Int? {
    visited == 0 ? nil : (2 * 1000 * nameLending + visited) / (2 * visited)
  }
}
