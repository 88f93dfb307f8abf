/// Records an inspection by the supervisors, and opens its findings.
///
/// Refused with: `textMissing`, `textTooLong`, `personalDataInText`, `tooManyFindings`,
/// `dayInFuture`, `roleMissing` (the caller is no supervisor on the day), `dayBefore` (a finding is
/// due before the inspection).
public struct RecordSupervision: Command {
  public let upk: UPKID
  public let note: String
  public let findings: [FindingPlan]
  public let day: Day

  /// A finding to be opened.
  public struct FindingPlan: Hashable, Sendable {
    public let text: String
    /// `nil` for thirty days from the inspection.
    public let due: Day?

    public init(text: String, due: Day?) {
      self.text = text
      self.due = due
    }
  }

  /// More findings than one inspection has.
  static let mostFindings = 50
  static let daysToAnswer: Int32 = 30

  public init(upk: UPKID, note: String, findings: [FindingPlan], day: Day) {
    self.upk = upk
    self.note = note
    self.findings = findings
    self.day = day
  }

  public var kind: CommandKind { .recordSupervision }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("note", note)
    for (place, finding) in findings.enumerated() {
      content.add("finding.\(place + 1)", finding.text)
      if let due = finding.due { content.add("due.\(place + 1)", due) }
    }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.requirePublic(note, .note)
    for (place, finding) in findings.enumerated() {
      violations.requirePublic(finding.text, .finding, line: place + 1)
      if let due = finding.due { violations.require(due, notBefore: day, .supervised) }
    }
    violations.require(
      findings.count <= Self.mostFindings,
      .tooManyFindings(count: findings.count, limit: Self.mostFindings))
    violations.requirePast(day, caller)
    violations.require(
      facts.holds(.supervisor, person: caller.person, at: upk, on: day),
      .roleMissing(.supervisor, on: day))
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(upk)) { numbering in
      number = numbering.take(.supervision)
      return .supervision(upk, number: number)
    }
    var opened: [Finding] = []
    for plan in findings {
      opened.append(
        Finding(
          id: FindingID(upk, effects.draw(.finding)), source: .supervision(number), on: day,
          text: plan.text, due: plan.due ?? day.addingDays(Self.daysToAnswer), by: caller.person,
          answer: nil))
    }
    effects.outcome.add("findings", opened.count)
    effects.add(
      .accountability(
        .supervision(
          Supervision(
            upk: upk, number: number, on: day, by: caller.person, note: note, findings: opened))))
    return effects
  }
}

/// Answers a finding; never by the supervisor who found it.
///
/// Refused with: `textMissing`, `textTooLong`, `personalDataInText`, `notFound`, `dayInFuture`,
/// `dayBefore` (the finding), `finderMayNotAnswer`, `findingAnswered`.
public struct AnswerFinding: Command {
  public let finding: FindingID
  public let text: String
  public let evidence: String
  public let day: Day

  public init(finding: FindingID, text: String, evidence: String, day: Day) {
    self.finding = finding
    self.text = text
    self.evidence = evidence
    self.day = day
  }

  public var kind: CommandKind { .answerFinding }
  public var stream: UPKID { finding.upk }
  public var content: Content {
    var content = Content()
    content.add("finding", finding.number)
    content.add("answer", text)
    content.add("evidence", evidence)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.findings.insert(finding)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let found = facts.findings[finding] else {
      throw Refusal(.notFound(.finding, name: "\(finding.number)"))
    }
    var violations = Violations()
    violations.requirePublic(text, .answer)
    violations.requireLength(evidence, .evidence, atMost: 200)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.on, .supervised)
    violations.require(found.by != caller.person, .finderMayNotAnswer)
    if let answer = found.answer {
      violations.add([.findingAnswered(number: finding.number, on: answer.on)])
    }
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .finding(finding))
    effects.add(
      .accountability(
        .findingAnswer(
          finding,
          FindingAnswer(on: day, by: caller.person, text: text, evidence: evidence))))
    return effects
  }
}
