import RevolvingFund

// What the village and its groups are tested by, put among the facts without a command, so that
// tests of other rules count no more events, vouchers or persons than their own.
extension Village {
  static let consultant = PersonID(101)
  static let facilitator = PersonID(102)
  static let volunteer = PersonID(103)
  static let supervisors = [PersonID(104), PersonID(105)]

  /// Attestations that count for the whole of the village's life.
  static func attestation(
    _ criterion: Criterion, of subject: EligibilitySubject = .ward, items: Set<MemberItem> = [],
    on day: Day = founded
  ) -> Attestation {
    Attestation(
      upk: upk, number: 0, criterion: criterion, subject: subject, verdict: .met, items: items,
      evidence: "LHP-1", on: day, until: "2030-12-31", attestedBy: consultant,
      volunteer: subject == .ward ? nil : volunteer)
  }
}

extension Books {
  /// Lets the ward meet every criterion from the day it was founded.
  mutating func makeWardEligible() {
    for (person, gender) in [
      (Village.consultant, Gender.male), (Village.facilitator, .female),
      (Village.volunteer, .male), (Village.supervisors[0], .female),
      (Village.supervisors[1], .male),
    ] {
      facts.persons[person] = Person(id: person, gender: gender, isIdentified: true)
    }
    appoint(Village.consultant, .provinceConsultant)
    appoint(Village.facilitator, .facilitator)
    appoint(Village.volunteer, .volunteer)
    for supervisor in Village.supervisors { appoint(supervisor, .supervisor) }
    for signatory in [Village.manager, Village.coordinator, Village.witness] {
      appoint(signatory, .signatory)
    }
    fileAllPapers()
    for (persons, topic) in [
      (Village.supervisors, TrainingTopic.supervision),
      ([Village.officer, Village.manager, Village.cashier, Village.bookkeeper], .unitOperation),
      ([Village.coordinator, Village.witness], .institution),
    ] {
      for person in persons { train(person, topic) }
    }
    facts.charters[upk] = [Village.charter()]
    // Tests put policies of their own among the facts, which have no number yet.
    facts.acknowledgements[upk] = [
      Village.officer, Village.manager, Village.cashier, Village.bookkeeper,
    ].flatMap { person in
      (0...9).map {
        PolicyAcknowledgement(upk: upk, version: $0, person: person, on: Village.founded)
      }
    }
    facts.attestations[upk] = [.boardFormed, .accountSignatories, .bookkeepingQuality].map {
      Village.attestation($0)
    }
  }

  /// Lets a group and its members meet every criterion, having saved since it was formed.
  mutating func makeEligible(_ ksm: KSMID) {
    let members = facts.ksms[ksm]?.members ?? []
    let joined = members.map(\.joinedOn).max() ?? Village.founded
    facts.attestations[upk, default: []] += [.groupFormed, .groupPrepared].map {
      Village.attestation($0, of: .ksm(ksm.number), on: joined)
    }
    facts.attestations[upk, default: []] += members.map {
      Village.attestation(
        .memberSuitable, of: .member(ksm: ksm.number, number: $0.number),
        items: Set(MemberItem.allCases))
    }
    for member in members {
      for topic in [TrainingTopic.revolvingLoan, .entrepreneurship, .householdEconomy] {
        train(member.person, topic)
      }
    }
    // What was saved was taken back, so that nothing is owed.
    let deposits = (1...3).map {
      SavingsAccount.Movement(on: .january2010.addingMonths($0), amount: 1)
    }
    facts.savings[ksm] = SavingsAccount(
      movements: deposits + [SavingsAccount.Movement(on: "2010-05-01", amount: -3)])
  }

  private mutating func appoint(_ person: PersonID, _ role: Role) {
    let id = AssignmentID(Int64(1000 + facts.assignments.count))
    facts.assignments[id] = Assignment(
      id: id, person: person, role: role, scope: .upk(upk), from: Village.founded, until: nil)
  }

  /// Every appointment of the village has its minutes and a job description.
  private mutating func fileAllPapers() {
    for (id, held) in facts.assignments {
      facts.assignments[id] = Assignment(
        id: id, person: held.person, role: held.role, scope: held.scope, from: held.from,
        until: held.until, minutes: FiledPaper("BA-2", on: Village.founded),
        duties: FiledPaper("SK-2", on: Village.founded))
    }
  }

  private mutating func train(_ person: PersonID, _ topic: TrainingTopic) {
    facts.trainings[person, default: []].append(
      Training(
        id: TrainingID(1), person: person, topic: topic, trainedOn: .january2010, reference: "DH"))
  }
}

extension Day {
  fileprivate static let january2010: Day = "2010-01-01"
}
