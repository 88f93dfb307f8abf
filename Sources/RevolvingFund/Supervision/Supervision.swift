/// An inspection of the unit by its supervisors (Pengawas; rules.md R-065, 3.8).
public struct Supervision: Hashable, Sendable {
  public let upk: UPKID
  public let number: Int64
  public let on: Day
  /// The supervisor who recorded it.
  public let by: PersonID
  /// What was looked at.
  public let note: String
  public let findings: [Finding]

  public init(
    upk: UPKID, number: Int64, on day: Day, by person: PersonID, note: String,
    findings: [Finding]
  ) {
    self.upk = upk
    self.number = number
    on = day
    by = person
    self.note = note
    self.findings = findings
  }
}

/// Something that supervisors found and somebody has to answer.
public struct Finding: Hashable, Sendable {
  public let id: FindingID
  public let source: FindingSource
  public let on: Day
  public let text: String
  /// The last day on which an answer is in time.
  public let due: Day
  public let by: PersonID
  public var answer: FindingAnswer?

  public init(
    id: FindingID, source: FindingSource, on day: Day, text: String, due: Day, by person: PersonID,
    answer: FindingAnswer?
  ) {
    self.id = id
    self.source = source
    on = day
    self.text = text
    self.due = due
    by = person
    self.answer = answer
  }

  /// The answer as it was known on a day.
  public func answer(asOf day: Day) -> FindingAnswer? {
    answer.flatMap { $0.on <= day ? $0 : nil }
  }

  /// Whether it waits for an answer on a day that is past the last one in time.
  public func isOverdue(asOf day: Day) -> Bool { answer(asOf: day) == nil && due < day }
}

public typealias FindingID = UPKNumber<Finding>

/// What a finding came out of.
public enum FindingSource: Hashable, Sendable {
  case supervision(Int64)
  /// A line of a balance confirmation in which the borrower proved another balance.
  case confirmation(Int64)
}

/// What was answered to a finding, by whom and when.
public struct FindingAnswer: Hashable, Sendable {
  public let on: Day
  public let by: PersonID
  public let text: String
  /// The paper that shows it; may be empty.
  public let evidence: String

  public init(on day: Day, by person: PersonID, text: String, evidence: String) {
    on = day
    by = person
    self.text = text
    self.evidence = evidence
  }
}

/// A report that was made public, or sent on, for a month (rules.md R-065, 3.8).
public struct Publication: Hashable, Sendable {
  public let upk: UPKID
  public let number: Int64
  public let kind: PublicationKind
  public let month: Month
  public let on: Day
  public let by: PersonID
  /// Where it hangs, or the number of the letter.
  public let reference: String

  public init(
    upk: UPKID, number: Int64, kind: PublicationKind, month: Month, on day: Day,
    by person: PersonID, reference: String
  ) {
    self.upk = upk
    self.number = number
    self.kind = kind
    self.month = month
    on = day
    by = person
    self.reference = reference
  }
}

/// What is published of a month.
public enum PublicationKind: String, Hashable, Sendable, CaseIterable {
  /// The sheet on the notice board.
  case noticeSheet = "notice-sheet"
  /// The report to the board.
  case bkmReport = "bkm-report"
}
