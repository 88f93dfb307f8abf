// What each criterion of a ward asks of its records.
extension WardRecord {
  func requirements(_ criterion: Criterion) -> [Requirement] {
    boardRequirements(criterion) ?? supervisorRequirements(criterion)
      ?? officerRequirements(criterion) ?? fundRequirements(criterion) ?? []
  }

  private func boardRequirements(_ criterion: Criterion) -> [Requirement]? {
    switch criterion {
    case .boardGuidance: [least(1, .provinceConsultants, guidance.consultants)]
    case .groupGuidance:
      [
        least(1, .facilitators, guidance.facilitators),
        least(1, .volunteers, guidance.volunteers),
      ]
    case .boardFormed: [least(1, .charters, charter.charters)]
    case .povertyClause: [least(1, .povertyClauses, charter.povertyClauses)]
    case .lendingOnlyClause: [least(1, .lendingOnlyClauses, charter.lendingOnlyClauses)]
    case .incomeClause: [least(1, .incomeClauses, charter.incomeClauses)]
    case .appointments:
      [
        Requirement(
          .supervisors, .count(supervisors.people), .between(instrument.supervisors)),
        least(instrument.fewestOfficers, .officers, officers.people),
        none(.supervisorsUntrained, supervisors.untrained),
        none(.officersUntrained, officers.untrained),
        none(.supervisorsWithoutDuties, supervisors.withoutDuties),
        none(.officersWithoutDuties, officers.withoutDuties),
      ]
    case .lendingPolicy: [least(PolicyHeading.allCases.count, .policyHeadings, policyHeadings)]
    case .repair: [none(.repairsOpen, repairsOpen)]
    default: nil
    }
  }

  private func supervisorRequirements(_ criterion: Criterion) -> [Requirement]? {
    switch criterion {
    case .supervisorsAppointed:
      [
        Requirement(
          .supervisors, .count(supervisors.people), .between(instrument.supervisors)),
        least(1, .womenSupervisors, supervisors.women),
        least(1, .menSupervisors, supervisors.men),
        none(.supervisorsWithoutMinutes, supervisors.withoutMinutes),
      ]
    case .supervisorsPrepared:
      [
        least(1, .supervisors, supervisors.people),
        none(.supervisorsWithoutDuties, supervisors.withoutDuties),
        none(.supervisorsUntrained, supervisors.untrained),
      ]
    default: nil
    }
  }

  private func officerRequirements(_ criterion: Criterion) -> [Requirement]? {
    switch criterion {
    case .officersAppointed:
      [
        least(instrument.fewestOfficers, .officers, officers.people),
        Requirement(
          .officers, .count(officers.people), .least(instrument.idealOfficers),
          isBinding: false),
      ]
    case .officersPrepared:
      [
        least(1, .officers, officers.people),
        none(.officersWithoutDuties, officers.withoutDuties),
        none(.officersUntrained, officers.untrained),
        none(.officersUnacquainted, officersUnacquainted),
      ]
    case .accountSignatories:
      [
        Requirement(
          .signatories, .count(signatories.people),
          .between(EligibilityInstrument.signatories...EligibilityInstrument.signatories)),
        none(.signatoriesWithoutMinutes, signatories.withoutMinutes),
      ]
    default: nil
    }
  }

  private func fundRequirements(_ criterion: Criterion) -> [Requirement]? {
    switch criterion {
    case .topUpRight:
      [
        Requirement(
          .par, .ratio(authority.lastClosed?.gate.ratio ?? Ratio(0, 0)), .belowPercent(10)),
        none(.monthsOverdue, authority.monthsOverdue),
      ]
    case .newGroupsRight:
      [Requirement(.authority, .category(authority.category), .newGroupsAdmitted)]
    case .suspensionKept: [none(.loansAgainstSuspension, suspension.loansAgainst)]
    case .jointCollection: [none(.collectionsMissing, suspension.collectionsMissing)]
    case .bookkeepingSystem:
      [
        Requirement(.capital, .amount(capital), .least(1)),
        // A missing close suspends, and lets returning groups borrow still (ruling 6).
        Requirement(
          .monthsOverdue, .count(authority.monthsOverdue), .most(0), isBinding: false),
      ]
    case .savingsKept: [Requirement(.savingsUncovered, .amount(savingsUncovered), .most(0))]
    default: nil
    }
  }

  private func least(_ least: Int, _ measure: Measure, _ count: Int) -> Requirement {
    Requirement(measure, .count(count), .least(least))
  }

  private func none(_ measure: Measure, _ count: Int) -> Requirement {
    Requirement(measure, .count(count), .most(0))
  }
}

extension LendingAuthority {
  /// Months that should have been closed by its day and were not.
  var monthsOverdue: Int {
    guard let closedThrough else { return 0 }
    return max(0, asOf.month.distance(from: closedThrough) - LendingAuthority.monthsToClose)
  }
}
