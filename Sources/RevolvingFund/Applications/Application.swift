/// A group's request for a loan, with everything decided about it so far (rules.md 4.1).
public struct Application: Hashable, Sendable {
  public let id: ApplicationID
  public let ksm: KSMID
  public let purpose: LoanPurpose
  public let businessStage: BusinessStage
  public let months: Int
  /// The members' shares as asked for; they sum to the amount.
  public let requested: [Share]
  public let submittedOn: Day
  public var state: ApplicationState
  public var inspection: Inspection?
  /// One entry for each signature, in the order of the steps.
  public var approvals: [Approval]
  /// The loan it became.
  public var loan: LoanID?

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

/// What was found at the visit to every member (rules.md 4.1, `inInspection`).
public struct Inspection: Hashable, Sendable {
  /// The UPK's officer who visited.
  public let inspector: PersonID
  /// The board's member who came along.
  public let witness: PersonID
  public let on: Day
  /// Each member's amount, within the request; empty when nothing is recommended.
  public let recommended: [Share]
  public let note: String

  public init(
    inspector: PersonID, witness: PersonID, on: Day, recommended: [Share], note: String
  ) {
    self.inspector = inspector
    self.witness = witness
    self.on = on
    self.recommended = recommended
    self.note = note
  }
}

/// One person's signature on one step of a decision.
public struct Approval: Hashable, Sendable {
  public let step: ApprovalStep
  public let signer: PersonID
  public let verdict: Verdict
  public let on: Day
  public let note: String

  public init(step: ApprovalStep, signer: PersonID, verdict: Verdict, on: Day, note: String) {
    self.step = step
    self.signer = signer
    self.verdict = verdict
    self.on = on
    self.note = note
  }
}

/// The steps of a decision, in order: the UPK's manager, then the board's coordinator.
public enum ApprovalStep: Int, Hashable, Sendable, CaseIterable {
  case upkManager = 1
  case bkmCoordinator

  /// The role that signs the step.
  public var role: Role {
    switch self {
    case .upkManager: .manager
    case .bkmCoordinator: .bkmCoordinator
    }
  }
}

/// What a signature says.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  case approve, reject
}
