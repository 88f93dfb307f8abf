/// Where an application got to by a day, and how long each stage took (rules.md 6, P-12; R-060).
public struct PipelineProgress: Hashable, Sendable {
  public let application: Application
  public let asOf: Day
  public let stage: Stage
  /// The days on which it came that far, of those that had come.
  public let completedOn: Day?
  public let inspectedOn: Day?
  public let decidedOn: Day?
  public let contractedOn: Day?
  public let disbursedOn: Day?
  /// The day on which it was rejected, cancelled or taken back.
  public let endedOn: Day?
  public let skip: Skip

  /// How far it came.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    case papers, inspection, decision, agreement, disbursement, disbursed, ended
  }

  /// Whether it was taken before older ones.
  public enum Skip: String, Hashable, Sendable, CaseIterable {
    case none, requested, confirmed
  }

  /// The progress of an application; `nil` before it was handed in.
  public init?(_ application: Application, disbursedOn: Day?, asOf day: Day) {
    guard application.wasHandedIn, application.submittedOn <= day else { return nil }
    func past(_ date: Day?) -> Day? { date.flatMap { $0 <= day ? $0 : nil } }
    let rejected = application.approvals.first { $0.verdict == .reject }?.on
    let last = application.approvals.last?.on
    self.application = application
    asOf = day
    completedOn = past(application.completedOn)
    inspectedOn = past(application.inspection?.on)
    let isDecided = [.approved, .waitlisted, .contracted, .disbursed].contains(application.state)
    decidedOn = past(rejected ?? (isDecided || application.contract != nil ? last : nil))
    contractedOn = past(application.contract?.on)
    self.disbursedOn = past(disbursedOn)
    endedOn = past(rejected ?? application.cancellation?.on)
    skip =
      past(application.skip?.confirmedOn) != nil
      ? .confirmed : past(application.skip?.requestedOn) != nil ? .requested : .none
    stage =
      endedOn != nil
      ? .ended
      : self.disbursedOn != nil
        ? .disbursed
        : contractedOn != nil
          ? .disbursement
          : decidedOn != nil
            ? .agreement
            : inspectedOn != nil ? .decision : completedOn != nil ? .inspection : .papers
  }

  /// Days from one step to the next; `nil` where the next did not come.
  public func days(from first: Day?, to last: Day?) -> Int32? {
    guard let first, let last else { return nil }
    return max(0, last.epochDays - first.epochDays)
  }

  /// Days from handing it in to the money, to its end, or to the day of the report.
  public var totalDays: Int32 {
    days(from: application.submittedOn, to: endedOn ?? disbursedOn ?? asOf) ?? 0
  }
}
