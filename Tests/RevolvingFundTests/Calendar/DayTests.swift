import RevolvingFund
import Testing

struct DayTests {
  @Test func `every day from 1900 to 2999 follows the one before and reads back as written`() {
    var expected = Day(parsing: "1900-01-01")?.epochDays ?? 0
    #expect(expected == -25_567)
    var wrong: [String] = []
    for year in 1900...2999 {
      for month in 1...12 {
        for number in 1...Month(year: year, month: month).length {
          guard let day = Day(year: year, month: month, day: number) else {
            wrong.append("\(year)-\(month)-\(number)")
            continue
          }
          let isSound =
            day.epochDays == expected && day.year == year && day.dayOfMonth == number
            && day.month == Month(year: year, month: month)
          if !isSound { wrong.append("\(day)") }
          expected += 1
        }
      }
    }
    #expect(wrong.isEmpty)
    #expect(expected == Day(parsing: "2999-12-31").map { $0.epochDays + 1 })
  }

  @Test func `the first and last day of every month read back from their text`() {
    var month: Month = "1900-01"
    while month.year < 3000 {
      #expect(Day(parsing: month.first.description) == month.first)
      #expect(Day(parsing: month.last.description) == month.last)
      #expect(Month(parsing: month.description) == month)
      #expect(month.last.addingDays(1) == month.adding(1).first)
      month = month.adding(1)
    }
  }

  @Test(arguments: [
    "", "2017", "2017-12", "2017-12-1", "2017-1-31", "17-12-31", "2017-12-32", "2017-13-01",
    "2017-00-10", "2017-01-00", "2017-02-29", "1900-02-29", "2100-02-29", "1899-12-31",
    "3000-01-01", "2017/12/31", "2017-12-31 ", " 2017-12-31", "+017-12-31", "-017-12-31",
    "2017-12-31T00", "2017-12-31-01", "٢٠١٧-١٢-٣١", "2017-1²-31", "2017--12-31",
  ])
  func `what is no day is not read as one`(text: String) {
    #expect(Day(parsing: text) == nil)
  }

  @Test(arguments: [("2016-02-29", true), ("2000-02-29", true), ("2400-02-29", true)])
  func `leap days exist every four years, in centuries only every four hundred`(
    text: String, exists: Bool
  ) {
    #expect((Day(parsing: text) != nil) == exists)
  }

  @Test(arguments: [
    ("2026-01-31" as Day, 1, "2026-02-28" as Day), ("2026-01-31", 2, "2026-03-31"),
    ("2026-01-31", 3, "2026-04-30"), ("2024-01-31", 1, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
    ("2026-12-31", 2, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-15", -13, "2024-12-15"), ("2026-05-10", 0, "2026-05-10"),
  ])
  func `months are added from the day itself and clamped to the end of a shorter one`(
    day: Day, months: Int, expected: Day
  ) {
    #expect(day.addingMonths(months) == expected)
  }

  @Test func `the calendar's edges do not trap`() {
    #expect(("1900-01-15" as Day).month.adding(-1).last.epochDays == -25_568)
    #expect(IndicatorSheet.lastMonthEnd("1900-01-15").epochDays == -25_568)
    let beyond = ("2999-12-31" as Day).addingMonths(2)
    #expect(beyond.month.last == beyond)
    #expect(beyond.description == "3000-02-28")
  }

  @Test func `days are ordered and keep their order over the epoch`() {
    #expect(("1969-12-31" as Day) < "1970-01-01")
    #expect(("1969-12-31" as Day).epochDays == -1)
    #expect(("2017-01-31" as Day).addingDays(1) == "2017-02-01")
  }
}
