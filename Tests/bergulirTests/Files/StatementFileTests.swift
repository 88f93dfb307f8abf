import FoundationEssentials
import FundAPI
import Testing
@testable import bergulir

private let header = "date,text,amount_idr,balance_idr\n"

@Test func `a statement's line keeps its sign and the line it stands on`() throws {
  let file = try StatementFile(
    text: header + "2017-10-02,SETOR,900.000,1.900.000\n\n2017-10-31,,-12.500,1887500\n",
    path: "s.csv")
  #expect(file.lines.map(\.line) == [2, 4])
  #expect(file.lines.map(\.amount) == [900_000, -12_500])
  #expect(file.lines.map(\.balance) == [1_900_000, 1_887_500])
  #expect(file.lines.map(\.text) == ["SETOR", ""])
}

/// As a bank's spreadsheet set to Indonesian saves it, in Windows' code page.
@Test func `a statement from a spreadsheet is understood as it is`() throws {
  let path = FileManager.default.temporaryDirectory.path + "/statement-\(UUID()).csv"
  var bytes = Array("sep=;\r\nDate;Text;Amount_IDR;Balance_IDR\r\n02/10/2017;SETOR ".utf8)
  bytes.append(0xE9)
  bytes += Array(";Rp 900.000;Rp1.900.000,00\r\n31-10-2017;BIAYA;-Rp 12.500;1887500\r\n".utf8)
  #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
  defer { unlinkFile(path) }
  let lines = try StatementFile(TextFile(path: path)).lines
  #expect(lines.map(\.line) == [3, 4])
  #expect(lines.map(\.date) == ["2017-10-02", "2017-10-31"])
  #expect(lines.map(\.text) == ["SETOR é", "BIAYA"])
  #expect(lines.map(\.amount) == [900_000, -12_500])
  #expect(lines.map(\.balance) == [1_900_000, 1_887_500])
}

@Test func `all wrong fields of a statement are named at once`() {
  #expect(
    throws: Complaint([
      .fieldWrong(line: 2, field: "date", value: "31-13-2017", expected: .day),
      .fieldWrong(line: 2, field: "amount_idr", value: "1,5", expected: .amount),
      .fieldWrong(line: 3, field: "balance_idr", value: "", expected: .amount),
    ])
  ) {
    try StatementFile(
      text: header + "31-13-2017,x,\"1,5\",5\n2017-10-31,x,5,\n", path: "s.csv")
  }
}

@Test func `a statement of a thousand lines passes and one more does not`() throws {
  let line = "2017-10-31,x,5,5\n"
  let full = header + String(repeating: line, count: 1000)
  #expect(try StatementFile(text: full, path: "s.csv").lines.count == 1000)
  #expect(throws: Complaint(.tooManyLines(path: "s.csv", limit: 1000))) {
    try StatementFile(text: full + line, path: "s.csv")
  }
  #expect(throws: Complaint(.fileEmpty(path: "s.csv"))) {
    try StatementFile(text: header, path: "s.csv")
  }
}
