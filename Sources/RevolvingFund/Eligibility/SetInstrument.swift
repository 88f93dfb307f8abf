/// Puts a new version of the province's eligibility instrument in force from a day on.
///
/// Refused with: `textMissing`, `textTooLong` (the reason), `instrumentOutOfBounds`,
/// `dayInFuture`, `dayBefore` (the day after its own: no decision that was made may change its
/// ground; or the day after the version before it).
public struct SetInstrument: Command {
  /// The instrument as asked for; its version number is given here.
  public let instrument: EligibilityInstrument
  public let day: Day

  public init(instrument: EligibilityInstrument, day: Day) {
    self.instrument = instrument
    self.day = day
  }

  public var kind: CommandKind { .setInstrument }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("valid_from", instrument.validFrom)
    for field in InstrumentField.allCases {
      content.add(field.rawValue, instrument.value(field))
    }
    content.add("bookkeeping_gate", instrument.bookkeepingGate.rawValue)
    content.add("reason", instrument.reason)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.instruments = true
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(instrument.reason, .reason)
    violations.add(instrument.violations)
    violations.requirePast(day, caller)
    let latest = ([caller.today] + facts.instruments.map(\.validFrom)).max() ?? caller.today
    violations.require(
      latest < instrument.validFrom,
      .dayBefore(
        instrument.validFrom, earliest: latest.addingDays(1), milestone: .instrumentBegan))
    try violations.check()

    var version: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      version = numbering.take(.instrument)
      return .instrument(version: version)
    }
    effects.outcome.add("version", version)
    var numbered = instrument
    numbered.version = version
    effects.add(.instrument(numbered))
    return effects
  }
}
