/// That a delegation ended before its last day.
public struct Revocation: Hashable, Sendable {
  /// The first day on which it does not hold any more.
  public let on: Day
  public let by: PersonID
  public let reason: String

  public init(on day: Day, by person: PersonID, reason: String) {
    on = day
    by = person
    self.reason = reason
  }
}

/// Ends a delegation before its last day; what was signed by it stays signed.
///
/// The holder does it, or the board's coordinator. Refused with: `textMissing` (the reason),
/// `textTooLong`, `notFound` (a delegation that holds on the day or later), `dayInFuture`,
/// `roleMissing`.
public struct RevokeDelegation: Command {
  public let upk: UPKID
  public let number: Int64
  public let reason: String
  public let day: Day

  public init(upk: UPKID, number: Int64, reason: String, day: Day) {
    self.upk = upk
    self.number = number
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .revokeDelegation }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("delegation", number)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.delegationsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let open = (facts.delegations[upk] ?? []).first {
      $0.number == number && $0.revocation == nil && day <= $0.until
    }
    guard let open else { throw Refusal(.notFound(.delegation, name: "\(number)")) }
    var violations = Violations()
    violations.require(reason, .reason, atMost: 2000)
    violations.requirePast(day, caller)
    violations.require(
      open.holder == caller.person
        || facts.holds(.bkmCoordinator, person: caller.person, at: upk, on: day),
      .roleMissing(.bkmCoordinator, on: day))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .delegation(upk, number: number))
    effects.add(
      .delegationRevoked(
        upk, number: number, Revocation(on: day, by: caller.person, reason: reason)))
    return effects
  }
}
