/// A version of the province's bounds, as far as the books of a UPK depend on it.
struct ProvinceRule {
  /// 0 for what holds before there is any.
  let version: Int64
  let validFrom: CivilDay
  /// When it was recorded, in millionths of a second since 1970.
  let recorded: Int64
  let cashLimit: Int64?
  /// Hundredths of a percent.
  let leastCapital: Int64
  /// Whether all of the profit of a year that ended with a PAR of 20 % or more is capital's.
  let takesProfitAtRisk: Bool

  static let standard = ProvinceRule(
    version: 0, validFrom: CivilDay(year: 1900, month: 1, day: 1), recorded: .min, cashLimit: nil,
    leastCapital: 5_000, takesProfitAtRisk: false)
}

extension ProvinceRule {
  /// The versions that the province's events tell, in their order.
  static func told(by events: [EventRow]) -> [ProvinceRule] {
    events.enumerated().compactMap { place, event in
      guard let from = event.content?["valid_from"].flatMap({ CivilDay($0) }) else { return nil }
      return ProvinceRule(
        version: Int64(place + 1), validFrom: from, recorded: event.recorded,
        cashLimit: event.asked("cash_limit"),
        leastCapital: event.asked("least_capital") ?? standard.leastCapital,
        takesProfitAtRisk: event.content?["profit_at_risk"] == "capitalOnly")
    }
  }

  /// How far apart two streams may stand and still not have known of each other, in millionths of
  /// a second.
  fileprivate static let doubt: Int64 = 60_000_000
}

extension [ProvinceRule] {
  /// The versions of which one was in force on a day, as far as an event of a UPK could know: one,
  /// unless another was recorded within a minute of the event.
  func inForce(on day: CivilDay, knownTo event: EventRow) -> [ProvinceRule] {
    let begun = [.standard] + filter { $0.validFrom <= day }
    let sure = begun.last { $0.recorded <= event.recorded - ProvinceRule.doubt } ?? .standard
    return begun.filter {
      sure.version <= $0.version && $0.recorded <= event.recorded + ProvinceRule.doubt
    }
  }
}

extension Retelling {
  /// What has to be deposited after a count: the cash above the lower one of the board's limit and
  /// the province's (ruling 27c).
  mutating func requireDeposit(_ event: EventRow, inHand: Int64, on day: CivilDay) {
    let known = province.inForce(on: day, knownTo: event).map { rule -> Int64 in
      let limits = [policy(on: day)?.cashLimit, rule.cashLimit].compactMap(\.self)
      return max(0, inHand - (limits.min() ?? inHand))
    }
    let found = event.came("deposit") ?? 0
    if !known.contains(found) {
      wonder(event, "deposit", expected: "\(known.last ?? 0)", found: "\(found)")
    }
    let due = found > 0 ? day.adding(days: 1).description : "none"
    let told = event.outcome?["deposit_by"] ?? "none"
    if told != due { wonder(event, "deposit_by", expected: due, found: told) }
  }

  /// Capital gets what the province's bounds of the day leave to it at least (2.10).
  mutating func requireCapital(_ event: EventRow, of year: Int64, part: Int64, on day: CivilDay) {
    let judged = max(day, latestDay ?? day)
    var rule = ProvinceRule.standard
    // Before allocations said which bounds they are within, there was one rule for all.
    if let version = event.came("bounds") {
      let known = province.inForce(on: judged, knownTo: event)
      guard let found = known.first(where: { $0.version == version }) else {
        return wonder(
          event, "bounds", expected: "\(known.last?.version ?? 0)", found: "\(version)")
      }
      rule = found
    }
    let end = CivilDay(year: Int(year), month: 12, day: 31)
    let standings = loans.values.compactMap { $0.account.standing(asOf: end) }
    let par = rate(
      standings.filter(\.isAtRisk).total(\.balance), standings.total(\.balance), [10, 20])
    let least = rule.takesProfitAtRisk && par == "SUSPENDED" ? 10_000 : rule.leastCapital
    if part < least {
      wonder(event, "capital", expected: "at least \(least)", found: "\(part)")
    }
  }
}

extension EventRow {
  /// When it was recorded, in millionths of a second since 1970.
  fileprivate var recorded: Int64 { cells["micros"]?.number ?? 0 }
}
