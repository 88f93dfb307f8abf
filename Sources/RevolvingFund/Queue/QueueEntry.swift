/// An application that waits, with its place: one queue in the order of completeness.
public struct QueueEntry: Hashable, Sendable {
  public let application: ApplicationID
  public let completedOn: Day
  public let state: ApplicationState
  /// The number of the step whose signature is next; `nil` where none is.
  public let step: Int?
  public let waitlistedOn: Day?

  public init(
    application: ApplicationID, completedOn: Day, state: ApplicationState, step: Int?,
    waitlistedOn: Day?
  ) {
    self.application = application
    self.completedOn = completedOn
    self.state = state
    self.step = step
    self.waitlistedOn = waitlistedOn
  }

  /// Whether it comes before another: complete earlier, or on the same day with a lower number.
  func precedes(_ id: ApplicationID, completedOn day: Day) -> Bool {
    (completedOn, application.number) < (day, id.number)
  }
}

extension Facts {
  /// Older applications that an inspection of this one would pass over: `queueSkipped`.
  func inspectionQueueViolations(_ found: Application) -> [Rejection] {
    queueViolations(found) { $0.state == .submitted }
  }

  /// Older applications that wait for the same signature or an earlier one: `queueSkipped`.
  func decisionQueueViolations(_ found: Application, at step: ApprovalStep) -> [Rejection] {
    queueViolations(found) { entry in
      [.recommended, .inDecision].contains(entry.state)
        && entry.step.map { $0 <= step.number } ?? false
    }
  }

  /// Older applications that wait for money: `queueSkipped`.
  func waitlistViolations(_ found: Application, on day: Day) -> [Rejection] {
    queueViolations(found) { entry in
      entry.state == .waitlisted
        && entry.waitlistedOn.map { day <= $0.addingDays(Application.waitingValidDays) } ?? false
    }
  }

  private func queueViolations(
    _ found: Application, _ waits: (QueueEntry) -> Bool
  ) -> [Rejection] {
    guard !found.isLetPast, let completedOn = found.completedOn else { return [] }
    let older = (queues[found.id.upk] ?? [])
      .filter { waits($0) && $0.precedes(found.id, completedOn: completedOn) }
      .map(\.application.number).sorted()
    return older.isEmpty ? [] : [.queueSkipped(before: older)]
  }
}

extension Application {
  /// Whether a second person confirmed that it goes before older ones.
  public var isLetPast: Bool { skip?.confirmedBy != nil }
}

/// Leave to take an application before older ones; it counts once a second person confirmed it.
public struct QueueSkip: Hashable, Sendable {
  public let reason: String
  public let requestedBy: PersonID
  public let requestedOn: Day
  public var confirmedBy: PersonID?
  public var confirmedOn: Day?

  public init(
    reason: String, requestedBy: PersonID, requestedOn: Day, confirmedBy: PersonID?,
    confirmedOn: Day?
  ) {
    self.reason = reason
    self.requestedBy = requestedBy
    self.requestedOn = requestedOn
    self.confirmedBy = confirmedBy
    self.confirmedOn = confirmedOn
  }
}
