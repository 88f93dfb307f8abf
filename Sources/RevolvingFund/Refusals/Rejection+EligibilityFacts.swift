// The facts of `Rejection` about criteria and their instrument.
extension Rejection {
  var eligibilityFacts: [Fact]? {
    switch self {
    case .instrumentOutOfBounds(let field, let value, let least, let most):
      [
        ("field", field.rawValue), ("value", "\(value)"), ("least", "\(least)"),
        ("most", "\(most)"),
      ]
    case .attestationOutOfRange(let until, let earliest, let latest):
      [("until", "\(until)"), ("earliest", "\(earliest)"), ("latest", "\(latest)")]
    case .belongsToGroup(let member):
      [("member", "\(member)")]
    case .repairTooLate(let due, let latest):
      [("due", "\(due)"), ("latest", "\(latest)")]
    case .criterionComputed(let criterion), .criterionOfAnother(let criterion),
      .criterionNotWaivable(let criterion):
      [("criterion", criterion.rawValue)]
    case .criterionNotMet(let criterion, let members, let shortfalls):
      [
        ("criterion", criterion.rawValue), ("body", criterion.body.rawValue),
        ("shortfalls", list(shortfalls.map(\.text))),
      ] + (members.isEmpty ? [] : [("members", list(members.map { "\($0)" }))])
    default: nil
    }
  }
}
