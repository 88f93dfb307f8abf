/// What somebody did about a loan in arrears, as it was recorded (rules.md 4.6).
///
/// A step that goes to an office is an escalation: it waits for an answer.
public struct CaseStep: Hashable, Sendable {
  public let id: CaseStepID
  public let loan: LoanID
  public let action: CaseAction
  public let on: Day
  /// Who did it and recorded it.
  public let by: PersonID
  /// What was done or said.
  public let note: String
  /// Number or place of the paper that shows it; may be empty.
  public let evidence: String
  /// What the group promised to pay; `nil` where it promised nothing.
  public let promise: Promise?
  /// The last day for the office's answer; `nil` unless the action is a report to one.
  public let answerDue: Day?
  public let answer: CaseAnswer?

  public init(
    id: CaseStepID, loan: LoanID, action: CaseAction, on day: Day, by person: PersonID,
    note: String, evidence: String, promise: Promise?, answerDue: Day?, answer: CaseAnswer?
  ) {
    self.id = id
    self.loan = loan
    self.action = action
    on = day
    by = person
    self.note = note
    self.evidence = evidence
    self.promise = promise
    self.answerDue = answerDue
    self.answer = answer
  }

  /// The step as it was known on a day: an answer of later is not there yet; `nil` before it.
  public func asOf(_ day: Day) -> CaseStep? {
    guard on <= day else { return nil }
    return answering(answer.flatMap { $0.on <= day ? $0 : nil })
  }

  /// Whether it waits for an answer on a day.
  public func isUnanswered(on day: Day) -> Bool {
    on <= day && answerDue != nil && (answer.map { day < $0.on } ?? true)
  }

  /// Whether the time for its answer is over and none came.
  public func isOverdue(on day: Day) -> Bool {
    isUnanswered(on: day) && (answerDue.map { $0 < day } ?? false)
  }

  /// Whether nothing more is to be waited for: it was done, and what it asked was answered or was
  /// not answered in time.
  func isDone(on day: Day) -> Bool {
    on <= day && (!isUnanswered(on: day) || isOverdue(on: day))
  }

  /// The step with another answer.
  func answering(_ answer: CaseAnswer?) -> CaseStep {
    CaseStep(
      id: id, loan: loan, action: action, on: on, by: by, note: note, evidence: evidence,
      promise: promise, answerDue: answerDue, answer: answer)
  }
}

public typealias CaseStepID = UPKNumber<CaseStep>

/// What an office answered to an escalation.
public struct CaseAnswer: Hashable, Sendable {
  public let on: Day
  /// Who answered, in the office that was asked.
  public let by: PersonID
  public let text: String
  /// The letter that it came with; may be empty where the person typed it.
  public let evidence: String

  public init(on day: Day, by person: PersonID, text: String, evidence: String) {
    on = day
    by = person
    self.text = text
    self.evidence = evidence
  }
}
