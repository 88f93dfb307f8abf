/// What is done about a loan that has fallen behind.
public enum CaseAction: String, Hashable, Sendable, CaseIterable {
  // At any time.
  case reminder, visit
  // On the rungs of the ladder, in their order.
  case bill
  case warning1, jointLiabilityMeeting
  case warning2, boardReport, boardVisit
  case warning3, savingsSetOff, wardReport
  case cityReport, boardDecision
  case provinceReport

  /// The office that a report goes to, and that has to answer it.
  ///
  /// UPK → BKM → Lurah → Korkot → OSP (rules.md 4.6). `nil` for what UPK and board do by
  /// themselves.
  public var addressee: Role? {
    switch self {
    case .boardReport: .bkmCoordinator
    case .wardReport: .wardOffice
    case .cityReport: .cityCoordinator
    case .provinceReport: .provinceConsultant
    case .reminder, .visit, .bill, .warning1, .jointLiabilityMeeting, .warning2, .boardVisit,
      .warning3, .savingsSetOff, .boardDecision:
      nil
    }
  }

  /// What the UPK and the board do themselves, and no report to an office.
  public static let own = CaseAction.allCases.filter { $0.addressee == nil }

  /// The roles of those who may say that they did it; the first is the usual one.
  public var doers: [Role] {
    switch self {
    case .boardVisit: [.bkmMember, .bkmCoordinator]
    case .boardDecision: [.bkmCoordinator]
    case .reminder, .visit, .jointLiabilityMeeting:
      [.loanOfficer, .manager, .bkmMember, .bkmCoordinator]
    case .bill, .warning1, .warning2, .warning3, .savingsSetOff: [.loanOfficer, .manager]
    case .boardReport: [.manager, .loanOfficer]
    case .wardReport, .cityReport, .provinceReport: [.manager, .loanOfficer, .bkmCoordinator]
    }
  }

  /// The letter that has to go before this one, whatever the day.
  public var letterBefore: CaseAction? {
    switch self {
    case .warning1: .bill
    case .warning2: .warning1
    case .warning3: .warning2
    case .reminder, .visit, .bill, .jointLiabilityMeeting, .boardReport, .boardVisit,
      .savingsSetOff, .wardReport, .cityReport, .boardDecision, .provinceReport:
      nil
    }
  }
}
