public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_EligibilityReport {
  /// A check of a ward, or of a ward with one of its groups.
  public init(
    _ results: [CriterionResult], of name: ResourceName, on day: Day,
    instrument: EligibilityInstrument, authority: LendingAuthority, standing: BorrowerStanding?,
    conduct: [MemberConduct], in upk: Code
  ) {
    self.init()
    self.name = name.description
    asOf = day.description
    eligible = results.admitLending
    self.instrument = instrument.version
    self.results = results.map { Bergulir_V1_CriterionResult($0, in: upk) }
    nextExpiry = results.nextExpiry?.description ?? ""
    category = authority.category.rawValue
    self.standing = standing?.rawValue ?? ""
    mayBorrow = eligible && (standing.map(authority.admits) ?? true)
    self.conduct = conduct.filter(\.counts).map(Bergulir_V1_MemberConduct.init)
  }
}

extension Bergulir_V1_MemberConduct {
  public init(_ conduct: MemberConduct) {
    self.init()
    member = conduct.member
    blocked = conduct.isBlocked
    deviated = conduct.hasDeviated
    ceiling = conduct.ceiling?.amount ?? 0
  }
}

extension Bergulir_V1_CriterionResult {
  public init(_ result: CriterionResult, in upk: Code) {
    self.init()
    criterion = result.criterion.rawValue
    body = result.criterion.body.rawValue
    subject = ResourceName(result.subject, in: upk).description
    source = result.criterion.source
    consequence = result.consequence.rawValue
    verdict = result.verdict.rawValue
    requirements = result.requirements.map { Bergulir_V1_Requirement($0) }
    guard let attested = result.attested else { return }
    attestationState = attested.state.rawValue
    attestor = result.criterion.attestor?.rawValue ?? ""
    if let found = attested.attestation { attestation = Bergulir_V1_Attestation(found, in: upk) }
    expiresOn = result.expiresOn?.description ?? ""
  }
}

extension Bergulir_V1_Requirement {
  public init(_ requirement: Requirement) {
    self.init()
    measure = requirement.measure.rawValue
    measured = requirement.measured.text
    threshold = requirement.threshold.text
    met = requirement.isMet
    binding = requirement.isBinding
  }
}

extension Bergulir_V1_Attestation {
  public init(_ attestation: Attestation, in upk: Code) {
    self.init()
    name = ResourceName.attestation(upk, attestation.number).description
    criterion = attestation.criterion.rawValue
    subject = ResourceName(attestation.subject, in: upk).description
    verdict = attestation.verdict.rawValue
    items = MemberItem.allCases.filter(attestation.items.contains).map(\.rawValue)
    evidence = attestation.evidence
    on = attestation.on.description
    until = attestation.until.description
    attestedBy = ResourceName.person(attestation.attestedBy).description
    volunteer = attestation.volunteer.map { ResourceName.person($0).description } ?? ""
  }
}

extension Bergulir_V1_WardStanding {
  /// Where a ward and its groups stand.
  public init(_ standing: WardStanding, of upk: UPK) {
    self.init()
    self.upk = ResourceName.upk(upk.code).description
    region = upk.region.description
    eligible = standing.ward.admitLending
    bkmFailing = standing.failing(.bkm).map(\.rawValue)
    supervisorsFailing = standing.failing(.supervisors).map(\.rawValue)
    upkFailing = standing.failing(.upk).map(\.rawValue)
    ksms = Int32(clamping: standing.groups.count)
    ksmsEligible = Int32(clamping: standing.eligibleGroups)
    category = standing.category.rawValue
    nextExpiry = standing.nextEnd?.expiresOn?.description ?? ""
    nextExpiryCriterion = standing.nextEnd?.criterion.rawValue ?? ""
  }
}

extension ResourceName {
  /// The name of whom a criterion is tested of.
  public init(_ subject: EligibilitySubject, in upk: Code) {
    self =
      switch subject {
      case .ward: .upk(upk)
      case .ksm(let ksm): .ksm(upk, ksm)
      case .member(let ksm, let number): .member(upk, ksm: ksm, number)
      }
  }
}

extension Bergulir_V1_CriterionResult {
  /// What is missing, read from the wire; empty unless the criterion failed.
  ///
  /// Measures that this program does not know are left out.
  public var shortfalls: [Shortfall] {
    guard verdict == CriterionVerdict.failed.rawValue else { return [] }
    let measured = requirements.filter { $0.binding && !$0.met }.compactMap { requirement in
      Measure(rawValue: requirement.measure).flatMap { measure -> Shortfall? in
        guard let value = MeasuredValue(parsing: requirement.measured, of: measure),
          let threshold = Threshold(parsing: requirement.threshold)
        else { return nil }
        return .measured(measure, value, threshold)
      }
    }
    guard let state = AttestationState(rawValue: attestationState), state != .inForce else {
      return measured
    }
    return measured + [.attestation(state)]
  }
}
