import FundAPI
import Testing
@testable import bergulir

private let header = "date,voucher,description,debit,credit,amount_idr\n"

@Test func `a voucher keeps the line it stands on`() throws {
  let file = try JournalFile(
    text: header + "2017-01-31,BKM-1,Bunga bank,11021,41020,12.989\n\n"
      + "31/01/2017,,Pajak,51090,11021,\"Rp2.597,00\"\n", path: "j.csv")
  #expect(file.vouchers.map(\.line) == [2, 4])
  #expect(file.vouchers.map(\.amount) == [12_989, 2597])
  #expect(file.vouchers.map(\.reference) == ["BKM-1", ""])
  #expect(file.vouchers.map(\.debit) == [11021, 51090])
  #expect(file.vouchers.map(\.credit) == [41020, 11021])
  #expect(file.vouchers.map(\.date) == ["2017-01-31", "2017-01-31"])
}

@Test func `all wrong fields of all lines are named at once`() {
  let text =
    header + "2017-02-29,v,x,11021,41020,1\n" + "2017-01-31,v,x,1102,41020,1\n"
    + "2017-01-31,v,,11021,abcde,15x\n"
  #expect(
    throws: Complaint([
      .fieldWrong(line: 2, field: "date", value: "2017-02-29", expected: .day),
      .fieldWrong(line: 3, field: "debit", value: "1102", expected: .account),
      .fieldWrong(line: 4, field: "description", value: "", expected: .text),
      .fieldWrong(line: 4, field: "credit", value: "abcde", expected: .account),
      .fieldWrong(line: 4, field: "amount_idr", value: "15x", expected: .amount),
    ])
  ) { try JournalFile(text: text, path: "j.csv") }
}

@Test func `a thousand vouchers pass and one more does not`() throws {
  let line = "2017-01-31,,x,11021,41020,1\n"
  let full = header + String(repeating: line, count: 1000)
  #expect(try JournalFile(text: full, path: "j.csv").vouchers.count == 1000)
  #expect(throws: Complaint(.tooManyLines(path: "j.csv", limit: 1000))) {
    try JournalFile(text: full + line, path: "j.csv")
  }
}

@Test func `a file without a voucher is refused`() {
  #expect(throws: Complaint(.fileEmpty(path: "j.csv"))) {
    try JournalFile(text: header, path: "j.csv")
  }
}
