/// How one subject stands to one criterion on a day, and what the answer rests on.
public struct CriterionResult: Hashable, Sendable {
  public let criterion: Criterion
  public let subject: EligibilitySubject
  public let consequence: Consequence
  /// Empty where the criterion does not apply, or rests on an attestation alone.
  public let requirements: [Requirement]
  /// `nil` where nothing is attested.
  public let attested: AttestedPart?
  /// Whether it is asked of this subject at all.
  public let applies: Bool

  /// The part of a criterion that somebody answers for.
  public struct AttestedPart: Hashable, Sendable {
    public let state: AttestationState
    /// The attestation that counts; `nil` where there is none.
    public let attestation: Attestation?
  }

  public var verdict: CriterionVerdict {
    guard applies else { return .notApplicable }
    let isMeasured = requirements.allSatisfy { $0.isMet || !$0.isBinding }
    return isMeasured && attested?.state ?? .inForce == .inForce ? .passed : .failed
  }

  /// The last day on which the attestation behind a pass counts.
  public var expiresOn: Day? {
    attested?.state == .inForce ? attested?.attestation?.until : nil
  }

  /// Whether it forbids to lend.
  public var forbidsLending: Bool { verdict == .failed && consequence == .noLending }
}

/// What a check says of a criterion.
public enum CriterionVerdict: String, Hashable, Sendable, CaseIterable {
  case passed, failed, notApplicable
}

extension Sequence<CriterionResult> {
  /// Whether all that lending hangs on is met.
  public var admitLending: Bool { allSatisfy { !$0.forbidsLending } }

  /// The next day on which an attestation among them counts for the last time.
  public var nextExpiry: Day? { compactMap(\.expiresOn).min() }
}
