/// That a person is close to a group that borrows, so that others decide on it (rules.md R-060).
public struct Relationship: Hashable, Sendable {
  public let ksm: KSMID
  public let number: Int64
  public let person: PersonID
  public let kind: RelationshipKind
  public let note: String
  public let declaredOn: Day
  public let declaredBy: PersonID
  /// Since when it is over; `nil` while it is not.
  public var end: RelationshipEnd?

  public init(
    ksm: KSMID, number: Int64, person: PersonID, kind: RelationshipKind, note: String,
    declaredOn: Day, declaredBy: PersonID, end: RelationshipEnd? = nil
  ) {
    self.end = end
    self.ksm = ksm
    self.number = number
    self.person = person
    self.kind = kind
    self.note = note
    self.declaredOn = declaredOn
    self.declaredBy = declaredBy
  }

  /// Whether it keeps its person out of what is done on a day: whatever the day of the declaration,
  /// until it is over.
  public func holds(on day: Day) -> Bool { end.map { day < $0.on } ?? true }
}

/// How a person is close to a member of a group.
public enum RelationshipKind: String, Hashable, Sendable, CaseIterable {
  /// Spouse, parent, child, brother or sister.
  case family
  /// Lives in the same household.
  case household
  /// Shares a business or owes one of them.
  case business
  case other
}

/// Declares that a person is close to a group: from then on the person neither attests nor
/// inspects, decides, pays out, witnesses or visits for it.
///
/// Refused with: `textTooLong`, `notFound` (person, group), `alreadyExists`, `dayInFuture`.
public struct DeclareRelationship: Command {
  public let ksm: KSMID
  public let person: PersonID
  public let relationship: RelationshipKind
  public let note: String
  public let day: Day

  public init(
    ksm: KSMID, person: PersonID, relationship: RelationshipKind, note: String, day: Day
  ) {
    self.ksm = ksm
    self.person = person
    self.relationship = relationship
    self.note = note
    self.day = day
  }

  public var kind: CommandKind { .declareRelationship }
  public var stream: UPKID { ksm.upk }
  public var content: Content {
    var content = Content()
    content.add("ksm", ksm.number)
    content.add("person", person.value)
    content.add("relationship", relationship.rawValue)
    content.add("note", note)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.ksms.insert(ksm)
    keys.persons.insert(person)
    keys.relationshipsOf.insert(ksm)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.requireLength(note, .note, atMost: 2000)
    violations.require(
      facts.persons[person] != nil, .notFound(.person, name: "\(person.value)"))
    violations.require(facts.ksms[ksm] != nil, .notFound(.ksm, name: "\(ksm.number)"))
    let known = (facts.relationships[ksm] ?? []).first {
      $0.person == person && $0.kind == relationship
    }
    violations.add(known.map { [.alreadyExists(.relationship, name: "\($0.number)")] } ?? [])
    violations.requirePast(day, caller)
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      number = numbering.take(.relationship)
      return .relationship(ksm, number: number)
    }
    effects.add(
      .relationship(
        Relationship(
          ksm: ksm, number: number, person: person, kind: relationship, note: note,
          declaredOn: day, declaredBy: caller.person)))
    return effects
  }
}

extension Facts {
  /// Why persons have no part in what is decided on a group: `recusalRequired`.
  ///
  /// Whatever the day of the declaration: what is known keeps its person out. One that had ended by
  /// the command's day is not among its facts.
  func recusalViolations(_ persons: [PersonID], on ksm: KSMID) -> [Rejection] {
    (relationships[ksm] ?? []).filter { persons.contains($0.person) }
      .map { .recusalRequired($0.kind, person: $0.person.value, ksm: ksm.number) }
  }
}
