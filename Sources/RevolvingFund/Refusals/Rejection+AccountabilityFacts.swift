// The facts of `Rejection` about what the fund answers for.
extension Rejection {
  var accountabilityFacts: [Fact]? {
    switch self {
    case .personalDataInText(let field, let line):
      [("field", field.rawValue)] + (line.map { [("line", "\($0)")] } ?? [])
    case .tooManyFindings(let count, let limit):
      [("count", "\(count)"), ("limit", "\(limit)")]
    case .meetingOfGroup(let kind): [("kind", kind.rawValue)]
    case .statementRepeated(let loan, let member):
      [("loan", "\(loan)"), ("member", "\(member)")]
    case .complaintAnswered(let number, let day):
      [("complaint", "\(number)"), ("answered_on", "\(day)")]
    case .findingAnswered(let number, let day):
      [("finding", "\(number)"), ("answered_on", "\(day)")]
    case .confirmationIncomplete(let missing): [("missing", "\(missing)")]
    default: nil
    }
  }
}
