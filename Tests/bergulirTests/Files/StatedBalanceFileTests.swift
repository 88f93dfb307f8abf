import FundAPI
import Testing

@testable import bergulir

private let upk = UPKArgument(argument: "malabutor")

@Test func `stated balances are read with Indonesian amounts`() throws {
  let file = try StatedBalanceFile(
    text: "loan,member,stated_idr,evidence\n1,3,Rp 767.000,KW-9\nmalabutor/2,1,0,\n",
    path: "stated.csv", of: try #require(upk))
  #expect(file.statements.map(\.loan) == ["upks/malabutor/loans/1", "upks/malabutor/loans/2"])
  #expect(file.statements.map(\.member) == [3, 1])
  #expect(file.statements.map(\.stated) == [767_000, 0])
  #expect(file.statements.map(\.evidence) == ["KW-9", ""])
}

@Test func `every bad line of stated balances is named at once`() throws {
  let upk = try #require(upk)
  let error = #expect(throws: Complaint.self) {
    _ = try StatedBalanceFile(
      text: "loan,member,stated_idr\nother/1,1,5\n1,0,5\n1,2,five\n", path: "stated.csv", of: upk)
  }
  #expect(error?.mistakes.count == 3)
}
