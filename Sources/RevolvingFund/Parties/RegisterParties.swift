/// Puts a region on the map.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound` (the region around it), `alreadyExists`,
/// `dayInFuture`.
public struct RegisterRegion: Command {
  public let region: Region
  public let day: Day

  public init(region: Region, day: Day) {
    self.region = region
    self.day = day
  }

  public var kind: CommandKind { .registerRegion }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("code", region.code.description)
    content.add("name", region.name)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.regions.insert(region.code)
    if let parent = region.code.parent { keys.regions.insert(parent) }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(region.name, .name)
    violations.requirePast(day, caller)
    if let parent = region.code.parent {
      violations.require(
        facts.regions[parent] != nil, .notFound(.region, name: parent.description))
    }
    violations.require(
      facts.regions[region.code] == nil,
      .alreadyExists(.region, name: region.code.description))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .region(region.code))
    effects.add(.region(region))
    return effects
  }
}

/// Registers a community board.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound` (its region), `alreadyExists`,
/// `dayInFuture`.
public struct RegisterBKM: Command {
  public let bkm: BKM
  public let day: Day

  public init(bkm: BKM, day: Day) {
    self.bkm = bkm
    self.day = day
  }

  public var kind: CommandKind { .registerBKM }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("code", bkm.code.description)
    content.add("name", bkm.name)
    content.add("region", bkm.region.description)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.bkms.insert(bkm.code)
    keys.regions.insert(bkm.region)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(bkm.name, .name)
    violations.requirePast(day, caller)
    violations.require(
      facts.regions[bkm.region] != nil, .notFound(.region, name: bkm.region.description))
    violations.require(
      facts.bkms[bkm.code] == nil, .alreadyExists(.bkm, name: bkm.code.description))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .bkm(bkm.code))
    effects.add(.bkm(bkm))
    return effects
  }
}

extension Violations {
  /// A day on which something happened: not after the server's today.
  mutating func requirePast(_ day: Day, _ caller: Caller, line: Int? = nil) {
    require(day <= caller.today, .dayInFuture(day, today: caller.today, line: line))
  }

  /// A day on or after that of what has to come first.
  mutating func require(_ day: Day, notBefore earliest: Day, _ milestone: Milestone) {
    require(earliest <= day, .dayBefore(day, earliest: earliest, milestone: milestone))
  }
}
