/// Plans a repair of the institution; a later plan for the same repair takes its place.
///
/// Refused with: `textTooLong`, `notFound` (the person), `dayInFuture`, `dayBefore` (due before the
/// plan is made), `repairTooLate`.
public struct PlanRepair: Command {
  public let upk: UPKID
  public let repair: Repair
  /// Who answers for it.
  public let responsible: PersonID
  /// The last day on which it is in time.
  public let due: Day
  /// How it will be done; may be empty.
  public let note: String
  public let day: Day

  public init(
    upk: UPKID, repair: Repair, responsible: PersonID, due: Day, note: String, day: Day
  ) {
    self.upk = upk
    self.repair = repair
    self.responsible = responsible
    self.due = due
    self.note = note
    self.day = day
  }

  /// How far a promise may reach: willing means soon (002 §LKM-4.5).
  public static let longestMonths = 6

  public var kind: CommandKind { .planRepair }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("repair", repair.rawValue)
    content.add("responsible", responsible.value)
    content.add("due", due)
    content.add("note", note)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.persons.insert(responsible)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.requireLength(note, .note, atMost: 2000)
    violations.require(
      facts.persons[responsible] != nil, .notFound(.person, name: "\(responsible.value)"))
    violations.requirePast(day, caller)
    violations.require(due, notBefore: day, .planned)
    let latest = day.addingMonths(PlanRepair.longestMonths)
    violations.require(due <= latest, .repairTooLate(due: due, latest: latest))
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      number = numbering.take(.repair)
      return .repair(upk, number: number)
    }
    effects.add(
      .repair(
        RecoveryTask(
          upk: upk, number: number, repair: repair, responsible: responsible, due: due,
          note: note, plannedOn: day)))
    return effects
  }
}
