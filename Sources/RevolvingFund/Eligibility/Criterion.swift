/// What is tested before a ward lends, and again before each loan (rules.md 1.2, 2.1).
///
/// The raw value is the code of rules.md. In the order in which a check answers.
public enum Criterion: String, Hashable, Sendable, CaseIterable {
  // The ward: board, supervisors and lending unit.
  case lendingGate = "R-001"
  case boardGuidance = "R-002"
  case groupGuidance = "R-003"
  case boardFormed = "R-004"
  case povertyClause = "R-005"
  case lendingOnlyClause = "R-006"
  case incomeClause = "R-007"
  case appointments = "R-008"
  case lendingPolicy = "R-009"
  case topUpRight = "R-010"
  case newGroupsRight = "R-011"
  case suspensionKept = "R-012"
  case jointCollection = "R-013"
  case repair = "R-014"
  case supervisorsAppointed = "R-015"
  case supervisorsPrepared = "R-016"
  case officersAppointed = "R-017"
  case officersPrepared = "R-018"
  case accountSignatories = "R-019"
  case bookkeepingSystem = "R-020"
  case savingsKept = "R-021"
  case bookkeepingQuality = "R-022"

  // The group and its members.
  case groupBorrows = "B-01"
  case membersEnough = "B-02"
  case womenEnough = "B-03"
  case groupFormed = "B-04"
  case groupProved = "B-05"
  case groupPrepared = "B-06"
  case memberSuitable = "B-07"
  case memberPoor = "B-08"
  case oneOpenShare = "B-09"
  case officerBorrows = "B-10"
  case savingsAccount = "R-066"
}

/// Who is tested.
public enum TestedBody: String, Hashable, Sendable, CaseIterable {
  case bkm, supervisors, upk, ksm, member
}

/// What follows when a criterion is not met.
public enum Consequence: String, Hashable, Sendable, CaseIterable {
  /// Nothing is lent.
  case noLending
  /// No block grant on top of the first capital.
  case noTopUp
  /// Only returning groups in good standing may borrow.
  case returningGroupsOnly
  /// It is shown, and escalates.
  case shown
}

extension Criterion {
  public var body: TestedBody {
    switch self {
    case .boardGuidance, .boardFormed, .povertyClause, .lendingOnlyClause, .incomeClause,
      .appointments, .lendingPolicy, .repair:
      .bkm
    case .supervisorsAppointed, .supervisorsPrepared: .supervisors
    case .lendingGate, .groupGuidance, .topUpRight, .newGroupsRight, .suspensionKept,
      .jointCollection, .officersAppointed, .officersPrepared, .accountSignatories,
      .bookkeepingSystem, .savingsKept, .bookkeepingQuality:
      .upk
    case .groupBorrows, .membersEnough, .womenEnough, .groupFormed, .groupProved,
      .groupPrepared, .savingsAccount:
      .ksm
    case .memberSuitable, .memberPoor, .oneOpenShare, .officerBorrows: .member
    }
  }

  /// Where it is written: a source document and its section, or a rule of rules.md.
  public var source: String {
    switch self {
    case .lendingGate, .boardGuidance, .groupGuidance: "002 §INTRO"
    case .boardFormed: "002 §LKM-1"
    case .povertyClause: "002 §LKM-1a"
    case .lendingOnlyClause: "002 §LKM-1b"
    case .incomeClause: "002 §LKM-1c"
    case .appointments: "002 §LKM-2"
    case .lendingPolicy: "002 §LKM-3"
    case .topUpRight: "002 §UPK-7a"
    case .newGroupsRight: "002 §UPK-7b"
    case .suspensionKept: "002 §UPK-7c"
    case .jointCollection: "002 §UPK-7d"
    case .repair: "002 §LKM-4.5"
    case .supervisorsAppointed: "002 §PWS-1"
    case .supervisorsPrepared: "002 §PWS-2, §PWS-3"
    case .officersAppointed: "002 §UPK-1"
    case .officersPrepared: "002 §UPK-2, §UPK-3, §UPK-4"
    case .accountSignatories: "002 §UPK-5"
    case .bookkeepingSystem: "002 §UPK-6"
    case .savingsKept: "002 §UPK-7e"
    case .bookkeepingQuality: "002 §UPK-7f"
    case .groupBorrows, .womenEnough, .groupFormed, .groupPrepared, .memberSuitable: "S6"
    case .membersEnough: "001 §3.5"
    case .groupProved: "S6 (2012)"
    case .memberPoor: "001 §1, 002 §LKM-1a"
    case .oneOpenShare, .officerBorrows: "rules.md 2.1"
    case .savingsAccount: "000 §SOP-1"
    }
  }

  /// Who attests what no record can show; `nil` where records show all of it.
  public var attestor: Attestor? {
    switch self {
    case .boardFormed, .topUpRight, .accountSignatories, .bookkeepingQuality:
      .provinceConsultant
    case .groupFormed, .groupPrepared, .memberSuitable, .officerBorrows, .savingsAccount:
      .facilitator
    default: nil
    }
  }

  /// What follows when it is not met, by the instrument in force.
  public func consequence(_ instrument: EligibilityInstrument) -> Consequence {
    switch self {
    case .topUpRight: .noTopUp
    case .newGroupsRight: .returningGroupsOnly
    case .suspensionKept, .jointCollection: .shown
    case .bookkeepingQuality:
      instrument.bookkeepingGate == .eligibility ? .noLending : .noTopUp
    default: .noLending
    }
  }
}

/// Who answers for an attestation (002 §INTRO).
public enum Attestor: String, Hashable, Sendable, CaseIterable {
  /// The province's consultant (OC, OSP), alone.
  case provinceConsultant
  /// The facilitator, with a volunteer (relawan) of the place.
  case facilitator
}
