/// Gives a person a role in a scope from a day on.
///
/// Minutes and job description that come with it count from its first day, others when filed.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound`, `alreadyExists` (the same role in the
/// same scope at the same time), `dayInFuture` (when it was decided), `dayBefore` (an end before
/// the start), `rolesIncompatible` (who handles cash does not post the journal, and who
/// supervises has no other part: rules.md 4.7, ruling 19).
public struct AssignRole: Command {
  public let person: PersonID
  public let role: Role
  public let scope: Scope
  public let from: Day
  public let until: Day?
  /// The number of the minutes by which the board appointed the person.
  public let minutes: String?
  /// What the person has to do.
  public let duties: String?
  public let day: Day

  public init(
    person: PersonID, role: Role, scope: Scope, from: Day, until: Day?, minutes: String? = nil,
    duties: String? = nil, day: Day
  ) {
    self.person = person
    self.role = role
    self.scope = scope
    self.from = from
    self.until = until
    self.minutes = minutes
    self.duties = duties
    self.day = day
  }

  public var kind: CommandKind { .assignRole }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("person", person.value)
    content.add("role", role.rawValue)
    content.add("scope", scope.name)
    content.add("from", from)
    if let until { content.add("until", until) }
    if let minutes { content.add("minutes", minutes) }
    if let duties { content.add("duties", duties) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.persons.insert(person)
    keys.assignmentsOf.insert(person)
    keys.officesOf.insert(person)
    switch scope {
    case .province: break
    case .region(let code): keys.regions.insert(code)
    case .upk(let id): keys.upks.insert(id)
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.requirePapers(minutes: minutes, duties: duties)
    violations.require(
      facts.persons[person] != nil, .notFound(.person, name: "\(person.value)"))
    violations.require(facts.knows(scope), .notFound(scope.noun, name: scope.name))
    violations.requirePast(day, caller)
    if let until {
      violations.require(until, notBefore: from, .assigned)
    }
    let others = facts.assignments.values.filter { $0.person == person && overlaps($0) }
    for held in others.sorted(by: { $0.id < $1.id }) {
      violations.require(
        held.role != role || held.scope != scope,
        .alreadyExists(.assignment, name: "\(held.id.value)"))
      violations.require(
        !(held.scope.touches(scope, facts) && role.isIncompatible(with: held.role)),
        .rolesIncompatible(role, held: held.role))
    }
    try violations.check()

    var id = AssignmentID(0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = AssignmentID(numbering.take(.assignment))
      return .assignment(id)
    }
    effects.add(
      .assignment(
        Assignment(
          id: id, person: person, role: role, scope: scope, from: from, until: until,
          minutes: minutes.map { FiledPaper($0, on: max(from, day)) },
          duties: duties.map { FiledPaper($0, on: max(from, day)) })))
    return effects
  }

  private func overlaps(_ held: Assignment) -> Bool {
    let beginsInTime = until.map { held.from <= $0 } ?? true
    return beginsInTime && held.until.map { from <= $0 } ?? true
  }
}

extension Role {
  /// Whether one person may not hold both for the same UPK at the same time.
  func isIncompatible(with other: Role) -> Bool {
    let offices: Set<Role> = [
      .cashier, .bookkeeper, .loanOfficer, .manager, .bkmCoordinator, .bkmMember,
    ]
    let pair: Set<Role> = [self, other]
    let programme: Set<Role> = [.provinceConsultant, .facilitator]
    return pair == [.cashier, .bookkeeper]
      || (pair.contains(.supervisor) && !pair.isDisjoint(with: offices))
      || (!pair.isDisjoint(with: programme)
        && !pair.isDisjoint(with: offices.union([.supervisor])))
      || (pair.contains(.volunteer) && !pair.isDisjoint(with: Role.unitOfficers))
  }
}

extension Scope {
  var name: String {
    switch self {
    case .province: "province"
    case .region(let code): "region:\(code)"
    case .upk(let id): "upk:\(id.value)"
    }
  }

  fileprivate var noun: Noun {
    switch self {
    case .province, .region: .region
    case .upk: .upk
    }
  }

  /// Whether two scopes have a UPK in common.
  ///
  /// Of a UPK that the facts do not tell of: yes, for a separation of duties errs on the safe side.
  fileprivate func touches(_ other: Scope, _ facts: Facts) -> Bool {
    switch (self, other) {
    case (.province, _), (_, .province): true
    case (.region(let left), .region(let right)): left.isWithin(right) || right.isWithin(left)
    case (.upk(let left), .upk(let right)): left == right
    case (.region(let code), .upk(let id)), (.upk(let id), .region(let code)):
      facts.upks[id].map { $0.region.isWithin(code) } ?? true
    }
  }
}

extension Facts {
  fileprivate func knows(_ scope: Scope) -> Bool {
    switch scope {
    case .province: true
    case .region(let code): regions[code] != nil
    case .upk(let id): upks[id] != nil
    }
  }
}
