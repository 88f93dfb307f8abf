/// A closed year: what was earned and spent in it, which went over into 31040.
public struct ClosedYear: Hashable, Sendable {
  public let upk: UPKID
  public let year: Int
  public let closedOn: Day
  public let closedBy: PersonID
  /// Classes 4 and 5 of the year.
  public let income: Rupiah
  public let cost: Rupiah

  public init(
    upk: UPKID, year: Int, closedOn: Day, closedBy: PersonID, income: Rupiah, cost: Rupiah
  ) {
    self.upk = upk
    self.year = year
    self.closedOn = closedOn
    self.closedBy = closedBy
    self.income = income
    self.cost = cost
  }

  public var profit: Rupiah { income - cost }
}
