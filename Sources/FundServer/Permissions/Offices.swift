internal import RevolvingFund

/// Who belongs together in the table of permissions (rules.md 4.7).
extension Set<Role> {
  /// The lending unit itself.
  static let staff: Set = [.cashier, .bookkeeper, .loanOfficer, .manager]

  /// Keep the register of places, boards, units and people: no money, no decision on a loan.
  static let registrars: Set = [.administrator, .provinceConsultant]

  /// Answer for the training of boards, units and groups (002 §INTRO; ).
  static let trainers = registrars.union([.facilitator, .cityCoordinator])

  /// See what the unit lends and books, and who its members are.
  static let insiders = staff.union([
    .bkmCoordinator, .bkmMember, .supervisor, .facilitator, .cityCoordinator,
    .provinceConsultant, .administrator,
  ])

  /// Look into who did what: Pengawas reads all of a UPK, city and province theirs (rules.md 4.7).
  static let auditors: Set = [
    .supervisor, .cityCoordinator, .provinceConsultant, .administrator,
  ]

  /// Are told of loans in arrears: the ward office too, which answers for its part.
  static let caseReaders = insiders.union([.wardOffice])

  /// See sums and ratios, without a person in them (rules.md 4.7: KMP and the ward office).
  static let observers = insiders.union([
    .volunteer, .wardOffice, .signatory, .centralConsultant,
  ])
}
