/// How much cash a UPK may have in hand over night (rules.md 0, ruling 27c).
///
/// In hand is all cash: the fund's on 11010, and the savers' on 11012 until it is banked.
public struct CashLimits: Hashable, Sendable {
  private let policies: [LendingPolicy]
  private let bounds: [PolicyBounds]

  /// From all versions of one UPK's policy and of the province's bounds.
  public init(policies: [LendingPolicy], bounds: [PolicyBounds]) {
    self.policies = policies
    self.bounds = bounds
  }

  /// The most at the end of a day: the lower one of the board's and the province's; `nil` where
  /// neither set one.
  public func limit(on day: Day) -> Rupiah? {
    [policies.inForce(on: day)?.cashLimit, bounds.inForce(on: day).cashLimit]
      .compactMap(\.self).min()
  }

  /// What of cash counted at the end of a day is above the limit.
  public func excess(of cash: Rupiah, on day: Day) -> CashExcess? {
    guard let limit = limit(on: day), limit < cash else { return nil }
    return CashExcess(on: day, amount: cash - limit, limit: limit)
  }
}

extension Facts {
  /// The limits of a UPK's cash; see `Keys.addCashLimits`.
  public func cashLimits(of upk: UPKID) -> CashLimits {
    CashLimits(policies: policies[upk] ?? [], bounds: policyBounds)
  }
}

extension Keys {
  /// What the limits of a UPK's cash are known from.
  public mutating func addCashLimits(of upk: UPKID) {
    policiesOf.insert(upk)
    policyBounds = true
  }
}

/// Cash above the limit at the end of a day: it has to be at the bank by the end of the next.
///
/// The next civil day, whatever day of the week it is: the ruling knows no other.
public struct CashExcess: Hashable, Sendable {
  public let on: Day
  public let amount: Rupiah
  public let limit: Rupiah

  public init(on day: Day, amount: Rupiah, limit: Rupiah) {
    on = day
    self.amount = amount
    self.limit = limit
  }

  public var due: Day { on.addingDays(1) }
}

/// What came into the UPK's hands in cash and what left them, by day: all that was booked on 11010
/// and 11012, but from one of them to the other.
public struct CashFlowByDay: Hashable, Sendable {
  private let days: [Entry]

  /// The sums of one day.
  public struct Entry: Hashable, Sendable {
    public let on: Day
    public let came: Rupiah
    public let went: Rupiah

    public init(on day: Day, came: Rupiah, went: Rupiah) {
      on = day
      self.came = came
      self.went = went
    }
  }

  /// From the entries of a UPK's every day, in any order.
  public init(_ days: [Entry]) {
    self.days = days.sorted { $0.on < $1.on }
  }

  /// How far back evenings are told of, in months.
  public static let monthsTold = 12

  /// The evenings after which money above the limit stayed in the box for another day, of those
  /// whose deposit was due in the twelve months up to a day.
  ///
  /// What leaves the box first is what was there first: money that came on the next day is not yet
  /// due, and a payment out of the box leaves as little in it as a deposit.
  public func kept(above limits: CashLimits, asOf day: Day) -> [CashExcess] {
    let first = day.addingMonths(-CashFlowByDay.monthsTold)
    let byDay = Dictionary(days.map { ($0.on, $0) }) { first, _ in first }
    var held = balance(asOf: first.addingDays(-1))
    var found: [CashExcess] = []
    var evening = first
    while evening < day {
      let moved = byDay[evening]
      held += (moved?.came ?? .zero) - (moved?.went ?? .zero)
      let left = held - (byDay[evening.addingDays(1)]?.went ?? .zero)
      if let excess = limits.excess(of: left, on: evening) { found.append(excess) }
      evening = evening.addingDays(1)
    }
    return found
  }

  /// What is above the limit at the end of a day and has until the next.
  public func due(above limits: CashLimits, asOf day: Day) -> CashExcess? {
    limits.excess(of: balance(asOf: day), on: day)
  }

  private func balance(asOf day: Day) -> Rupiah {
    days.filter { $0.on <= day }.total { $0.came - $0.went }
  }
}

extension [CashExcess] {
  /// The days, each run of days in a row as one span: `2017-10-03..2017-10-05 2017-11-02`.
  public var spans: [String] {
    var runs: [ClosedRange<Day>] = []
    for excess in self {
      if let last = runs.last, last.upperBound.addingDays(1) == excess.on {
        runs[runs.count - 1] = last.lowerBound...excess.on
      } else {
        runs.append(excess.on...excess.on)
      }
    }
    return runs.map {
      $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)"
    }
  }
}
