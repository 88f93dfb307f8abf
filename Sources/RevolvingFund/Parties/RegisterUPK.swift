/// Registers a lending unit with its books: the standard chart of accounts and empty series.
///
/// Refused with: `textMissing`, `textTooLong`, `notFound` (its board or region), `alreadyExists`,
/// `dayInFuture`.
public struct RegisterUPK: Command {
  public let code: Code
  public let name: String
  public let bkm: Code
  public let region: RegionCode
  public let operatingSince: Month
  /// Whether its kelurahan ran P2KP or PNPM before.
  public let ranEarlierProgramme: Bool
  public let day: Day

  public init(
    code: Code, name: String, bkm: Code, region: RegionCode, operatingSince: Month,
    ranEarlierProgramme: Bool, day: Day
  ) {
    self.code = code
    self.name = name
    self.bkm = bkm
    self.region = region
    self.operatingSince = operatingSince
    self.ranEarlierProgramme = ranEarlierProgramme
    self.day = day
  }

  public var kind: CommandKind { .registerUPK }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("code", code.description)
    content.add("name", name)
    content.add("bkm", bkm.description)
    content.add("region", region.description)
    content.add("operating_since", operatingSince.description)
    if ranEarlierProgramme { content.add("ran_earlier_programme", "true") }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upkCodes.insert(code)
    keys.bkms.insert(bkm)
    keys.regions.insert(region)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(name, .name)
    violations.requirePast(day, caller)
    violations.require(
      operatingSince.first <= caller.today,
      .dayInFuture(operatingSince.first, today: caller.today))
    violations.require(facts.bkms[bkm] != nil, .notFound(.bkm, name: bkm.description))
    violations.require(
      facts.regions[region] != nil, .notFound(.region, name: region.description))
    violations.require(
      !facts.upks.values.contains { $0.code == code },
      .alreadyExists(.upk, name: code.description))
    try violations.check()

    var id = UPKID.province
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = UPKID(numbering.take(.upk))
      return .upk(id, code)
    }
    let upk = UPK(
      id: id, code: code, name: name, bkm: bkm, region: region, operatingSince: operatingSince,
      ranEarlierProgramme: ranEarlierProgramme, liveFrom: caller.today)
    effects.add(.upk(upk, chart: ChartOfAccounts.standard))
    return effects
  }
}
