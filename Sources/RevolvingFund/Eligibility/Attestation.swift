/// What an accountable person says about a criterion that no record can show.
///
/// The newest one of its day or before counts; it is never changed.
public struct Attestation: Hashable, Sendable {
  public let upk: UPKID
  /// Counted from 1 in each UPK.
  public let number: Int64
  public let criterion: Criterion
  public let subject: EligibilitySubject
  public let verdict: AttestedVerdict
  /// What of a member's criterion holds; empty for any other criterion.
  public let items: Set<MemberItem>
  /// Number or place of the paper that shows it.
  public let evidence: String
  public let on: Day
  /// The last day that it counts.
  public let until: Day
  public let attestedBy: PersonID
  /// The volunteer who was there too, where a facilitator attests.
  public let volunteer: PersonID?

  public init(
    upk: UPKID, number: Int64, criterion: Criterion, subject: EligibilitySubject,
    verdict: AttestedVerdict, items: Set<MemberItem>, evidence: String, on day: Day,
    until: Day, attestedBy: PersonID, volunteer: PersonID?
  ) {
    self.upk = upk
    self.number = number
    self.criterion = criterion
    self.subject = subject
    self.verdict = verdict
    self.items = items
    self.evidence = evidence
    on = day
    self.until = until
    self.attestedBy = attestedBy
    self.volunteer = volunteer
  }
}

/// Of whom a criterion is tested, within a UPK.
public enum EligibilitySubject: Hashable, Sendable {
  /// The ward's board, supervisors and lending unit.
  case ward
  case ksm(Int64)
  case member(ksm: Int64, number: Int64)
}

/// What was found.
public enum AttestedVerdict: String, Hashable, Sendable, CaseIterable {
  case met, notMet
  /// Another proof stands in for what the policy asks; for a savings account alone (000 §SOP-1).
  case waived
}

/// What must hold of each member, all eight (rules.md B-07).
public enum MemberItem: String, Hashable, Sendable, CaseIterable {
  /// Poor, and in the self-survey's list (PS2).
  case poor
  /// Has a business or is about to start one.
  case business
  /// The business earns, and can grow.
  case growing
  case motivated
  /// Needs the money for working capital.
  case needsCapital
  /// Willing and able to repay.
  case ableToRepay
  case familyConsents
  /// Not against law, rules or decency.
  case lawful
}

/// How an attestation stands on a day.
public enum AttestationState: String, Hashable, Sendable, CaseIterable {
  case inForce, missing, notMet, expired
  /// Somebody joined the group, or signs for the account, or the charter changed, after it.
  case outdated
}

extension Sequence<Attestation> {
  /// The newest of a criterion and subject up to a day.
  func newest(_ criterion: Criterion, of subject: EligibilitySubject, on day: Day) -> Attestation? {
    filter { $0.criterion == criterion && $0.subject == subject && $0.on <= day }
      .max { ($0.on, $0.number) < ($1.on, $1.number) }
  }
}

extension Attestation {
  /// How it stands on a day, if it must not be older than what it speaks of.
  func state(on day: Day, notBefore since: Day?) -> AttestationState {
    guard verdict != .notMet else { return .notMet }
    guard day <= until else { return .expired }
    return since.map { on < $0 } ?? false ? .outdated : .inForce
  }
}
