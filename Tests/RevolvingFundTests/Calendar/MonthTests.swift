import RevolvingFund
import Testing

struct MonthTests {
  @Test(arguments: ["", "2017", "2017-13", "2017-00", "2017-1", "2017-12-01", "1899-12", "3000-01"])
  func `what is no month is not read as one`(text: String) {
    #expect(Month(parsing: text) == nil)
  }

  @Test func `adding and distance undo each other over year ends`() {
    let start: Month = "2016-11"
    for count in -40...40 {
      #expect(start.adding(count).distance(from: start) == count)
    }
    #expect(start.adding(2) == "2017-01")
    #expect(start.adding(-11) == "2015-12")
    #expect(start < start.adding(1))
  }
}
