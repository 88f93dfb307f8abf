/// What was found at the visit to every member (rules.md 4.1, `inInspection`).
public struct Inspection: Hashable, Sendable {
  /// Counted from 1; an application that was sent back is inspected again.
  public let round: Int
  /// The UPK's officer who visited.
  public let inspector: PersonID
  /// The board's member who came along.
  public let witness: PersonID
  public let on: Day
  /// Each member's amount, within the request; empty when nothing is recommended.
  public let recommended: [Share]
  /// One for each recommended member; none of those from before there were appraisals.
  public let appraisals: [MemberAppraisal]
  /// The steps of the decision, as the chain, the amount and PAR asked for on the day.
  public let steps: [ChainStep]
  public let note: String

  public init(
    round: Int, inspector: PersonID, witness: PersonID, on: Day, recommended: [Share],
    appraisals: [MemberAppraisal], steps: [ChainStep], note: String
  ) {
    self.round = round
    self.inspector = inspector
    self.witness = witness
    self.on = on
    self.recommended = recommended
    self.appraisals = appraisals
    self.steps = steps
    self.note = note
  }
}
