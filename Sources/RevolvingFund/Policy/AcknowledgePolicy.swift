/// Says that the caller, an officer of the UPK, knows a version of its lending rules.
///
/// It counts from its day, or from the latest booked one if that is later: nobody can have known in
/// time by being told so afterwards.
///
/// Refused with: `notFound` (the version), `alreadyExists` (the caller said so before),
/// `dayInFuture`, `roleMissing` (the caller is no officer of the UPK on that day).
public struct AcknowledgePolicy: Command {
  public let upk: UPKID
  public let version: Int64
  public let day: Day

  public init(upk: UPKID, version: Int64, day: Day) {
    self.upk = upk
    self.version = version
    self.day = day
  }

  /// The roles that work for a UPK; the first is named where a caller has none of them.
  public static let officers: [Role] = [.loanOfficer, .manager, .cashier, .bookkeeper]

  public var kind: CommandKind { .acknowledgePolicy }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("version", version)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.policiesOf.insert(upk)
    keys.acknowledgementsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    let known = (facts.policies[upk] ?? []).contains { $0.version == version }
    violations.require(known, .notFound(.policy, name: "\(version)"))
    let said = (facts.acknowledgements[upk] ?? []).contains {
      $0.version == version && $0.person == caller.person
    }
    violations.require(!said, .alreadyExists(.acknowledgement, name: "\(version)"))
    violations.requirePast(day, caller)
    let isOfficer = AcknowledgePolicy.officers.contains {
      facts.holds($0, person: caller.person, at: upk, on: day)
    }
    violations.require(isOfficer, .roleMissing(AcknowledgePolicy.officers[0], on: day))
    try violations.check()

    var effects = Effects(
      head: facts.head(stream), subject: .policy(upk, version: version))
    effects.add(
      .acknowledgement(
        PolicyAcknowledgement(
          upk: upk, version: version, person: caller.person,
          on: facts.judgementDay(day, in: stream))))
    return effects
  }
}
