/// Books what all assets of a UPK lost by the end of a month, once a month (rules.md 5.3).
///
/// It is booked on the month's last day.
///
/// Refused with: `alreadyExists` (the month's depreciation), `dayInFuture`, `cashierMayNotPost`,
/// `nothingToDepreciate`.
public struct DepreciateAssets: Command {
  public let upk: UPKID
  public let month: Month

  public init(upk: UPKID, month: Month) {
    self.upk = upk
    self.month = month
  }

  public var kind: CommandKind { .depreciateAssets }
  public var stream: UPKID { upk }
  public var day: Day { month.last }
  public var content: Content {
    var content = Content()
    content.add("month", month.description)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.assetsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let assets = facts.assets[upk] ?? []
    var violations = Violations()
    violations.require(
      !assets.contains { $0.depreciation.contains { $0.month == month } },
      .alreadyExists(.depreciation, name: "\(month)"))
    violations.requirePast(day, caller)
    violations.requireNoCashier(caller, at: upk, on: day, line: nil, facts)
    let due = assets.filter { $0.registeredOn <= day && $0.due(in: month) > .zero }
    violations.require(!due.isEmpty, .nothingToDepreciate(month))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .journal(upk))
    let total = due.total { $0.due(in: month) }
    let voucher = effects.post(
      on: day, "Penyusutan \(month)",
      [Posting(debit: .depreciation, credit: .accumulatedDepreciation, amount: total)])
    for asset in due {
      effects.add(
        .assetDepreciated(
          upk, asset: asset.number,
          Asset.Depreciation(month: month, amount: asset.due(in: month)), voucher))
    }
    effects.outcome.add("assets", due.count)
    effects.outcome.add("amount", total)
    return effects
  }
}
