/// Files the papers of an appointment that were missing: its minutes, the job description, or both.
///
/// What is on file stays.
///
/// Refused with: `textMissing` (both, where neither is given), `textTooLong`, `notFound` (the
/// assignment), `paperOnFile`, `dayInFuture`.
public struct FilePapers: Command {
  public let assignment: AssignmentID
  /// The number of the minutes by which the board appointed the person.
  public let minutes: String?
  /// What the person has to do.
  public let duties: String?
  public let day: Day

  public init(assignment: AssignmentID, minutes: String?, duties: String?, day: Day) {
    self.assignment = assignment
    self.minutes = minutes
    self.duties = duties
    self.day = day
  }

  public var kind: CommandKind { .filePapers }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("assignment", assignment.value)
    if let minutes { content.add("minutes", minutes) }
    if let duties { content.add("duties", duties) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.assignments.insert(assignment)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let held = facts.assignments[assignment]
    var violations = Violations()
    if minutes == nil && duties == nil {
      violations.add([.textMissing(field: .minutes), .textMissing(field: .duties)])
    }
    violations.requirePapers(minutes: minutes, duties: duties)
    violations.require(held != nil, .notFound(.assignment, name: "\(assignment.value)"))
    violations.require(
      minutes == nil || held?.minutes == nil,
      .paperOnFile(.minutes, assignment: assignment.value))
    violations.require(
      duties == nil || held?.duties == nil, .paperOnFile(.duties, assignment: assignment.value))
    violations.requirePast(day, caller)
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .assignment(assignment))
    effects.add(
      .papersFiled(
        assignment, minutes: minutes.map { FiledPaper($0, on: day) } ?? held?.minutes,
        duties: duties.map { FiledPaper($0, on: day) } ?? held?.duties))
    return effects
  }
}

extension Violations {
  /// The papers of an appointment, where they are given.
  mutating func requirePapers(minutes: String?, duties: String?) {
    if let minutes { require(minutes, .minutes) }
    if let duties { require(duties, .duties, atMost: 2000) }
  }
}
