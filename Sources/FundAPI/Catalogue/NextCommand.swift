public import RevolvingFund

extension ApplicationState {
  /// The command that carries an application in this state on; `nil` where it is over.
  public func nextCommand(on name: String) -> String? {
    switch self {
    case .draft: "bergulir application submit-draft \(name)"
    case .incomplete: "bergulir application complete \(name) --papers PAPERS"
    case .submitted, .inInspection: "bergulir inspection record \(name) --witness PERSON"
    case .recommended, .inDecision: "bergulir approve \(name)"
    case .notRecommended: "bergulir reject \(name) --note REASON"
    case .approved:
      "bergulir application contract \(name) --reference NUMBER --signed all"
    case .waitlisted: "bergulir application release \(name)"
    case .contracted: "bergulir disbursement post \(name) --witness PERSON"
    case .rejected, .disbursed, .cancelled, .expired: nil
    }
  }
}

/// What is done once a loan was paid out: every member signs for the own share.
public enum ReceiptConfirmation {
  /// The command that records it.
  public static func command(on loan: String) -> String {
    """
    bergulir disbursement confirm \(loan) --share MEMBER=RUPIAH --mark signature --witness PERSON
    """
  }
}
