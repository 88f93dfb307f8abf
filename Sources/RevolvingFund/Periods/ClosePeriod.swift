/// Closes a month: nothing goes before its end any more, and its figures stay as they are.
///
/// Months are closed in order, from the month of the first voucher or event of the UPK, but never
/// from one before its first operating month: what was booked before that, perhaps by a slip of the
/// pen, is closed with it. LAR, PAR, gatePAR, CCr, ROI and RR are frozen
/// with their inputs, with them the authority to lend, and on entry into a suspension the list of
/// loans (rules.md 0, rulings 4 to 6; 4.4). Before that the reserve is made what the scheme in
/// force on the month's last day requires (`ReserveEntry`).
///
/// Refused with: `notFound`, `dayInFuture`, `periodNotOver`, `periodOutOfOrder`.
public struct ClosePeriod: Command {
  public let upk: UPKID
  public let month: Month
  /// After the month's end.
  public let day: Day

  public init(upk: UPKID, month: Month, day: Day) {
    self.upk = upk
    self.month = month
    self.day = day
  }

  public var kind: CommandKind { .closePeriod }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("month", month.description)
    content.add("on", day)
    return content
  }

  /// The month to be closed next.
  public static func next(
    after closed: Month?, firstDay: Day?, operatingSince: Month
  ) -> Month {
    closed?.adding(1) ?? max(firstDay?.month ?? operatingSince, operatingSince)
  }

  private var movements: MovementsKey { MovementsKey(upk: upk, upTo: month.last) }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.firstDays.insert(upk)
    keys.portfolios.insert(upk)
    keys.periods.insert(upk)
    keys.movements.insert(movements)
    keys.policiesOf.insert(upk)
    keys.reopenings.insert(upk)
    keys.assetsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let unit = facts.upks[upk], let book = facts.portfolios[upk] else {
      throw Refusal(.notFound(.upk, name: "\(upk.value)"))
    }
    let next = ClosePeriod.next(
      after: facts.head(stream).closedThrough, firstDay: facts.firstDays[upk],
      operatingSince: unit.operatingSince)
    var violations = Violations()
    violations.requirePast(day, caller)
    violations.require(month.last < day, .periodNotOver(month, day: day))
    violations.require(month == next, .periodOutOfOrder(month, expected: next))
    try violations.check()

    let record = facts.periods[upk] ?? .empty
    let (category, suspension) = record.closing(month, book: book)
    let portfolio = Portfolio(book.loans.positions(asOf: month.last)).sums
    let trial = TrialBalance(asOf: month.last, movements: facts.movements[movements] ?? [])
    let entry = ReserveEntry(
      scheme: (facts.policies[upk] ?? []).reserveScheme(on: month.last), portfolio: portfolio,
      trial: trial)
    let sheet = IndicatorSheet(
      asOf: month.last, portfolio: portfolio, trial: trial.booking(entry.postings),
      operatingSince: unit.operatingSince)
    let period = ClosedPeriod(
      upk: upk, month: month, version: (facts.reopenings[upk] ?? []).nextVersion(of: month),
      closedOn: day, closedBy: caller.person, indicators: sheet.all,
      gate: book.gate(on: month.last), reserve: entry.reserve, category: category,
      suspendedSince: suspension?.since)
    var effects = Effects(head: facts.head(stream), subject: .period(upk, month))
    if !entry.postings.isEmpty {
      effects.post(on: month.last, "Cadangan risiko pinjaman \(month)", entry.postings)
    }
    effects.outcome.add("category", category.rawValue)
    effects.outcome.add("version", period.version)
    effects.outcome.add("reserve", entry.amount)
    let unworn = (facts.assets[upk] ?? []).filter {
      $0.registeredOn <= month.last && $0.due(in: month) > .zero
    }
    if !unworn.isEmpty {
      effects.outcome.add("not_depreciated", list(unworn.map { "\($0.number)" }))
    }
    effects.close(period, freezing: suspension?.since == month ? suspension : nil)
    return effects
  }
}
