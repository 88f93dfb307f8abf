import RevolvingFund

/// Who holds which office of a UPK.
struct Offices {
  let cashier: PersonID
  let loanOfficer: PersonID
  let manager: PersonID
  let coordinator: PersonID
  let boardMember: PersonID
  let bookkeeper: PersonID
  let supervisors: [PersonID]
  let consultant: PersonID
  let facilitator: PersonID
  let volunteer: PersonID

  static let genders: [Gender] = [
    .female, .male, .female, .male, .female, .female, .female, .male, .male, .female, .male,
  ]

  /// Persons in the order of `genders`.
  init(_ persons: [PersonID]) {
    cashier = persons[0]
    loanOfficer = persons[1]
    manager = persons[2]
    coordinator = persons[3]
    boardMember = persons[4]
    bookkeeper = persons[5]
    supervisors = [persons[6], persons[7]]
    consultant = persons[8]
    facilitator = persons[9]
    volunteer = persons[10]
  }

  /// Each with its office; three of them sign for the bank too.
  var roles: [(person: PersonID, role: Role)] {
    [
      (cashier, .cashier), (loanOfficer, .loanOfficer), (manager, .manager),
      (coordinator, .bkmCoordinator), (boardMember, .bkmMember), (bookkeeper, .bookkeeper),
      (consultant, .provinceConsultant), (facilitator, .facilitator), (volunteer, .volunteer),
    ] + supervisors.map { ($0, .supervisor) } + signatories.map { ($0, .signatory) }
  }

  var signatories: [PersonID] { [coordinator, manager, boardMember] }

  /// Who works for the UPK.
  var officers: [PersonID] { [cashier, loanOfficer, manager, bookkeeper] }

  /// What each is trained in.
  var trainings: [(persons: [PersonID], topic: TrainingTopic)] {
    [
      (supervisors, .supervision), (officers, .unitOperation),
      ([coordinator, boardMember], .institution),
    ]
  }
}
