/// A day of the Gregorian calendar, kept as its three numbers.
struct CivilDay: Hashable, Comparable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// Reads `2017-12-31`; `nil` for what is no day of the years 1900 to 2999.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1900...2999).contains(year), (1...12).contains(month),
      (1...CivilDay.length(year, month)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The last day of a month that is counted from the year 0.
  init(lastOfMonth index: Int) {
    let (year, month) = (index / 12, index % 12 + 1)
    self.init(year: year, month: month, day: CivilDay.length(year, month))
  }

  static func < (left: CivilDay, right: CivilDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Months since the year 0.
  var monthIndex: Int { year * 12 + month - 1 }

  var monthText: String { String(description.prefix(7)) }

  /// The day so many months later, at most the end of that month.
  func adding(months: Int) -> CivilDay {
    let last = CivilDay(lastOfMonth: monthIndex + months)
    return CivilDay(year: last.year, month: last.month, day: min(day, last.day))
  }

  /// So many days later.
  func adding(days: Int) -> CivilDay {
    var (month, day) = (monthIndex, day + days)
    while day > CivilDay(lastOfMonth: month).day {
      day -= CivilDay(lastOfMonth: month).day
      month += 1
    }
    return CivilDay(year: month / 12, month: month % 12 + 1, day: day)
  }

  /// Days since 1970-01-01.
  var sinceEpoch: Int64 {
    let before = year - 1
    let days = before * 365 + before / 4 - before / 100 + before / 400
    let months = (1..<month).reduce(0) { $0 + CivilDay.length(year, $1) }
    return Int64(days + months + day - 1 - 719_162)
  }

  var description: String {
    "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  private static func length(_ year: Int, _ month: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// A number with leading zeros.
func digits(_ number: Int, _ width: Int) -> String {
  let text = "\(number)"
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
