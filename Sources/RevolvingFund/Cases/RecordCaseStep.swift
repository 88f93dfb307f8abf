/// Records what the UPK or the board did about a loan in arrears, and what the group promised.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing` (the note; the paper of a
/// set-off that is not on the books), `textTooLong`,
/// `notFound`, `dayInFuture`, `dayBefore` (a promise for no later day), `dueTooLate` (a promise
/// for more than three months), `roleMissing`, `recusalRequired` (a decision of
/// the board), `caseNotOpen`, `ladderStepTooEarly`, `ladderStepOutOfOrder`.
public struct RecordCaseStep: Command {
  public let loan: LoanID
  /// No report to an office: those are `Escalate`'s.
  public let action: CaseAction
  /// What was done or said.
  ///
  /// Of a set-off, or why there is none: the agreement has no such clause.
  public let note: String
  /// Number or place of the paper that shows it.
  ///
  /// May be empty, but for a set-off of which nothing is on the books: then it shows why not.
  public let evidence: String
  public let promise: Promise?
  public let day: Day

  /// A step; `action` must not be a report to an office.
  public init(
    loan: LoanID, action: CaseAction, note: String, evidence: String, promise: Promise?, day: Day
  ) {
    precondition(action.addressee == nil, "a report to an office is an escalation")
    self.loan = loan
    self.action = action
    self.note = note
    self.evidence = evidence
    self.promise = promise
    self.day = day
  }

  public var kind: CommandKind { .recordCaseStep }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add("action", action.rawValue)
    content.add("note", note)
    content.add("evidence", evidence)
    if let promise {
      content.add("promised", promise.amount)
      content.add("promised_by", promise.by)
    }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addCase(of: loan)
    if action == .savingsSetOff { keys.repaymentsOf.insert(loan) }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(note, .note, atMost: 2000)
    if action == .savingsSetOff && !facts.hasSetOff(inCaseOf: loan, on: day) {
      violations.require(evidence, .evidence, atMost: 200)
    } else {
      violations.requireLength(evidence, .evidence, atMost: 200)
    }
    if let promise {
      violations.require(promise.amount, .amount)
      violations.require(
        day < promise.by,
        .dayBefore(promise.by, earliest: day.addingDays(1), milestone: .promised))
      violations.requireDue(
        promise.by, atMost: day.addingMonths(CollectionLadder.longestPromiseMonths))
    }
    violations.add(
      try facts.caseViolations(action, of: loan, on: day, caller))
    try violations.check()

    return facts.recording(
      CaseStep(
        id: CaseStepID(stream, 0), loan: loan, action: action, on: day, by: caller.person,
        note: note, evidence: evidence, promise: promise, answerDue: nil, answer: nil))
  }
}
