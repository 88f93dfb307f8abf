public import RevolvingFund

extension Bergulir_V1_Training {
  public init(_ training: Training) {
    self.init()
    name = ResourceName.training(training.id).description
    person = ResourceName.person(training.person).description
    topic = training.topic.rawValue
    trainedOn = training.trainedOn.description
    reference = training.reference
  }
}

extension Bergulir_V1_Roster {
  /// Everybody in office on a day, by their names.
  public init(_ roster: Roster, names: [PersonID: String], of upk: Code, asOf day: Day) {
    self.init()
    self.upk = ResourceName.upk(upk).description
    asOf = day.description
    officers = roster.officers(of: Set(Role.allCases), on: day).map { officer in
      var wire = Bergulir_V1_Officer(officer)
      wire.fullName = names[officer.person] ?? ""
      return wire
    }
  }
}

extension Bergulir_V1_Officer {
  public init(_ officer: Officer) {
    self.init()
    person = ResourceName.person(officer.person).description
    gender = officer.gender.rawValue
    roles = Role.allCases.filter(officer.roles.contains).map(\.rawValue)
    topics = TrainingTopic.allCases.filter(officer.topics.contains).map(\.rawValue)
    minutesFiled = officer.hasMinutes
    dutiesFiled = officer.hasDuties
  }
}

extension Bergulir_V1_RecoveryTask {
  /// A plan of a repair, beside the one that stands for that repair.
  public init(_ task: RecoveryTask, standing: RecoveryTask?, in upk: Code) {
    self.init()
    name = ResourceName.repair(upk, task.number).description
    repair = task.repair.rawValue
    responsible = ResourceName.person(task.responsible).description
    due = task.due.description
    note = task.note
    plannedOn = task.plannedOn.description
    isStanding = standing?.number == task.number
  }
}
