/// That a person is no longer close to a group.
public struct RelationshipEnd: Hashable, Sendable {
  /// The first day on which the person is not close any more.
  public let on: Day
  public let by: PersonID
  public let reason: String

  public init(on day: Day, by person: PersonID, reason: String) {
    on = day
    by = person
    self.reason = reason
  }
}

/// Says that a person is no longer close to a group; what is dated before stays kept from them.
///
/// Somebody else says it. Refused with: `textMissing` (the reason), `textTooLong`, `notFound` (a
/// relationship that has not ended), `dayInFuture`, `dayBefore` (the declaration),
/// `recusalRequired`.
public struct EndRelationship: Command {
  public let ksm: KSMID
  public let number: Int64
  public let reason: String
  public let day: Day

  public init(ksm: KSMID, number: Int64, reason: String, day: Day) {
    self.ksm = ksm
    self.number = number
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .endRelationship }
  public var stream: UPKID { ksm.upk }
  public var content: Content {
    var content = Content()
    content.add("relationship", number)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) { keys.relationshipsOf.insert(ksm) }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let open = (facts.relationships[ksm] ?? []).first { $0.number == number && $0.end == nil }
    guard let open else { throw Refusal(.notFound(.relationship, name: "\(number)")) }
    var violations = Violations()
    violations.require(reason, .reason, atMost: 2000)
    violations.requirePast(day, caller)
    violations.require(
      open.declaredOn <= day,
      .dayBefore(day, earliest: open.declaredOn, milestone: .relationshipDeclared))
    violations.require(
      open.person != caller.person,
      .recusalRequired(open.kind, person: open.person.value, ksm: ksm.number))
    try violations.check()

    var effects = Effects(
      head: facts.head(stream), subject: .relationship(ksm, number: number))
    effects.add(
      .relationshipEnded(
        ksm, number: number, RelationshipEnd(on: day, by: caller.person, reason: reason)))
    return effects
  }
}

extension Facts {
  /// The facts without the relationships that had ended by a day: a command of the day is decided
  /// on those that hold.
  func withoutEndedRelationships(on day: Day) -> Facts {
    guard relationships.values.contains(where: { $0.contains { !$0.holds(on: day) } }) else {
      return self
    }
    var facts = self
    facts.relationships = relationships.mapValues { all in all.filter { $0.holds(on: day) } }
    return facts
  }
}
