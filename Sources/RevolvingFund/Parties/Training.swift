/// What a training of the programme was about.
///
/// The first three are asked of board, supervisors and UPK (002 §LKM-2, §PWS-3, §UPK-3), the
/// others of groups (rules.md 2.1, B-06).
public enum TrainingTopic: String, Hashable, Sendable, CaseIterable {
  case institution, supervision, unitOperation
  case revolvingLoan, entrepreneurship, householdEconomy
}

/// That a person took part in a training.
public struct Training: Hashable, Sendable {
  /// The number of the training, the same for all who took part.
  public let id: TrainingID
  public let person: PersonID
  public let topic: TrainingTopic
  /// The day it was held; from then on the person counts as trained.
  public let trainedOn: Day
  /// The certificate or attendance list.
  public let reference: String

  public init(
    id: TrainingID, person: PersonID, topic: TrainingTopic, trainedOn: Day, reference: String
  ) {
    self.id = id
    self.person = person
    self.topic = topic
    self.trainedOn = trainedOn
    self.reference = reference
  }
}
