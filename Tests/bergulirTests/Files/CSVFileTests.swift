import FundAPI
import Testing

@testable import bergulir

private func rows(_ text: String) throws -> [[String]] {
  try CSVFile(text, path: "a.csv", columns: ["a", "b"]).rows.map { [$0["a"], $0["b"]] }
}

@Test(arguments: [
  ("a,b\n1,2\n3,4\n", [["1", "2"], ["3", "4"]]),
  ("a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
  ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
  ("b,a,c\n2,1,9\n", [["1", "2"]]),
  ("a,b\n1;5,2\n", [["1;5", "2"]]),
  ("a,b\n\"x, y\",\"say \"\"no\"\"\"\n", [["x, y", "say \"no\""]]),
  ("a,b\n\"two\nlines\",\n\n\n3,4\n", [["two\nlines", ""], ["3", "4"]]),
  ("a,b\n", []),
  ("a;b\n1;\"x; y\"\n", [["1", "x; y"]]),
  ("a;b\n1,5;2\n", [["1,5", "2"]]),
  ("\u{FEFF}b;a\r\n2;1\r\n", [["1", "2"]]),
  ("a\tb\n1,5\t2;3\n", [["1,5", "2;3"]]),
  ("sep=;\r\n A ; B\r\n 1 ;\u{A0}2\r\n", [["1", "2"]]),
])
func `a CSV file is read as spreadsheets write it`(text: String, expected: [[String]]) throws {
  #expect(try rows(text) == expected)
}

@Test(arguments: [
  ("", [Mistake.fileEmpty(path: "a.csv")]),
  ("\n\n", [.fileEmpty(path: "a.csv")]),
  ("ÿþa\0,\0b\0\n\0", [.fileNotText(path: "a.csv")]),
  ("a,c\n1,2\n", [.headerWrong(path: "a.csv", expected: ["a", "b"])]),
  ("a,b,a\n1,2,3\n", [.headerWrong(path: "a.csv", expected: ["a", "b"])]),
  (
    "a,b\n1\n1,2\n1,2,3\n",
    [
      .lineMalformed(line: 2, .fieldCount(found: 1, expected: 2)),
      .lineMalformed(line: 4, .fieldCount(found: 3, expected: 2)),
    ]
  ),
  ("a;b\n1,2\n", [.lineMalformed(line: 2, .fieldCount(found: 1, expected: 2))]),
  ("a,b\n1,\"2\n3,4\n", [.lineMalformed(line: 2, .quoteOpen)]),
  ("a,b", [.lineMalformed(line: 1, .endMissing)]),
  ("a,b\n1,2\n3,4000", [.lineMalformed(line: 3, .endMissing)]),
  ("a,b\r\n1,2\r\n3,\"4\"", [.lineMalformed(line: 3, .endMissing)]),
  ("a,b\n1,x\"y\n", [.lineMalformed(line: 2, .quoteInside)]),
  ("a,b\n1,\"x\"y\n", [.lineMalformed(line: 2, .quoteInside)]),
])
func `every bad line of a CSV file is named`(text: String, expected: [Mistake]) {
  #expect(throws: Complaint(expected)) { try rows(text) }
}

@Test func `a row knows the line it begins on, past fields of several lines`() throws {
  let file = try CSVFile("a,b\n\"x\ny\",1\n2,3\n", path: "-", columns: ["a"])
  #expect(file.rows.map(\.line) == [2, 4])
}

@Test func `cells are read as those of an import, and below zero too`() throws {
  let text = "date;amount;gender\n31/03/2018; Rp 12.330.000 ;P\n1-4-2018;(5.000);L\n"
  let file = try CSVFile(text, path: "a.csv", columns: ["date"])
  let days = try file.read(atMost: 2) { $0.day("date") }
  #expect(days == ["2018-03-31", "2018-04-01"])
  #expect(try file.read(atMost: 2) { $0.amount("amount") } == [12_330_000, -5_000])
  #expect(throws: Complaint(.tooManyLines(path: "a.csv", limit: 1))) {
    try file.read(atMost: 1) { $0.amount("amount") }
  }
  #expect(
    throws: Complaint([
      .fieldWrong(line: 2, field: "gender", value: "P", expected: .day),
      .fieldWrong(line: 3, field: "gender", value: "L", expected: .day),
    ])
  ) { try file.read(atMost: 2) { $0.day("gender") } }
}
