extension Facts {
  /// Why nothing may be lent to a group on a day: the ward, the group or its members fail a
  /// criterion (002 §INTRO; rules.md R-001).
  ///
  /// In this order: `ksmTooSmall`, `tooFewWomen`, `ksmTooYoung`, `borrowerHasOpenShare`,
  /// `borrowerBlocked`, `criterionNotMet`, one for each criterion with all members who fail it.
  func gateViolations(
    _ id: KSMID, sharing shares: [Share], on day: Day
  ) -> [Rejection] {
    let borrowers = Set(shares.map(\.member))
    guard let ward = wardRecord(id.upk, on: day), let group = groupRecord(id, on: day) else {
      preconditionFailure("the records of a group that is lent to were not loaded")
    }
    let instrument = ward.instrument
    let counted = group.ksm.violations(
      on: day, isFirstLoan: group.isFirstLoan, instrument: instrument)
    let results = (ward.results + group.results).filter {
      $0.forbidsLending && $0.criterion != .lendingGate
    }
    return counted + blockViolations(of: borrowers, in: group.ksm, on: day)
      + Criterion.allCases.flatMap { criterion in
        rejections(of: criterion, results.filter { $0.criterion == criterion }, borrowers)
      }
  }

  /// Why a group may not even ask on a day: what it fails of B-01 to B-06 beside what is counted.
  ///
  /// `criterionNotMet`, one for each criterion.
  func groupViolations(_ id: KSMID, on day: Day) -> [Rejection] {
    guard let group = groupRecord(id, on: day) else {
      preconditionFailure("the records of a group that asks for a loan were not loaded")
    }
    let results = group.results
    return Criterion.ofAsking.flatMap { criterion in
      rejections(
        of: criterion, results.filter { $0.criterion == criterion && $0.forbidsLending }, [])
    }
  }

  /// What was counted is told with its numbers elsewhere, and only borrowers need a free name.
  private func rejections(
    of criterion: Criterion, _ failed: [CriterionResult], _ borrowers: Set<Int64>
  ) -> [Rejection] {
    let told: Set<Measure> = [.members, .women, .monthsSinceFormation]
    let members = failed.compactMap(\.subject.member)
    if criterion == .oneOpenShare {
      return members.filter(borrowers.contains).map { .borrowerHasOpenShare(member: $0) }
    }
    var shortfalls: [Shortfall] = []
    for shortfall in failed.flatMap(\.shortfalls) where !shortfalls.contains(shortfall) {
      if case .measured(let measure, _, _) = shortfall, told.contains(measure) { continue }
      shortfalls.append(shortfall)
    }
    guard !shortfalls.isEmpty else { return [] }
    return [.criterionNotMet(criterion, members: members, shortfalls: shortfalls)]
  }

  /// Why a decision to lend may not be typed any more.
  ///
  /// A decision is judged by what holds on its day, so that one dated back to before the loans
  /// grew old could dodge the gate. Days before the UPK worked with the system are history: as
  /// long as nothing later is booked, they may be entered whenever.
  func lateEntryViolations(_ day: Day, at upk: UPKID, _ caller: Caller) -> [Rejection] {
    guard let unit = upks[upk], unit.liveFrom <= judgementDay(day, in: upk) else { return [] }
    let days = instruments.inForce(on: caller.today).lateEntryDays
    let earliest = max(unit.liveFrom, caller.today.addingDays(-Int32(days)))
    return day < earliest ? [.entryTooLate(day, earliest: earliest)] : []
  }

  /// Why what a decision rests on may not be dated back at all: a loan of last week must not find
  /// members and attestations that only came to it today.
  ///
  /// History is entered as it was.
  func lateEvidenceViolations(_ day: Day, at upk: UPKID, _ caller: Caller) -> [Rejection] {
    guard let unit = upks[upk], unit.liveFrom <= judgementDay(day, in: upk), day < caller.today
    else { return [] }
    return [.entryTooLate(day, earliest: caller.today)]
  }
}

extension Criterion {
  /// What a group meets before it asks for a loan (rules.md 4.1).
  fileprivate static let ofAsking: [Criterion] = [
    .groupBorrows, .membersEnough, .womenEnough, .groupFormed, .groupProved, .groupPrepared,
  ]
}

extension EligibilitySubject {
  /// The group's number, where it is a group or one of its members.
  public var ksm: Int64? {
    switch self {
    case .ward: nil
    case .ksm(let number), .member(let number, _): number
    }
  }

  /// The member's number, where it is a member.
  public var member: Int64? {
    switch self {
    case .ward, .ksm: nil
    case .member(_, let number): number
    }
  }
}

extension Violations {
  /// Nobody inspects, witnesses, decides, pays out or attests for a group of their own
  /// (rules.md B-10: an officer who borrows has no part in it).
  mutating func require(_ persons: [PersonID], outside group: KSM, on day: Day) {
    add(group.belonging(persons, on: day))
  }
}

extension KSM {
  /// Who of these is a member of the group on a day: `belongsToGroup` for each.
  func belonging(_ persons: [PersonID], on day: Day) -> [Rejection] {
    activeMembers(on: day).filter { persons.contains($0.person) }
      .map { .belongsToGroup(member: $0.number) }
  }
}
