/// Records a training with all who took part.
///
/// Refused with: `textMissing`, `textTooLong`, `personCountOutOfRange`, `notFound` (a person),
/// `alreadyExists` (one was trained in the topic on that day), `dayInFuture`, `dayBefore` (the
/// training).
public struct RecordTraining: Command {
  /// Who took part, each once, by number.
  public let persons: [PersonID]
  public let topic: TrainingTopic
  public let trainedOn: Day
  public let reference: String
  public let day: Day

  /// More than come to one training.
  public static let mostPersons = 100

  /// A training of some persons; one who stands there twice counts once.
  public init(
    persons: some Sequence<PersonID>, topic: TrainingTopic, trainedOn: Day, reference: String,
    day: Day
  ) {
    self.persons = Set(persons).sorted()
    self.topic = topic
    self.trainedOn = trainedOn
    self.reference = reference
    self.day = day
  }

  public var kind: CommandKind { .recordTraining }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("persons", list(persons.map { "\($0.value)" }))
    content.add("topic", topic.rawValue)
    content.add("trained_on", trainedOn)
    content.add("reference", reference)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.persons.formUnion(persons)
    keys.trainingsOf.formUnion(persons)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(reference, .reference)
    violations.require(
      (1...RecordTraining.mostPersons).contains(persons.count),
      .personCountOutOfRange(count: persons.count, most: RecordTraining.mostPersons))
    for person in persons {
      violations.require(
        facts.persons[person] != nil, .notFound(.person, name: "\(person.value)"))
      let earlier = (facts.trainings[person] ?? [])
        .filter { $0.topic == topic && $0.trainedOn == trainedOn }
      violations.add(earlier.map { .alreadyExists(.training, name: "\($0.id.value)") })
    }
    violations.requirePast(day, caller)
    violations.require(day, notBefore: trainedOn, .trained)
    try violations.check()

    var id = TrainingID(0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = TrainingID(numbering.take(.training))
      return .training(id)
    }
    for person in persons {
      effects.add(
        .training(
          Training(
            id: id, person: person, topic: topic, trainedOn: trainedOn, reference: reference)))
    }
    return effects
  }
}
