/// What the records of a ward show on a day: of its board, its supervisors and its UPK.
public struct WardRecord: Hashable, Sendable {
  public let asOf: Day
  public let instrument: EligibilityInstrument
  public let ranEarlierProgramme: Bool
  public let hasLent: Bool
  public let guidance: Guidance
  public let charter: CharterRecord
  /// How many of the six mandatory headings the policy in force has.
  public let policyHeadings: Int
  public let supervisors: OfficeStaffing
  public let officers: OfficeStaffing
  /// Officers who have not said that they know the policy in force.
  public let officersUnacquainted: Int
  public let signatories: OfficeStaffing
  /// Repairs neither done nor promised for a day to come.
  public let repairsOpen: Int
  public let capital: Rupiah
  /// What the savers' money falls short of what they are owed.
  public let savingsUncovered: Rupiah
  public let authority: LendingAuthority
  public let suspension: SuspensionRecord
  public let attestations: [Attestation]
  /// The first day of the charter in force, and of the newest signatory.
  public let charterSince: Day?
  public let signatoriesSince: Day?

  /// Who is appointed to guide.
  public struct Guidance: Hashable, Sendable {
    public let consultants: Int
    public let facilitators: Int
    public let volunteers: Int

    public init(consultants: Int, facilitators: Int, volunteers: Int) {
      self.consultants = consultants
      self.facilitators = facilitators
      self.volunteers = volunteers
    }
  }

  /// What the charter in force says, each as 0 or 1.
  public struct CharterRecord: Hashable, Sendable {
    public let charters: Int
    public let povertyClauses: Int
    public let lendingOnlyClauses: Int
    public let incomeClauses: Int

    public init(
      charters: Int, povertyClauses: Int, lendingOnlyClauses: Int, incomeClauses: Int
    ) {
      self.charters = charters
      self.povertyClauses = povertyClauses
      self.lendingOnlyClauses = lendingOnlyClauses
      self.incomeClauses = incomeClauses
    }
  }

  /// What was done, and left undone, in the suspension that the UPK stands in.
  public struct SuspensionRecord: Hashable, Sendable {
    /// Loans to others than returning groups in good standing.
    public let loansAgainst: Int
    /// Whole months without a joint collection.
    public let collectionsMissing: Int

    public init(loansAgainst: Int, collectionsMissing: Int) {
      self.loansAgainst = loansAgainst
      self.collectionsMissing = collectionsMissing
    }
  }

  public init(
    asOf day: Day, instrument: EligibilityInstrument, ranEarlierProgramme: Bool, hasLent: Bool,
    guidance: Guidance,
    charter: CharterRecord, policyHeadings: Int, supervisors: OfficeStaffing,
    officers: OfficeStaffing, officersUnacquainted: Int, signatories: OfficeStaffing,
    repairsOpen: Int, capital: Rupiah, savingsUncovered: Rupiah, authority: LendingAuthority,
    suspension: SuspensionRecord, attestations: [Attestation], charterSince: Day?,
    signatoriesSince: Day?
  ) {
    asOf = day
    self.instrument = instrument
    self.ranEarlierProgramme = ranEarlierProgramme
    self.hasLent = hasLent
    self.guidance = guidance
    self.charter = charter
    self.policyHeadings = policyHeadings
    self.supervisors = supervisors
    self.officers = officers
    self.officersUnacquainted = officersUnacquainted
    self.signatories = signatories
    self.repairsOpen = repairsOpen
    self.capital = capital
    self.savingsUncovered = savingsUncovered
    self.authority = authority
    self.suspension = suspension
    self.attestations = attestations
    self.charterSince = charterSince
    self.signatoriesSince = signatoriesSince
  }
}

extension WardRecord {
  /// Kelurahan lama: it ran an earlier programme, or has lent (rules.md 0, ruling 10).
  public var isExisting: Bool { ranEarlierProgramme || hasLent }

  /// Every criterion of the ward, in the order of their codes.
  ///
  /// The first, R-001, says of the others how many forbid to lend.
  public var results: [CriterionResult] {
    let tested = Criterion.allCases.filter {
      [.bkm, .supervisors, .upk].contains($0.body) && $0 != .lendingGate
    }
    .map(result)
    let failing = tested.count(where: \.forbidsLending)
    let gate = CriterionResult(
      criterion: .lendingGate, subject: .ward,
      consequence: Criterion.lendingGate.consequence(instrument),
      requirements: [Requirement(.criteriaNotMet, .count(failing), .most(0))], attested: nil,
      applies: true)
    return [gate] + tested
  }

  private func result(_ criterion: Criterion) -> CriterionResult {
    let applies = applies(criterion)
    let isAttested = applies && isAttested(criterion)
    let attestation = attestations.newest(criterion, of: .ward, on: asOf)
    return CriterionResult(
      criterion: criterion, subject: .ward, consequence: criterion.consequence(instrument),
      requirements: applies ? requirements(criterion) : [],
      attested: isAttested
        ? .init(
          state: attestation?.state(on: asOf, notBefore: since(criterion)) ?? .missing,
          attestation: attestation) : nil,
      applies: applies)
  }

  /// Since when that is there of which an attestation speaks.
  private func since(_ criterion: Criterion) -> Day? {
    switch criterion {
    case .boardFormed: charterSince
    case .accountSignatories: signatoriesSince
    default: nil
    }
  }

  /// Old rules bind old wards, and those of a suspension the suspended.
  private func applies(_ criterion: Criterion) -> Bool {
    switch criterion {
    case .repair, .bookkeepingQuality, .topUpRight, .newGroupsRight: isExisting
    case .suspensionKept, .jointCollection: authority.recovery != nil
    default: true
    }
  }

  /// Where there was something to rate and nothing is, the province decides on a top-up.
  ///
  /// A ward that has just begun to lend has the eligibility test alone (rules.md 2.4; ruling 10).
  private func isAttested(_ criterion: Criterion) -> Bool {
    guard criterion == .topUpRight else { return criterion.attestor != nil }
    return authority.lastClosedCategory == .notRated
      && (ranEarlierProgramme || authority.lastClosed != nil)
  }
}
