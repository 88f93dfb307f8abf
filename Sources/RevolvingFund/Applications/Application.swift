/// A group's request for a loan, with everything decided about it so far (rules.md 4.1).
public struct Application: Hashable, Sendable {
  public let id: ApplicationID
  public let ksm: KSMID
  public let purpose: LoanPurpose
  public let businessStage: BusinessStage
  public let months: Int
  /// The members' shares as asked for; they sum to the amount.
  public let requested: [Share]
  /// The day on which it was handed in; while it is a draft, that on which it was made.
  public let submittedOn: Day
  public var state: ApplicationState
  /// The papers that it lacks, in their order.
  public var missing: [ApplicationPaper] = []
  /// The day on which it was complete, which is its place in the queue; `nil` until then.
  public var completedOn: Day?
  /// The latest inspection.
  public var inspection: Inspection?
  /// The signatures since the latest inspection, in their order.
  public var approvals: [Approval]
  /// How often and why it was sent back to inspection, oldest first.
  public var returned: [Approval] = []
  /// The rounds that were sent back, oldest first.
  public var earlier: [EarlierRound] = []
  /// The loan it became.
  public var loan: LoanID?
  /// The pay-out, taken back or not.
  public var payOut: PayOut?
  /// The day on which it went on the waiting list, the last time.
  public var waitlistedOn: Day?
  /// The day on which it came off the waiting list.
  public var releasedOn: Day?
  public var contract: LoanAgreement?
  /// Leave to be taken before older ones.
  public var skip: QueueSkip?
  public var cancellation: Cancellation?
  /// Whether the group ever handed it in; not so with a draft, nor with one that was taken back.
  public var wasHandedIn = true

  public init(
    id: ApplicationID, ksm: KSMID, purpose: LoanPurpose, businessStage: BusinessStage, months: Int,
    requested: [Share], submittedOn: Day, state: ApplicationState, inspection: Inspection?,
    approvals: [Approval], loan: LoanID?
  ) {
    self.id = id
    self.ksm = ksm
    self.purpose = purpose
    self.businessStage = businessStage
    self.months = months
    self.requested = requested
    self.submittedOn = submittedOn
    self.state = state
    self.inspection = inspection
    self.approvals = approvals
    self.loan = loan
  }

  public var amount: Rupiah { requested.total(\.amount) }

  /// What is decided on: the shares that the inspection recommends.
  public var recommended: [Share] { inspection?.recommended ?? [] }

  /// The day of the last signature.
  public var decidedOn: Day? { approvals.map(\.on).max() }

  /// How long an approval may wait for its disbursement (rules.md 4.1).
  public static let approvalValidDays: Int32 = 60
  /// How long an application may stay a draft, or incomplete (rules.md 4.1).
  public static let incompleteValidDays: Int32 = 90
  /// How long an application may stay on the waiting list.
  public static let waitingValidDays: Int32 = 180

  /// The months over which a loan can be paid back at all, whatever the policy.
  static let terms = 1...60

  /// From when on money is reserved for it: the decision, or the end of its waiting.
  public var fundsHeldSince: Day? { releasedOn ?? decidedOn }

  /// The last day on which it is good as it is; `nil` where nothing ends it.
  public var validUntil: Day? {
    switch state {
    case .draft, .incomplete: submittedOn.addingDays(Application.incompleteValidDays)
    case .approved, .contracted: fundsHeldSince?.addingDays(Application.approvalValidDays)
    case .waitlisted: waitlistedOn?.addingDays(Application.waitingValidDays)
    case .submitted, .inInspection, .recommended, .notRecommended, .inDecision, .rejected,
      .disbursed, .cancelled, .expired:
      nil
    }
  }

  /// Its state on a day: what was not carried on in time is expired, and nothing writes that down.
  public func state(on day: Day) -> ApplicationState {
    validUntil.map { $0 < day } ?? false ? .expired : state
  }

  /// The step that waits for a signature; `nil` when none does.
  public var nextStep: ApprovalStep? {
    guard [.recommended, .notRecommended, .inDecision].contains(state) else { return nil }
    return inspection?.steps.first { step in
      approvals.count { $0.step.number == step.number } < step.quorum
    }?.step
  }

  /// Whether one more signature is the decision.
  var isLastSignature: Bool {
    (inspection?.steps ?? []).reduce(0) { $0 + $1.quorum } == approvals.count + 1
  }

  /// Why an approval is no longer good on the day on which a step is judged: `approvalExpired`,
  /// which tells that day where it is not the one that the step is entered for.
  func expiryViolations(on judged: Day, enteredFor day: Day) -> [Rejection] {
    guard let validUntil, validUntil < judged else { return [] }
    let since = state == .waitlisted ? waitlistedOn : fundsHeldSince
    return [
      .approvalExpired(
        decidedOn: since ?? submittedOn, validUntil: validUntil,
        judgedOn: validUntil < day ? nil : judged)
    ]
  }
}

/// What a board lends for (002 §LKM-1a; rules.md R-005).
public enum LoanPurpose: String, Hashable, Sendable, CaseIterable {
  case productiveBusiness, localEconomy, familyCapital
}

/// The steps of an application (rules.md 4.1).
///
/// What merely ages is not a state.
public enum ApplicationState: String, Hashable, Sendable, CaseIterable {
  case draft, submitted, incomplete, inInspection, recommended, notRecommended, inDecision
  case rejected, approved, waitlisted, contracted, disbursed, cancelled, expired
}
