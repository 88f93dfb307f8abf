/// Whether a UPK closed a month, and when (rules.md 6: P-18).
public struct Reporting: Hashable, Sendable {
  public let upk: Code
  public let name: String
  public let region: RegionCode
  public let month: Month
  /// The day of the first close; `nil` while there is none.
  public let closedOn: Day?
  /// 1, or more where the month was opened again; `nil` while it was not closed.
  public let version: Int?
  /// The last month that was closed by the day; `nil` where none was.
  public let lastClosed: Month?

  public init(
    upk: Code, name: String, region: RegionCode, month: Month, closedOn: Day?, version: Int?,
    lastClosed: Month?
  ) {
    self.upk = upk
    self.name = name
    self.region = region
    self.month = month
    self.closedOn = closedOn
    self.version = version
    self.lastClosed = lastClosed
  }

  /// The last day on which a close is in time: the fifth of the next month.
  public var due: Day { month.adding(1).first.addingDays(4) }

  /// How many days after it the month was closed, or is not closed on a day; 0 while in time.
  public func daysLate(asOf day: Day) -> Int {
    max(0, Int((closedOn ?? day).epochDays - due.epochDays))
  }
}
