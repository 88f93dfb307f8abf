/// Records what an office answered to an escalation.
///
/// Whoever answers holds the office that was asked. Somebody else may type what came on paper, and
/// then says which paper.
///
/// Refused with: `textMissing` (the answer; the evidence where somebody else types it),
/// `textTooLong`, `notFound` (the escalation, the person), `dayInFuture`, `dayBefore` (the
/// escalation), `roleMissing`, `escalationAnswered`.
public struct AnswerEscalation: Command {
  public let step: CaseStepID
  public let text: String
  /// Who answered; `nil` for whoever calls.
  public let answeredBy: PersonID?
  /// The letter that the answer came with; may be empty where the person types it.
  public let evidence: String
  public let day: Day

  public init(
    step: CaseStepID, text: String, answeredBy: PersonID?, evidence: String, day: Day
  ) {
    self.step = step
    self.text = text
    self.answeredBy = answeredBy
    self.evidence = evidence
    self.day = day
  }

  public var kind: CommandKind { .answerEscalation }
  public var stream: UPKID { step.upk }
  public var content: Content {
    var content = Content()
    content.add("step", step.number)
    content.add("answer", text)
    if let answeredBy { content.add("answered_by", answeredBy.value) }
    content.add("evidence", evidence)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(stream)
    keys.caseSteps.insert(step)
    if let answeredBy {
      keys.persons.insert(answeredBy)
      keys.assignmentsOf.insert(answeredBy)
    }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = facts.caseSteps.values.joined().first { $0.id == step }
    guard let found, let office = found.action.addressee else {
      throw Refusal(.notFound(.escalation, name: "\(step.number)"))
    }
    let person = answeredBy ?? caller.person
    var violations = Violations()
    violations.require(text, .answer, atMost: 2000)
    if person == caller.person {
      violations.requireLength(evidence, .evidence, atMost: 200)
    } else {
      violations.require(evidence, .evidence)
    }
    if let answeredBy {
      violations.require(
        facts.persons[answeredBy] != nil, .notFound(.person, name: "\(answeredBy.value)"))
    }
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.on, .escalated)
    violations.require(
      facts.holds(office, person: person, at: stream, on: day), .roleMissing(office, on: day))
    violations.require(found.answer == nil, .escalationAnswered(number: step.number))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .caseStep(step))
    effects.outcome.add("loan", found.loan.number)
    effects.add(
      .caseAnswer(step, CaseAnswer(on: day, by: person, text: text, evidence: evidence)))
    return effects
  }
}
