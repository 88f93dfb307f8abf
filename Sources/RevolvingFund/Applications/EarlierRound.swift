/// A round of visit and signatures that ended with the application sent back to inspection.
///
/// The shares that such a visit recommended are not kept: the next visit's stand in their place.
public struct EarlierRound: Hashable, Sendable {
  public let inspection: Inspection
  /// The signatures of the round, without the one that sent it back.
  public let approvals: [Approval]

  public init(inspection: Inspection, approvals: [Approval]) {
    self.inspection = inspection
    self.approvals = approvals
  }

  /// What the visit led to; nobody is recommended without an appraisal.
  fileprivate var recommends: Bool {
    !inspection.recommended.isEmpty || !inspection.appraisals.isEmpty
  }
}

/// The loan that an application became, whether or not the pay-out was taken back.
public struct PayOut: Hashable, Sendable {
  public let loan: LoanID
  public let on: Day

  public init(loan: LoanID, on day: Day) {
    self.loan = loan
    on = day
  }
}

extension Application {
  /// The application as it stood at the end of a day; `nil` before it was submitted.
  ///
  /// State and days are found again from what happened by then. Of several waits for money only the
  /// last is known, and of papers that came later only that they lacked.
  public func asOf(_ day: Day) -> Application? {
    guard submittedOn <= day else { return nil }
    guard let last = milestones.max(), day < last else { return self }
    var then = self
    then.completedOn = completedOn.by(day)
    then.cancellation = cancellation.flatMap { $0.on <= day ? $0 : nil }
    then.contract = contract.flatMap { $0.on <= day ? $0 : nil }
    then.waitlistedOn = waitlistedOn.by(day)
    then.releasedOn = releasedOn.by(day)
    then.payOut = payOut.flatMap { $0.on <= day ? $0 : nil }
    then.loan = then.cancellation == nil ? then.payOut?.loan : nil
    then.returned = returned.filter { $0.on <= day }
    then.skip = skip.flatMap { $0.asOf(day) }
    let latest = inspection.map { [EarlierRound(inspection: $0, approvals: approvals)] } ?? []
    let held = (earlier + latest).filter { $0.inspection.on <= day }
    then.inspection = held.last?.inspection
    then.approvals = held.last?.approvals.filter { $0.on <= day } ?? []
    then.earlier = Array(held.dropLast())
    then.state = then.state(after: held.last)
    return then
  }

  /// The days on which something happened to it.
  private var milestones: [Day] {
    let signed = (approvals + returned).map(\.on)
    let rest = [
      completedOn, inspection?.on, waitlistedOn, releasedOn, contract?.on, skip?.requestedOn,
      skip?.confirmedOn, cancellation?.on, payOut?.on,
    ]
    return signed + rest.compactMap { $0 }
  }

  /// The state that follows from what stands in the application, with its latest round.
  private func state(after round: EarlierRound?) -> ApplicationState {
    if cancellation != nil { return .cancelled }
    guard wasHandedIn else { return .draft }
    if payOut != nil { return .disbursed }
    if contract != nil { return .contracted }
    guard completedOn != nil else { return .incomplete }
    guard let round else { return .submitted }
    let number = round.inspection.round
    if returned.contains(where: { $0.round == number }) { return .inInspection }
    if approvals.contains(where: { $0.verdict == .reject }) { return .rejected }
    if approvals.isEmpty { return round.recommends ? .recommended : .notRecommended }
    guard round.inspection.steps.reduce(0, { $0 + $1.quorum }) <= approvals.count else {
      return .inDecision
    }
    guard let waitlistedOn else { return .approved }
    let isReleased = releasedOn.map {
      waitlistedOn < $0 || waitlistedOn == $0 && state != .waitlisted
    }
    return isReleased ?? false ? .approved : .waitlisted
  }
}

extension QueueSkip {
  /// The leave as it stood on a day; `nil` before it was asked for.
  fileprivate func asOf(_ day: Day) -> QueueSkip? {
    guard requestedOn <= day else { return nil }
    var then = self
    if confirmedOn.by(day) == nil {
      then.confirmedBy = nil
      then.confirmedOn = nil
    }
    return then
  }
}

extension Day? {
  /// The day, where it had come by another.
  fileprivate func by(_ day: Day) -> Day? {
    flatMap { $0 <= day ? $0 : nil }
  }
}
