/// Registers a borrowers' group; its members are added one by one.
///
/// Refused with: `textMissing`, `textTooLong`, `dayInFuture`, `dayBefore` (its formation).
public struct RegisterKSM: Command {
  public let upk: UPKID
  public let name: String
  public let formedOn: Day
  public let day: Day

  public init(upk: UPKID, name: String, formedOn: Day, day: Day) {
    self.upk = upk
    self.name = name
    self.formedOn = formedOn
    self.day = day
  }

  public var kind: CommandKind { .registerKSM }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("name", name)
    content.add("formed_on", formedOn)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {}

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(name, .name)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: formedOn, .ksmFormed)
    try violations.check()

    var id = KSMID(upk, 0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = KSMID(upk, numbering.take(.ksm))
      return .ksm(id)
    }
    effects.add(.ksm(KSM(id: id, name: name, formedOn: formedOn, members: [])))
    return effects
  }
}

/// Makes a person a member of a group from a day on.
///
/// A membership is never dated back, or it could make a group of four one of five for a loan that
/// was decided before.
///
/// Refused with: `notFound` (group, person), `dayInFuture`, `dayBefore` (the group's formation),
/// `entryTooLate`,
/// `personNotIdentified`, `alreadyMember` (of any group of the UPK).
public struct AddMember: Command {
  public let ksm: KSMID
  public let person: PersonID
  public let day: Day

  public init(ksm: KSMID, person: PersonID, day: Day) {
    self.ksm = ksm
    self.person = person
    self.day = day
  }

  public var kind: CommandKind { .addMember }
  public var stream: UPKID { ksm.upk }
  public var content: Content {
    var content = Content()
    content.add("ksm", ksm.number)
    content.add("person", person.value)
    content.add("on", day)
    return content
  }

  private var membership: MembershipKey { MembershipKey(upk: ksm.upk, person: person) }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(ksm.upk)
    keys.ksms.insert(ksm)
    keys.persons.insert(person)
    keys.memberships.insert(membership)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(facts.ksms[ksm] != nil, .notFound(.ksm, name: "\(ksm.number)"))
    violations.require(
      facts.persons[person] != nil, .notFound(.person, name: "\(person.value)"))
    violations.requirePast(day, caller)
    violations.add(facts.lateEvidenceViolations(day, at: ksm.upk, caller))
    if let group = facts.ksms[ksm] {
      violations.require(day, notBefore: group.formedOn, .ksmFormed)
    }
    if let known = facts.persons[person] {
      violations.require(known.isIdentified, .personNotIdentified(person: person.value))
    }
    if let other = facts.openMemberships[membership] {
      violations.add([.alreadyMember(person: person.value, ksm: other.number)])
    }
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      number = numbering.take(.member(ksm: ksm.number))
      return .member(ksm, number: number)
    }
    let gender = facts.persons[person]?.gender ?? .female
    effects.add(
      .member(
        ksm,
        Member(number: number, person: person, gender: gender, joinedOn: day, leftOn: nil)))
    return effects
  }
}

/// Ends a membership: the day is the first on which the person is no member.
///
/// Refused with: `notFound` (group, member, or one who has left), `dayInFuture`, `dayBefore` (the
/// day of joining), `memberIsLiable` (while the group owes anything: rules.md 2.1, joint
/// liability).
public struct EndMembership: Command {
  public let ksm: KSMID
  public let member: Int64
  public let day: Day

  public init(ksm: KSMID, member: Int64, day: Day) {
    self.ksm = ksm
    self.member = member
    self.day = day
  }

  public var kind: CommandKind { .endMembership }
  public var stream: UPKID { ksm.upk }
  public var content: Content {
    var content = Content()
    content.add("ksm", ksm.number)
    content.add("member", member)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.ksms.insert(ksm)
    keys.portfolios.insert(ksm.upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = facts.ksms[ksm]?.members.first { $0.number == member && $0.leftOn == nil }
    guard let found else {
      throw Refusal(.notFound(.member, name: "\(ksm.number)/\(member)"))
    }
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.require(
      found.joinedOn < day,
      .dayBefore(day, earliest: found.joinedOn.addingDays(1), milestone: .memberJoined))
    let open = facts.portfolios[ksm.upk]?.loans(of: ksm).first {
      $0.loan.state == .active || $0.loan.state == .writtenOff
    }
    if let open {
      violations.add([.memberIsLiable(member: member, loan: open.loan.id.number)])
    }
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .member(ksm, number: member))
    effects.add(.membershipEnded(ksm, member: member, leftOn: day))
    return effects
  }
}
