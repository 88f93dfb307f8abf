/// Everybody who holds or held an office for one UPK, with training and papers.
///
/// An office in a region around the UPK, or in the whole province, is one for the UPK too.
public struct Roster: Hashable, Sendable {
  public let upk: UPKID
  private var entries: [Officer]

  /// A roster of assignments that take in the UPK, whatever their time.
  ///
  /// Somebody of whom `persons` does not tell is left out.
  public init(
    upk: UPKID, assignments: [Assignment], persons: [Person], trainings: [Training]
  ) {
    self.upk = upk
    let held = Dictionary(grouping: assignments, by: \.person)
    let trained = Dictionary(grouping: trainings, by: \.person)
    entries = persons.sorted { $0.id < $1.id }.compactMap { person in
      held[person.id].map {
        Officer(
          person: person.id, gender: person.gender,
          assignments: $0.sorted { $0.id < $1.id },
          trainings: (trained[person.id] ?? []).sorted {
            ($0.trainedOn, $0.id) < ($1.trainedOn, $1.id)
          })
      }
    }
  }

  /// Takes in an assignment that takes in the UPK, new or changed, of a person with trainings.
  mutating func take(_ assignment: Assignment, of person: Person, trainings: [Training]) {
    let place = entries.firstIndex { $0.person >= person.id } ?? entries.endIndex
    let known = place < entries.endIndex && entries[place].person == person.id
    let held = known ? entries[place].assignments : []
    let officer = Officer(
      person: person.id, gender: person.gender,
      assignments: (held.filter { $0.id != assignment.id } + [assignment])
        .sorted { $0.id < $1.id },
      trainings: known
        ? entries[place].trainings
        : trainings.sorted { ($0.trainedOn, $0.id) < ($1.trainedOn, $1.id) })
    entries.replaceSubrange(place..<(known ? place + 1 : place), with: [officer])
  }

  /// Takes in a training, where it is one of somebody who stands in it.
  mutating func take(_ training: Training) {
    guard let place = entries.firstIndex(where: { $0.person == training.person }) else { return }
    let officer = entries[place]
    entries[place] = Officer(
      person: officer.person, gender: officer.gender, assignments: officer.assignments,
      trainings: (officer.trainings + [training]).sorted {
        ($0.trainedOn, $0.id) < ($1.trainedOn, $1.id)
      })
  }

  /// Who holds any of the roles on a day, each person once, in the order of their numbers.
  ///
  /// What was filed or learnt later does not show.
  public func officers(of roles: Set<Role>, on day: Day) -> [Officer] {
    entries.compactMap { $0.holding(roles, on: day) }
  }
}

/// A person in office: the roles held on a day, and what was on file and learnt by then.
public struct Officer: Hashable, Sendable {
  public let person: PersonID
  public let gender: Gender
  /// Never empty; one for each role and place, with the papers on file.
  public let assignments: [Assignment]
  /// Oldest first.
  public let trainings: [Training]

  public var roles: Set<Role> { Set(assignments.map(\.role)) }

  /// The topics that the person was trained in.
  public var topics: Set<TrainingTopic> { Set(trainings.map(\.topic)) }

  /// Whether there are minutes of every appointment.
  public var hasMinutes: Bool { assignments.allSatisfy { $0.minutes != nil } }

  /// Whether there is a job description for every appointment.
  public var hasDuties: Bool { assignments.allSatisfy { $0.duties != nil } }

  /// The person as of a day, in these roles alone; `nil` for who held none of them.
  fileprivate func holding(_ roles: Set<Role>, on day: Day) -> Officer? {
    let held = assignments.filter { roles.contains($0.role) && $0.holds(on: day) }
    guard !held.isEmpty else { return nil }
    return Officer(
      person: person, gender: gender, assignments: held.map { $0.asFiled(by: day) },
      trainings: trainings.filter { $0.trainedOn <= day })
  }
}
