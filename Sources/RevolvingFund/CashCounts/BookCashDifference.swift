/// Books what a count found beyond the ledger, or short of it (rules.md 0, ruling 25).
///
/// Money that is missing is owed by whoever kept it, on 11060; money that is over is income.
/// Only the last count is booked, and once: a later one says all that an earlier one said.
///
/// Refused with: `notFound` (the count), `dayInFuture`, `dayBefore` (the count),
/// `cashierMayNotPost`, `cashCountSuperseded`, `cashCountAgrees`, `cashDifferenceBooked`.
public struct BookCashDifference: Command {
  public let upk: UPKID
  public let count: Int64
  public let day: Day

  public init(upk: UPKID, count: Int64, day: Day) {
    self.upk = upk
    self.count = count
    self.day = day
  }

  public var kind: CommandKind { .bookCashDifference }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("count", count)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.cashCountsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let counts = facts.cashCounts[upk] ?? []
    guard let found = counts.first(where: { $0.number == count }), let last = counts.last else {
      throw Refusal(.notFound(.cashCount, name: "\(count)"))
    }
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.on, .counted)
    violations.requireNoCashier(caller, at: upk, on: day, line: nil, facts)
    violations.require(last == found, .cashCountSuperseded(count: count, last: last.number))
    violations.require(found.difference != .zero, .cashCountAgrees(count: count))
    // What was booked on the count's day or later is not in the ledger that it was held against.
    let booked = counts.last { $0.booked.map { found.on <= $0.on } ?? false }
    if let booked, let voucher = booked.booked?.voucher {
      violations.add([.cashDifferenceBooked(count: booked.number, voucher)])
    }
    try violations.check()

    var effects = Effects(
      head: facts.head(stream), subject: .cashCount(upk, number: count))
    let voucher = effects.post(
      on: day, "Selisih kas, opname \(count) tanggal \(found.on)", [posting(found.difference)])
    effects.add(.cashDifferenceBooked(upk, count: count, voucher))
    effects.outcome.add("difference", found.difference)
    return effects
  }

  private func posting(_ difference: Rupiah) -> Posting {
    difference < .zero
      ? Posting(debit: .misuseReceivable, credit: .cash, amount: -difference)
      : Posting(debit: .cash, credit: .otherIncome, amount: difference)
  }
}
