/// Books what the annual community meeting (RWT) made of a closed year's profit (rules.md 2.10;
/// ruling 12).
///
/// What can be allocated is the year's profit, but never more than 31040 holds. A loss is carried.
/// The province's bounds of the day on which rules are judged say what capital gets at least, and
/// whether it gets all where the year ended with a PAR of 20 % or more.
///
/// Refused with: `textMissing`, `textTooLong`, `allocationNotWhole`, `purposeRepeated`, `notFound`
/// (the year is not closed), `alreadyExists`, `dayInFuture`, `dayBefore` (the close of the year),
/// `purposeNotAllowed`, `profitForCapitalOnly`, `capitalShareTooLow`,
/// `judgedLater`, `nothingToAllocate`.
public struct AllocateProfit: Command {
  public let upk: UPKID
  public let year: Int
  public let shares: [ProfitShare]
  /// The number of the meeting's minutes.
  public let minutes: String
  public let day: Day

  public init(upk: UPKID, year: Int, shares: [ProfitShare], minutes: String, day: Day) {
    self.upk = upk
    self.year = year
    self.shares = shares
    self.minutes = minutes
    self.day = day
  }

  public var kind: CommandKind { .allocateProfit }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("year", year)
    for (index, share) in shares.enumerated() {
      content.add("share.\(index + 1)", "\(share.purpose.rawValue)|\(share.hundredths)")
    }
    content.add("minutes", minutes)
    content.add("on", day)
    return content
  }

  private var prior: AccountKey { AccountKey(upk: upk, account: .priorProfit) }

  public func needs(_ keys: inout Keys) {
    keys.yearsOf.insert(upk)
    keys.allocationsOf.insert(upk)
    keys.balances.insert(prior)
    keys.policyBounds = true
    keys.portfolios.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let closed = facts.closedYears[upk]?.first(where: { $0.year == year }) else {
      throw Refusal(.notFound(.closedYear, name: "\(year)"))
    }
    let available = facts.balances[prior] ?? .zero
    let amount = min(closed.profit, available)
    var violations = Violations()
    violations.require(minutes, .minutes)
    let judged = facts.judgementDay(day, in: stream)
    let end = Month(year: year, month: 12).last
    let positions = (facts.portfolios[upk] ?? .empty).loans.positions(asOf: end)
    let par = Portfolio(positions).par
    violations.judge(day, on: judged) {
      shares.violations(of: facts.policyBounds.inForce(on: $0).profit, par: par)
    }
    violations.require(
      !(facts.allocations[upk] ?? []).contains { $0.year == year },
      .alreadyExists(.allocation, name: "\(year)"))
    violations.requirePast(day, caller)
    violations.require(
      closed.closedOn <= day,
      .dayBefore(day, earliest: closed.closedOn, milestone: .yearClosed))
    violations.require(
      amount > .zero, .nothingToAllocate(profit: closed.profit, available: available))
    try violations.check()

    let bounds = facts.policyBounds.inForce(on: judged)
    let allocation = ProfitAllocation(
      upk: upk, year: year, on: day, decidedBy: caller.person, minutes: minutes,
      bounds: bounds.version == 0 ? nil : bounds.version, lines: shares.lines(of: amount))
    var effects = Effects(head: facts.head(stream), subject: .year(upk, year))
    effects.post(
      on: day, "Alokasi laba tahun \(year)",
      allocation.lines.filter { $0.amount > .zero }.map {
        Posting(debit: .priorProfit, credit: $0.purpose.account, amount: $0.amount)
      })
    effects.add(.profitAllocated(allocation))
    effects.outcome.add("amount", amount)
    effects.outcome.add("bounds", bounds.version)
    return effects
  }
}
