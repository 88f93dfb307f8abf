import FundAPI
import RevolvingFund
import Testing

@testable import bergulir

private let header = "loan,amount_idr,receipt,account,members\n"

private func sheet(_ text: String) throws -> SheetFile {
  let upk = try #require(UPKArgument(argument: "malabutor"))
  return try SheetFile(text: text, path: "s.csv", of: upk)
}

@Test func `a line of a sheet names its loan by number or in full`() throws {
  let lines = try sheet(
    header + "1,Rp 575.000,K-1,,\nmalabutor/2,100000,,bank,1=60000 2=40000:1\n"
  ).lines
  #expect(lines.map(\.line) == [2, 3])
  #expect(lines.map(\.wire.loan) == ["upks/malabutor/loans/1", "upks/malabutor/loans/2"])
  #expect(lines.map(\.wire.amount) == [575_000, 100_000])
  #expect(lines.map(\.wire.reference) == ["K-1", ""])
  #expect(lines.map(\.wire.account) == [0, 11021])
  #expect(
    lines[1].wire.members.map(\.payment) == [
      MemberPayment(member: 1, payer: 1, amount: Rupiah(60_000)),
      MemberPayment(member: 2, payer: 1, amount: Rupiah(40_000)),
    ])
}

@Test func `all wrong fields of a sheet are named at once, and none is sent`() {
  #expect(
    throws: Complaint([
      .fieldWrong(line: 2, field: "loan", value: "other/1", expected: .loan),
      .fieldWrong(line: 2, field: "amount_idr", value: "1x", expected: .amount),
      .fieldWrong(line: 3, field: "account", value: "safe", expected: .account),
      .fieldWrong(line: 3, field: "members", value: "1:2", expected: .memberPayments),
    ])
  ) { try sheet(header + "other/1,1x,,,\n1,1,,safe,1:2\n") }
}

@Test func `a sheet has from one to two hundred lines`() throws {
  let line = "1,1,,,\n"
  #expect(try sheet(header + String(repeating: line, count: 200)).lines.count == 200)
  #expect(throws: Complaint(.tooManyLines(path: "s.csv", limit: 200))) {
    try sheet(header + String(repeating: line, count: 201))
  }
  #expect(throws: Complaint(.fileEmpty(path: "s.csv"))) { try sheet(header) }
}

@Test(arguments: ["", "3", "3=", "=5", "0=5", "3=5:", "3=5:0", "3=5:1:2", "3=x", "all=5"])
func `a payment names a member, an amount and at most a payer`(text: String) {
  #expect(MemberPaymentArgument(argument: text) == nil)
  #expect(MemberPaymentArgument(argument: "3=5.000:1")?.payment.payer == 1)
}
