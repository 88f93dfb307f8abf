// The facts of `Rejection` about the way of an application and who decides on it.
extension Rejection {
  var pipelineFacts: [Fact]? {
    switch self {
    case .chainOutOfBounds(let field, let value, let least, let most):
      [
        ("field", field.rawValue), ("value", "\(value)"), ("least", "\(least)"),
        ("most", "\(most)"),
      ]
    case .chainRoleNotAllowed(let role, let step):
      [("role", role.rawValue)] + (step.map { [("step", "\($0)")] } ?? [])
    case .chainWithoutRole(let role):
      [("role", role.rawValue)]
    case .delegationOutOfRange(let from, let until, let earliest, let latest):
      [
        ("from", "\(from)"), ("until", "\(until)"), ("earliest", "\(earliest)"),
        ("latest", "\(latest)"),
      ]
    case .appraisalOutOfRange(let member, let field, let value, let least, let most):
      [
        ("member", "\(member)"), ("field", field.rawValue), ("value", "\(value)"),
        ("least", "\(least)"), ("most", "\(most)"),
      ]
    case .recusalRequired(let kind, let person, let ksm):
      [("relationship", kind.rawValue), ("person", "\(person)"), ("ksm", "\(ksm)")]
    case .appraisalMissing(let members), .agreementNotSigned(let members):
      [("members", list(members.map { "\($0)" }))]
    case .shareAboveCapacity(let member, let installment, let capacity):
      [
        ("member", "\(member)"), ("installment", "\(installment.amount)"),
        ("capacity", "\(capacity.amount)"),
      ]
    case .applicationOpen(let number):
      [("application", "\(number)")]
    case .queueSkipped(let numbers):
      [("before", list(numbers.map { "\($0)" }))]
    case .signatureVoid(let steps):
      [("steps", list(steps.map { "\($0)" }))]
    default: nil
    }
  }
}
