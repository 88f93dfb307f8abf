/// Records a joint collection of the board and the UPK (rules.md 0, ruling 11).
///
/// Refused with: `textMissing`, `textTooLong`, `notFound` (a person), `dayInFuture`, `roleMissing`
/// (one holds no office of the board, or the other none of the UPK, on that day),
/// `collectorsAreOne`.
public struct RecordCollection: Command {
  public let upk: UPKID
  /// A member or the coordinator of the board.
  public let boardPerson: PersonID
  /// An officer of the UPK.
  public let unitPerson: PersonID
  /// What was done.
  public let note: String
  public let day: Day

  public init(
    upk: UPKID, boardPerson: PersonID, unitPerson: PersonID, note: String, day: Day
  ) {
    self.upk = upk
    self.boardPerson = boardPerson
    self.unitPerson = unitPerson
    self.note = note
    self.day = day
  }

  public var kind: CommandKind { .recordCollection }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("board_person", boardPerson.value)
    content.add("unit_person", unitPerson.value)
    content.add("note", note)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.persons.formUnion([boardPerson, unitPerson])
    keys.assignmentsOf.formUnion([boardPerson, unitPerson])
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(note, .note, atMost: 2000)
    for person in [boardPerson, unitPerson] {
      violations.require(
        facts.persons[person] != nil, .notFound(.person, name: "\(person.value)"))
    }
    violations.requirePast(day, caller)
    violations.require(
      holdsAny([.bkmMember, .bkmCoordinator], boardPerson, facts),
      .roleMissing(.bkmMember, on: day, person: boardPerson.value))
    violations.require(
      holdsAny([.loanOfficer, .manager, .cashier, .bookkeeper], unitPerson, facts),
      .roleMissing(.loanOfficer, on: day, person: unitPerson.value))
    violations.require(boardPerson != unitPerson, .collectorsAreOne)
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      number = numbering.take(.collection)
      return .collection(upk, number: number)
    }
    effects.add(
      .collection(
        JointCollection(
          upk: upk, number: number, on: day, boardPerson: boardPerson, unitPerson: unitPerson,
          note: note)))
    return effects
  }

  private func holdsAny(_ roles: [Role], _ person: PersonID, _ facts: Facts) -> Bool {
    roles.contains { facts.holds($0, person: person, at: upk, on: day) }
  }
}
