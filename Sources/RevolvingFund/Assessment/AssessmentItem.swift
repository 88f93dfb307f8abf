/// What bookkeeping is assessed by (rules.md 3.8; ruling 23).
public enum AssessmentItem: String, Hashable, Sendable, CaseIterable {
  case budgetApproved
  case cashBook, cashCount, bankReconciled, ledgersAgree, reserveFormed
  case closedInTime, boardReport, noticeSheet, supervision

  /// The five about money: all of them are needed.
  public var isMoney: Bool {
    switch self {
    case .cashBook, .cashCount, .bankReconciled, .ledgersAgree, .reserveFormed: true
    case .budgetApproved, .closedInTime, .boardReport, .noticeSheet, .supervision: false
    }
  }
}

/// What an item was judged by: a named fact, as programs read it.
public struct AssessmentEvidence: Hashable, Sendable {
  public let name: String
  public let value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// An item of the assessment with its ground.
public struct AssessmentResult: Hashable, Sendable {
  public let item: AssessmentItem
  public let passed: Bool
  public let evidence: [AssessmentEvidence]

  public init(_ item: AssessmentItem, passed: Bool, _ evidence: [AssessmentEvidence]) {
    self.item = item
    self.passed = passed
    self.evidence = evidence
  }
}
