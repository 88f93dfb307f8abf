import FoundationEssentials
import FundAPI
import RevolvingFund
import Testing

@testable import bergulir

@Test func `the paper's figures are read with their inputs and categories`() throws {
  let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Examples/mentari/published-2017.csv").standardized.path
  let sheet = try PublishedSheet(text: try TextFile(path: path).read(), path: path)
  #expect(sheet.figures.count == 48)
  let december = sheet.figures.filter { $0.month == Month(year: 2017, month: 12) }
  #expect(december.map(\.kind) == [.lar, .par, .ccr, .roi])
  #expect(december.map(\.printed) == ["200", "62", "101.12", "113.04"])
  #expect(december[0].inputs == Ratio(2, 4))
  #expect(december[3].inputs == Ratio(22_608_076, 20_000_000))
  #expect(december.map(\.category) == [.suspended, .suspended, .minimum, .satisfactory])
}

@Test func `columns that are missing are indicators that were not printed`() throws {
  let sheet = try PublishedSheet(
    text: "month;par_printed\n2017-12;61,65\n2017-11;\n", path: "p.csv")
  #expect(sheet.figures.map(\.kind) == [.par])
  #expect(sheet.figures[0].printed == "61.65")
  #expect(sheet.figures[0].inputs == nil)
  #expect(sheet.figures[0].category == nil)
}

@Test func `a bad field is named with its line`() {
  #expect(
    throws: Complaint([
      .fieldWrong(line: 2, field: "par_printed", value: "62 %", expected: .percent),
      .fieldWrong(line: 3, field: "loan_balance_idr", value: "x", expected: .amount),
    ])
  ) {
    try PublishedSheet(
      text: "month,par_printed,late_balance_idr,loan_balance_idr\n2017-12,62 %,1,2\n"
        + "2017-11,62,1,x\n", path: "p.csv")
  }
  #expect(
    throws: Complaint(.fieldWrong(line: 2, field: "month", value: "17-12", expected: .month))
  ) { try PublishedSheet(text: "month,par_printed\n17-12,62\n", path: "p.csv") }
}
