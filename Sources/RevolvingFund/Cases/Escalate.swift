/// Takes a loan in arrears to the next office, which has to answer by a day.
///
/// Refused with: `textMissing` (the note), `textTooLong`, `notFound`, `dayInFuture`, `dayBefore`
/// (an answer due before it is asked for), `dueTooLate` (in more than a month), `roleMissing`,
/// `caseNotOpen`, `ladderStepTooEarly`, `escalationUnanswered`.
public struct Escalate: Command {
  public let loan: LoanID
  public let office: Office
  /// What the office is told and asked.
  public let note: String
  /// Number or place of the report; may be empty.
  public let evidence: String
  /// The last day for the answer; `nil` for the usual time.
  public let answerDue: Day?
  public let day: Day

  /// An office that a case can be taken to.
  public enum Office: String, Hashable, Sendable, CaseIterable {
    case board, ward, city, province

    /// The step by which a case goes there.
    public var action: CaseAction {
      switch self {
      case .board: .boardReport
      case .ward: .wardReport
      case .city: .cityReport
      case .province: .provinceReport
      }
    }

    /// The office that an action goes to; `nil` for an action of the UPK or the board.
    public init?(_ action: CaseAction) {
      guard let office = Office.allCases.first(where: { $0.action == action }) else { return nil }
      self = office
    }
  }

  public init(
    loan: LoanID, office: Office, note: String, evidence: String, answerDue: Day?, day: Day
  ) {
    self.loan = loan
    self.office = office
    self.note = note
    self.evidence = evidence
    self.answerDue = answerDue
    self.day = day
  }

  public var kind: CommandKind { .escalate }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("office", office.rawValue)
    content.add("note", note)
    content.add("evidence", evidence)
    if let answerDue { content.add("answer_due", answerDue) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addCase(of: loan)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let due = answerDue ?? day.addingDays(CollectionLadder.answerDays)
    var violations = Violations()
    violations.require(note, .note, atMost: 2000)
    violations.requireLength(evidence, .evidence, atMost: 200)
    violations.require(due, notBefore: day, .escalated)
    violations.requireDue(due, atMost: day.addingMonths(CollectionLadder.longestAnswerMonths))
    violations.add(try facts.caseViolations(office.action, of: loan, on: day, caller))
    let waiting = facts.openCase(of: loan, on: day)?.unanswered.first {
      $0.action == office.action
    }
    if let waiting {
      violations.add([.escalationUnanswered(number: waiting.id.number)])
    }
    try violations.check()

    return facts.recording(
      CaseStep(
        id: CaseStepID(stream, 0), loan: loan, action: office.action, on: day, by: caller.person,
        note: note, evidence: evidence, promise: nil, answerDue: due, answer: nil))
  }
}
