/// Closes a year: income and cost go over 31050 into 31040, and the next year begins with nothing.
///
/// The voucher stands on 31 December, in a month that is closed. It moves no figure of that month:
/// flows leave closing vouchers out (rules.md 0, ruling 15). Years are closed in order, each after
/// its December; the first takes in what was booked before it.
///
/// Refused with: `notFound`, `dayInFuture`, `yearNotOver`, `yearOutOfOrder`.
public struct CloseYear: Command {
  public let upk: UPKID
  public let year: Int
  public let day: Day

  public init(upk: UPKID, year: Int, day: Day) {
    self.upk = upk
    self.year = year
    self.day = day
  }

  public var kind: CommandKind { .closeYear }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("year", year)
    content.add("on", day)
    return content
  }

  private var december: Month { Month(year: year, month: 12) }
  private var movements: MovementsKey { MovementsKey(upk: upk, upTo: december.last) }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.firstDays.insert(upk)
    keys.yearsOf.insert(upk)
    keys.accountsOf.insert(upk)
    keys.movements.insert(movements)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let unit = facts.upks[upk] else {
      throw Refusal(.notFound(.upk, name: "\(upk.value)"))
    }
    let first = ClosePeriod.next(
      after: nil, firstDay: facts.firstDays[upk], operatingSince: unit.operatingSince)
    let next = (facts.closedYears[upk] ?? []).map(\.year).max().map { $0 + 1 } ?? first.year
    let closed = facts.head(stream).closedThrough
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.require(
      closed.map { december <= $0 } ?? false, .yearNotOver(year, closedThrough: closed))
    violations.require(year == next, .yearOutOfOrder(year, expected: next))
    try violations.check()

    let trial = TrialBalance(asOf: december.last, movements: facts.movements[movements] ?? [])
    let (postings, income, cost) = closing(trial, of: facts.accounts[upk] ?? [])
    var effects = Effects(head: facts.head(stream), subject: .year(upk, year))
    if !postings.isEmpty {
      effects.post(on: december.last, "Tutup buku tahun \(year)", postings)
    }
    effects.add(
      .yearClosed(
        ClosedYear(
          upk: upk, year: year, closedOn: day, closedBy: caller.person, income: income, cost: cost)
      ))
    effects.outcome.add("income", income)
    effects.outcome.add("cost", cost)
    return effects
  }

  /// Every account of income and cost to 31050, and what that leaves to 31040.
  private func closing(
    _ trial: TrialBalance, of chart: Set<AccountCode>
  ) -> (postings: [Posting], income: Rupiah, cost: Rupiah) {
    func total(_ kind: AccountKind) -> [(AccountCode, Rupiah)] {
      chart.filter { $0.kind == kind }.sorted().map { ($0, trial.balance($0)) }
        .filter { $0.1 != .zero }
    }
    let income = total(.income)
    let cost = total(.cost)
    let profit = income.total(\.1) - cost.total(\.1)
    let postings =
      income.map { Posting(moving: $1, from: $0, to: .profitOfYear) }
      + cost.map { Posting(moving: $1, from: .profitOfYear, to: $0) }
      + (profit == .zero ? [] : [Posting(moving: profit, from: .profitOfYear, to: .priorProfit)])
    return (postings, income.total(\.1), cost.total(\.1))
  }
}

extension Posting {
  /// A debit of one account and a credit of another; the other way round where the amount, which is
  /// never zero, is negative.
  fileprivate init(moving amount: Rupiah, from debit: AccountCode, to credit: AccountCode) {
    self =
      amount > .zero
      ? Posting(debit: debit, credit: credit, amount: amount)
      : Posting(debit: credit, credit: debit, amount: -amount)
  }
}
