/// Says of a criterion what no record can show, for as long as it may count.
///
/// Refused with: `textMissing`, `textTooLong` (the evidence), `attestationOutOfRange`, `notFound`
/// (a member), `dayInFuture`, `entryTooLate`, `roleMissing` (the province's consultant; or the
/// facilitator, or the volunteer), `attestersAreOne`, `belongsToGroup`, `recusalRequired`,
/// `criterionComputed`, `criterionOfAnother`, `criterionNotWaivable`.
public struct Attest: Command {
  public let upk: UPKID
  public let criterion: Criterion
  /// The group that the criterion is of; `nil` for one of the ward.
  public let ksm: KSMID?
  /// The members that a member's criterion is of, each once; empty for any other criterion.
  public let members: [Int64]
  public let verdict: AttestedVerdict
  /// What holds of each of the members; all eight, or the criterion is not met.
  public let items: Set<MemberItem>
  public let evidence: String
  /// The last day that it shall count.
  public let until: Day
  public let volunteer: PersonID?
  public let day: Day

  public init(
    upk: UPKID, criterion: Criterion, ksm: KSMID?, members: [Int64], verdict: AttestedVerdict,
    items: Set<MemberItem>, evidence: String, until: Day, volunteer: PersonID?, day: Day
  ) {
    self.upk = upk
    self.criterion = criterion
    self.ksm = ksm
    self.members = Set(members).sorted()
    self.verdict = verdict
    self.items = items
    self.evidence = evidence
    self.until = until
    self.volunteer = volunteer
    self.day = day
  }

  public var kind: CommandKind { .attest }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("criterion", criterion.rawValue)
    if let ksm { content.add("ksm", ksm.number) }
    for member in members { content.add("member.\(member)", member) }
    content.add("verdict", verdict.rawValue)
    for item in MemberItem.allCases where items.contains(item) {
      content.add("item.\(item.rawValue)", "yes")
    }
    content.add("evidence", evidence)
    content.add("until", until)
    if let volunteer { content.add("volunteer", volunteer.value) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.instruments = true
    if let ksm {
      keys.ksms.insert(ksm)
      keys.relationshipsOf.insert(ksm)
    }
    if let volunteer { keys.assignmentsOf.insert(volunteer) }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(evidence, .evidence)
    violations.add(timeViolations(facts, caller))
    violations.add(subjectViolations(facts))
    violations.requirePast(day, caller)
    violations.add(facts.lateEvidenceViolations(day, at: upk, caller))
    violations.add(attestorViolations(facts, caller))
    if let group = ksm.flatMap({ facts.ksms[$0] }) {
      let attestors = [caller.person] + (volunteer.map { [$0] } ?? [])
      violations.require(attestors, outside: group, on: day)
      violations.add(facts.recusalViolations(attestors, on: group.id))
    }
    violations.require(
      verdict != .waived || criterion == .savingsAccount, .criterionNotWaivable(criterion))
    try violations.check()

    var first: Int64 = 0
    var numbers: [Int64] = []
    var effects = Effects(head: facts.head(stream)) { numbering in
      numbers = subjects.map { _ in numbering.take(.attestation) }
      first = numbers.first ?? 0
      return .attestation(upk, number: first)
    }
    for (number, subject) in zip(numbers, subjects) {
      effects.add(.attestation(attestation(number, of: subject, by: caller)))
    }
    effects.outcome.add("attestations", numbers.count)
    return effects
  }

  /// Of whom it speaks, one attestation each.
  private var subjects: [EligibilitySubject] {
    guard let ksm else { return [.ward] }
    guard criterion.body == .member else { return [.ksm(ksm.number)] }
    return members.map { .member(ksm: ksm.number, number: $0) }
  }

  private func attestation(
    _ number: Int64, of subject: EligibilitySubject, by caller: Caller
  ) -> Attestation {
    Attestation(
      upk: upk, number: number, criterion: criterion, subject: subject, verdict: verdict,
      items: items, evidence: evidence, on: day, until: until, attestedBy: caller.person,
      volunteer: volunteer)
  }

  /// It counts from its day on, and not longer than the instrument lets it.
  private func timeViolations(_ facts: Facts, _ caller: Caller) -> [Rejection] {
    let instrument = facts.instruments.inForce(on: day)
    let months =
      criterion == .bookkeepingQuality
      ? instrument.assessmentMonths : instrument.attestationMonths
    let latest = day.addingMonths(months)
    guard until < day || latest < until else { return [] }
    return [.attestationOutOfRange(until: until, earliest: day, latest: latest)]
  }

  private func subjectViolations(_ facts: Facts) -> [Rejection] {
    guard criterion.attestor != nil else { return [.criterionComputed(criterion)] }
    let needsGroup = criterion.body == .ksm || criterion.body == .member
    let needsMembers = criterion.body == .member
    guard needsGroup == (ksm != nil), needsMembers == !members.isEmpty,
      items.isEmpty || criterion == .memberSuitable, needsGroup || volunteer == nil
    else { return [.criterionOfAnother(criterion)] }
    guard let ksm else { return [] }
    guard let group = facts.ksms[ksm] else {
      return [.notFound(.ksm, name: "\(ksm.number)")]
    }
    let known = Set(group.members.map(\.number))
    return members.filter { !known.contains($0) }
      .map { .notFound(.member, name: "\(ksm.number)/\($0)") }
  }

  /// Who answers for it: OSP for the ward, the facilitator with a volunteer for groups.
  private func attestorViolations(_ facts: Facts, _ caller: Caller) -> [Rejection] {
    func holds(_ role: Role, _ person: PersonID) -> Bool {
      facts.holds(role, person: person, at: upk, on: day)
    }
    switch criterion.attestor {
    case nil: return []
    case .provinceConsultant:
      return holds(.provinceConsultant, caller.person)
        ? [] : [.roleMissing(.provinceConsultant, on: day)]
    case .facilitator:
      var found: [Rejection] = []
      if !holds(.facilitator, caller.person) { found.append(.roleMissing(.facilitator, on: day)) }
      guard let volunteer, holds(.volunteer, volunteer) else {
        return found + [.roleMissing(.volunteer, on: day)]
      }
      if volunteer == caller.person { found.append(.attestersAreOne) }
      return found
    }
  }
}
