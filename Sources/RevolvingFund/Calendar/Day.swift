/// A civil day of the Gregorian calendar, without a clock or a time zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before.
  public let epochDays: Int32

  public init(epochDays: Int32) {
    self.epochDays = epochDays
  }

  /// The day with this year (1900 to 2999), month and day of month; `nil` when there is none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month), day >= 1,
      day <= Month(year: year, month: month).length
    else { return nil }
    self.init(epochDays: Day.epochDays(year: year, month: month, day: day))
  }

  public static func < (left: Day, right: Day) -> Bool { left.epochDays < right.epochDays }

  public var month: Month {
    let (year, month, _) = components
    return Month(year: year, month: month)
  }
  public var year: Int { components.year }
  public var dayOfMonth: Int { components.day }

  /// The day this many months later, clamped to the end of a shorter month.
  ///
  /// Always counted from this day, never chained: 31 January gives 28 February and then 31 March
  /// (rules.md 0, ruling 8).
  public func addingMonths(_ count: Int) -> Day {
    let (year, month, day) = components
    let target = Month(year: year, month: month).adding(count)
    return Day(
      epochDays: Day.epochDays(
        year: target.year, month: target.month, day: min(day, target.length)))
  }

  /// The day this many days later.
  public func addingDays(_ count: Int32) -> Day {
    Day(epochDays: epochDays + count)
  }

  // Days are counted in years that begin in March, so that the leap day comes last
  // (the usual proleptic Gregorian arithmetic over eras of 400 years).
  static func epochDays(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  private var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(epochDays) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Day: CustomStringConvertible {
  /// The day as `2017-12-31`.
  public var description: String {
    "\(month)-\(padded(dayOfMonth, 2))"
  }

  /// Reads `2017-12-31`; `nil` for anything else.
  public init?(parsing text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = digits(parts[0]), let month = digits(parts[1]), let day = digits(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// A number in decimal digits with leading zeros.
package func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}

/// A number written in ASCII digits only; `nil` for signs, spaces and other scripts.
func digits(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return Int(text)
}
