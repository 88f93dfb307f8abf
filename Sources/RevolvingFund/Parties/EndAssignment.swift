/// Ends a role on a day, the last on which it holds.
///
/// A term that was set to end later is cut short.
///
/// Refused with: `notFound` (also one that ends by that day), `dayBefore` (its start),
/// `dayInFuture`.
public struct EndAssignment: Command {
  public let assignment: AssignmentID
  public let day: Day

  public init(assignment: AssignmentID, day: Day) {
    self.assignment = assignment
    self.day = day
  }

  public var kind: CommandKind { .endAssignment }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("assignment", assignment.value)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.assignments.insert(assignment)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let held = facts.assignments[assignment], held.until.map({ day < $0 }) ?? true else {
      throw Refusal(.notFound(.assignment, name: "\(assignment.value)"))
    }
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.require(day, notBefore: held.from, .assigned)
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .assignment(assignment))
    effects.add(.assignmentEnded(assignment, until: day))
    return effects
  }
}
