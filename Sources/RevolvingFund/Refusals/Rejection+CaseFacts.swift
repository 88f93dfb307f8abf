// The facts of `Rejection` about the case of a loan in arrears.
extension Rejection {
  var caseFacts: [Fact]? {
    switch self {
    case .dueTooLate(let due, let latest):
      [("due", "\(due)"), ("latest", "\(latest)")]
    case .caseNotOpen(let loan, let day):
      [("loan", "\(loan)"), ("day", "\(day)")]
    case .ladderStepTooEarly(let action, let day, let from):
      [("action", action.rawValue), ("day", "\(day)"), ("earliest", "\(from)")]
    case .ladderStepOutOfOrder(let action, let missing):
      [("action", action.rawValue), ("missing", missing.rawValue)]
    case .ladderNotComplete(let missing):
      [("missing", list(missing.map(\.rawValue)))]
    case .escalationUnanswered(let number), .escalationAnswered(let number):
      [("step", "\(number)")]
    default: nil
    }
  }
}
