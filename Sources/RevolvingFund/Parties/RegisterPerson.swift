/// Registers a person.
///
/// Name and NIK arrive sealed and stay so.
///
/// Refused with: `nikNotPlausible`, `nikAlreadyRegistered` (without telling whose), `dayInFuture`.
public struct RegisterPerson: Command {
  public let gender: Gender
  public let personalData: SealedPersonalData
  /// What was found wrong with the NIK before it was sealed; nothing behind that reads it.
  public let nikFlaws: [NIKPart]
  public let day: Day

  public init(
    gender: Gender, personalData: SealedPersonalData, nikFlaws: [NIKPart] = [], day: Day
  ) {
    self.gender = gender
    self.personalData = personalData
    self.nikFlaws = nikFlaws
    self.day = day
  }

  public var kind: CommandKind { .registerPerson }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("gender", gender.rawValue)
    content.add("personal_data", hexadecimal(personalData.contentDigest))
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    if let digest = personalData.nikDigest { keys.nikDigests.insert(digest) }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(nikFlaws.isEmpty, .nikNotPlausible(parts: nikFlaws))
    violations.requirePast(day, caller)
    if let digest = personalData.nikDigest {
      violations.require(
        !facts.registeredNIKDigests.contains(digest), .nikAlreadyRegistered)
    }
    try violations.check()

    var id = PersonID(0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = PersonID(numbering.take(.person))
      return .person(id)
    }
    let person = Person(id: id, gender: gender, isIdentified: personalData.nikDigest != nil)
    effects.add(.person(person, personalData))
    return effects
  }
}
