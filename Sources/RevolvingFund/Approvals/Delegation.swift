/// A role's signature that its holder leaves to somebody else for some days (rules.md R-070).
public struct Delegation: Hashable, Sendable {
  public let upk: UPKID
  public let number: Int64
  public let role: Role
  /// Who holds the role.
  public let holder: PersonID
  /// Who signs meanwhile.
  public let delegate: PersonID
  public let from: Day
  /// The last day it holds.
  public let until: Day
  public let reason: String
  /// How it ended before its last day; `nil` where it did not.
  public var revocation: Revocation?

  public init(
    upk: UPKID, number: Int64, role: Role, holder: PersonID, delegate: PersonID, from: Day,
    until: Day, reason: String, revocation: Revocation? = nil
  ) {
    self.revocation = revocation
    self.upk = upk
    self.number = number
    self.role = role
    self.holder = holder
    self.delegate = delegate
    self.from = from
    self.until = until
    self.reason = reason
  }

  /// Whether it holds on a day.
  public func holds(on day: Day) -> Bool {
    from <= day && day <= until && revocation.map { day < $0.on } ?? true
  }
}

/// Leaves one's own signature in a role to another person for a time.
///
/// Refused with: `textMissing` (the reason), `textTooLong`, `chainRoleNotAllowed`,
/// `delegationOutOfRange`, `notFound` (the person), `dayInFuture`, `roleMissing` (the caller does
/// not hold the role, or the other none that decides), `rolesIncompatible` (the other holds one
/// that keeps from it), `delegateIsHolder`.
public struct DelegateRole: Command {
  public let upk: UPKID
  public let role: Role
  public let delegate: PersonID
  public let from: Day
  public let until: Day
  public let reason: String
  public let day: Day

  public init(
    upk: UPKID, role: Role, delegate: PersonID, from: Day, until: Day, reason: String, day: Day
  ) {
    self.upk = upk
    self.role = role
    self.delegate = delegate
    self.from = from
    self.until = until
    self.reason = reason
    self.day = day
  }

  /// The most days for which a signature may be left to somebody else.
  public static let longestDays: Int32 = 90

  public var kind: CommandKind { .delegateRole }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("role", role.rawValue)
    content.add("delegate", delegate.value)
    content.add("from", from)
    content.add("until", until)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.persons.insert(delegate)
    keys.assignmentsOf.insert(delegate)
    keys.chainsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(reason, .reason, atMost: 2000)
    violations.require(Role.deciders.contains(role), .chainRoleNotAllowed(role, step: nil))
    let latest = from.addingDays(DelegateRole.longestDays)
    violations.require(
      day <= from && from <= until && until <= latest,
      .delegationOutOfRange(from: from, until: until, earliest: day, latest: latest))
    violations.require(
      facts.persons[delegate] != nil, .notFound(.person, name: "\(delegate.value)"))
    violations.requirePast(day, caller)
    violations.require(
      facts.holds(role, person: caller.person, at: upk, on: from), .roleMissing(role, on: from))
    violations.require(
      Role.deciders.contains { facts.holds($0, person: delegate, at: upk, on: from) },
      .roleMissing(.bkmMember, on: from, person: delegate.value))
    let hindering = Role.allCases.filter { held in
      (held == .cashier || role.isIncompatible(with: held))
        && facts.holds(held, person: delegate, at: upk, on: from)
    }
    violations.add(hindering.map { .rolesIncompatible(role, held: $0) })
    violations.require(delegate != caller.person, .delegateIsHolder)
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      number = numbering.take(.delegation)
      return .delegation(upk, number: number)
    }
    // One person signs a loan once: whoever has a step of their own cannot give both signatures.
    let own = facts.chain(of: upk, on: from).steps.map(\.role).filter { own in
      own != role && facts.holds(own, person: delegate, at: upk, on: from)
    }
    effects.outcome.add("also_signs", list(own.map(\.rawValue)))
    effects.add(
      .delegation(
        Delegation(
          upk: upk, number: number, role: role, holder: caller.person, delegate: delegate,
          from: from, until: until, reason: reason)))
    return effects
  }
}

extension Facts {
  /// For whom a person signs in a role on a day, by a delegation of somebody who holds it then.
  func holder(of role: Role, leavingItTo person: PersonID, at upk: UPKID, on day: Day) -> PersonID?
  {
    let holders = rosters[upk]?.officers(of: [role], on: day).map(\.person) ?? []
    return (delegations[upk] ?? []).first {
      $0.role == role && $0.delegate == person && $0.holds(on: day) && holders.contains($0.holder)
    }?.holder
  }
}
