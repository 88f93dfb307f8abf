/// One person's signature on one step of a decision.
public struct Approval: Hashable, Sendable {
  /// The inspection that it rests on, counted from 1.
  public let round: Int
  public let step: ApprovalStep
  public let signer: PersonID
  /// The holder of the role who left the signature to the signer; `nil` where that is the signer.
  public let onBehalfOf: PersonID?
  public let verdict: Verdict
  public let on: Day
  public let note: String
  /// What was signed, as `Application.binding` tells it; empty for one from before.
  public let bound: String

  public init(
    round: Int, step: ApprovalStep, signer: PersonID, onBehalfOf: PersonID?, verdict: Verdict,
    on: Day, note: String, bound: String
  ) {
    self.round = round
    self.step = step
    self.signer = signer
    self.onBehalfOf = onBehalfOf
    self.verdict = verdict
    self.on = on
    self.note = note
    self.bound = bound
  }
}

/// What a signature says.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  case approve, reject
  /// Back to inspection, for doubt (rules.md 4.1).
  case sendBack = "return"
}
