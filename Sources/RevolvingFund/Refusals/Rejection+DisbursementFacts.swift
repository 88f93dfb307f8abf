// The facts of `Rejection` about NIK, the pay-out and what members say of it.
extension Rejection {
  var disbursementFacts: [Fact]? {
    switch self {
    case .nikNotPlausible(let parts):
      [("parts", list(parts.map(\.rawValue)))]
    case .signatoriesMiscounted(let named, let required):
      [("named", "\(named)"), ("required", "\(required)")]
    case .notSignatory(let person, let day):
      [("person", "\(person)"), ("day", "\(day)")]
    case .receiptDiffers(let member, let amount, let share):
      [
        ("member", "\(member)"), ("amount", "\(amount.amount)"), ("share", "\(share.amount)"),
      ]
    case .personBlocked(let person):
      [("person", "\(person)")]
    case .receivedAboveShare(let member, let received, let share):
      [
        ("member", "\(member)"), ("received", "\(received.amount)"),
        ("share", "\(share.amount)"),
      ]
    case .blockLifted(let day):
      [("lifted_on", "\(day)")]
    case .borrowerBlocked(let member), .beneficiaryUnexplained(let member),
      .beneficiaryMissing(let member),
      .receiptRecorded(let member):
      [("member", "\(member)")]
    case .receiptsOnFile(let count):
      [("count", "\(count)")]
    case .disbursementVoided(let day):
      [("voided_on", "\(day)")]
    case .loanPaidOn(let paid):
      [("paid", "\(paid.amount)")]
    default: nil
    }
  }
}
