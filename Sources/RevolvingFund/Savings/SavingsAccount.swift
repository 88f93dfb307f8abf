/// What a group has saved with the UPK: the part of 21020 that belongs to it.
public struct SavingsAccount: Hashable, Sendable {
  /// What came and went, by day and then as recorded.
  public let movements: [Movement]

  /// One deposit, or one withdrawal.
  public struct Movement: Hashable, Sendable {
    public let on: Day
    /// Above zero for a deposit, below for a withdrawal.
    public let amount: Rupiah

    public init(on day: Day, amount: Rupiah) {
      on = day
      self.amount = amount
    }
  }

  /// An account with its movements, in any order.
  public init(movements: some Sequence<Movement>) {
    self.movements = movements.enumerated()
      .sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
      .map(\.element)
  }

  /// That of a group that has not saved yet.
  public static let empty = SavingsAccount(movements: [])

  /// What the group has at the end of a day.
  public func balance(asOf day: Day) -> Rupiah { daily.balance(asOf: day) }

  /// The most that can be withdrawn on a day: the least that the group has at its end or at the end
  /// of any later day.
  public func available(on day: Day) -> Rupiah { max(.zero, daily.lowest(from: day)) }

  /// The day of the last deposit up to a day.
  public func lastDeposit(upTo day: Day) -> Day? {
    movements.last { $0.amount > .zero && $0.on <= day }?.on
  }

  /// How many calendar months in a row have a deposit, up to the month of a day.
  ///
  /// The run ends with the month of the day, or, while that has no deposit yet, with the month
  /// before it; 0 where that has none either. A withdrawal does not break a run.
  public func monthsSaved(upTo day: Day) -> Int {
    let saved = monthsWithDeposit(upTo: day)
    var month = saved.contains(day.month) ? day.month : day.month.adding(-1)
    var count = 0
    while saved.contains(month) {
      count += 1
      month = month.adding(-1)
    }
    return count
  }

  /// The most calendar months in a row, each with a deposit, that there were up to a day, whether
  /// or not the group saves still (B-05 asks for three before the first loan).
  public func longestRun(upTo day: Day) -> Int {
    let saved = monthsWithDeposit(upTo: day)
    var longest = 0
    var run = 0
    var previous: Month?
    for month in saved.sorted() {
      run = previous?.adding(1) == month ? run + 1 : 1
      longest = max(longest, run)
      previous = month
    }
    return longest
  }

  private func monthsWithDeposit(upTo day: Day) -> Set<Month> {
    Set(movements.filter { $0.amount > .zero && $0.on <= day }.map(\.on.month))
  }

  private var daily: DailyBalance {
    movements.reduce(into: DailyBalance()) { $0.add($1.amount, on: $1.on) }
  }
}
