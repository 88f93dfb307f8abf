/// Where an application waits, since when, and how long it may (rules.md R-060).
public struct StageAge: Hashable, Sendable {
  public let stage: ServiceStage
  /// The step whose signature is next, in a decision.
  public let step: ApprovalStep?
  public let since: Day
  /// Days since then.
  public let days: Int32
  /// The days within which it should be over; `nil` while the clock is paused.
  public let limit: Int?

  public var isOver: Bool { limit.map { Int(days) > $0 } ?? false }
}

/// What an application waits for.
public enum ServiceStage: String, Hashable, Sendable, CaseIterable {
  /// Papers of the group; the clock is paused.
  case papers
  case inspection, decision
  /// Money; the clock is paused.
  case funds
  /// The agreement, and then the money.
  case agreement, disbursement

  /// Who acts at the stage; `nil` where the step of the decision says so.
  public var roles: Set<Role>? {
    switch self {
    case .papers, .inspection, .agreement: [.loanOfficer]
    case .decision: nil
    case .funds: [.manager]
    case .disbursement: [.cashier]
    }
  }
}

extension Application {
  /// What it waits for on a day; `nil` where it is over, or expired.
  public func stage(on day: Day, chain: ApprovalChain) -> StageAge? {
    func age(_ stage: ServiceStage, since: Day, limit: Int?) -> StageAge {
      StageAge(
        stage: stage, step: stage == .decision ? nextStep : nil, since: since,
        days: max(0, day.epochDays - since.epochDays), limit: limit)
    }
    let decided = fundsHeldSince ?? submittedOn
    switch state(on: day) {
    case .draft, .incomplete: return age(.papers, since: submittedOn, limit: nil)
    case .submitted, .inInspection:
      let since = returned.last?.on ?? completedOn ?? submittedOn
      return age(.inspection, since: since, limit: chain.inspectionDays)
    case .recommended, .notRecommended, .inDecision:
      let since = decidedOn ?? inspection?.on ?? submittedOn
      let step = inspection?.steps.first { $0.step == nextStep }
      return age(.decision, since: since, limit: step?.deadlineDays)
    case .waitlisted: return age(.funds, since: waitlistedOn ?? decided, limit: nil)
    case .approved: return age(.agreement, since: decided, limit: chain.disbursementDays)
    case .contracted: return age(.disbursement, since: decided, limit: chain.disbursementDays)
    case .rejected, .disbursed, .cancelled, .expired: return nil
    }
  }
}
