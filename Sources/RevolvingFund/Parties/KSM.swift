/// A borrowers' group (Kelompok Swadaya Masyarakat) whose members answer for each other.
public struct KSM: Hashable, Sendable {
  public let id: KSMID
  public let name: String
  public let formedOn: Day
  public let members: [Member]

  public init(id: KSMID, name: String, formedOn: Day, members: [Member]) {
    self.id = id
    self.name = name
    self.formedOn = formedOn
    self.members = members
  }

  /// Members who belong to the group on a day.
  public func activeMembers(on day: Day) -> [Member] {
    members.filter { $0.isActive(on: day) }
  }

  /// What keeps the group from borrowing on a day, for all but money: members, women, age.
  ///
  /// In this order: `ksmTooSmall` (B-02), `tooFewWomen` (B-03: three in ten), `ksmTooYoung` (B-05,
  /// only before the first loan).
  public func violations(
    on day: Day, isFirstLoan: Bool, instrument: EligibilityInstrument
  ) -> [Rejection] {
    let active = activeMembers(on: day)
    let women = active.count { $0.gender == .female }
    var found: [Rejection] = []
    if active.count < instrument.fewestMembers {
      found.append(.ksmTooSmall(members: active.count, required: instrument.fewestMembers))
    }
    let fewestWomen = instrument.fewestWomen(among: active.count)
    if women < fewestWomen {
      found.append(
        .tooFewWomen(women: women, members: active.count, required: fewestWomen))
    }
    let eligibleFrom = formedOn.addingMonths(instrument.monthsBeforeFirstLoan)
    if isFirstLoan && day < eligibleFrom {
      found.append(.ksmTooYoung(formedOn: formedOn, eligibleFrom: eligibleFrom))
    }
    return found
  }
}

/// A person's membership in a group, numbered within the group.
public struct Member: Hashable, Sendable {
  public let number: Int64
  public let person: PersonID
  public let gender: Gender
  public let joinedOn: Day
  /// The first day the person is no longer a member.
  public let leftOn: Day?

  public init(number: Int64, person: PersonID, gender: Gender, joinedOn: Day, leftOn: Day?) {
    self.number = number
    self.person = person
    self.gender = gender
    self.joinedOn = joinedOn
    self.leftOn = leftOn
  }

  /// Whether the person is a member on a day.
  public func isActive(on day: Day) -> Bool {
    joinedOn <= day && leftOn.map { day < $0 } ?? true
  }
}
