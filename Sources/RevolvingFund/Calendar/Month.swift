/// A calendar month.
public struct Month: Hashable, Comparable, Sendable {
  public let year: Int
  /// 1 to 12.
  public let month: Int

  /// The month; `month` must be 1 to 12.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month is 1 to 12")
    self.year = year
    self.month = month
  }

  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// How many days it has.
  public var length: Int {
    switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // The months just outside the calendar have days too: the last month-end before 15 January 1900
  // is a fair question.
  public var first: Day { Day(epochDays: Day.epochDays(year: year, month: month, day: 1)) }
  public var last: Day { first.addingDays(Int32(length - 1)) }

  /// The month this many months later.
  public func adding(_ count: Int) -> Month {
    let sum = index + count
    return Month(year: sum.quotientFloor(12), month: sum - sum.quotientFloor(12) * 12 + 1)
  }

  /// How many months later this month is than another; negative when earlier.
  public func distance(from other: Month) -> Int { index - other.index }

  private var index: Int { year * 12 + month - 1 }

  private var isLeapYear: Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}

extension Month: CustomStringConvertible {
  /// The month as `2017-12`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }

  /// Reads `2017-12`, years 1900 to 2999; `nil` for anything else.
  public init?(parsing text: some StringProtocol) {
    guard let day = Day(parsing: "\(text)-01") else { return nil }
    self = day.month
  }
}

extension Int {
  fileprivate func quotientFloor(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
