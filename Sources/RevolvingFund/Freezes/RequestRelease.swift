/// Asks that frozen books be written to again; another person must confirm it.
///
/// Asked again it is the later reason and person that count.
///
/// Refused with: `notFound` (nothing is frozen), `textMissing`, `textTooLong` (the reason),
/// `dayInFuture`, `dayBefore` (the freeze).
public struct RequestRelease: Command {
  public let upk: UPKID
  public let reason: String
  public let day: Day

  public init(upk: UPKID, reason: String, day: Day) {
    self.upk = upk
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .requestRelease }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {}

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard var freeze = facts.head(stream).freeze else {
      throw Refusal(.notFound(.freeze, name: "\(upk.value)"))
    }
    var violations = Violations()
    violations.require(reason, .reason, atMost: 2000)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: freeze.on, .frozen)
    try violations.check()

    freeze.request = Freeze.Request(by: caller.person, on: day, reason: reason)
    var effects = Effects(
      head: facts.head(stream), subject: .freeze(upk, number: freeze.number))
    effects.add(.freezeChanged(freeze))
    return effects
  }
}

/// Releases frozen books that another person asked to release.
///
/// What was found is on record; a verification that finds another difference freezes them anew.
///
/// Refused with: `notFound` (nothing is frozen, or nobody asked), `dayInFuture`, `dayBefore` (the
/// freeze), `releaseNeedsSecondPerson`.
public struct ConfirmRelease: Command {
  public let upk: UPKID
  public let day: Day

  public init(upk: UPKID, day: Day) {
    self.upk = upk
    self.day = day
  }

  public var kind: CommandKind { .confirmRelease }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {}

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard var freeze = facts.head(stream).freeze else {
      throw Refusal(.notFound(.freeze, name: "\(upk.value)"))
    }
    guard let request = freeze.request else {
      throw Refusal(.notFound(.releaseRequest, name: "\(freeze.number)"))
    }
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.require(day, notBefore: request.on, .releaseRequested)
    violations.require(request.by != caller.person, .releaseNeedsSecondPerson)
    try violations.check()

    freeze.release = Freeze.Release(by: caller.person, on: day)
    var effects = Effects(
      head: facts.head(stream), subject: .freeze(upk, number: freeze.number))
    effects.add(.freezeChanged(freeze))
    return effects
  }
}
