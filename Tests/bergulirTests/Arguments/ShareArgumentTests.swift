import FundAPI
import RevolvingFund
import Testing

@testable import bergulir

@Test func `a share names a member or every member`() {
  #expect(ShareArgument(argument: "3=822.000")?.holder == .member(3))
  #expect(ShareArgument(argument: "3=822.000")?.amount == Rupiah(822_000))
  #expect(ShareArgument(argument: "all=1")?.holder == .everyMember)
}

@Test(arguments: ["", "3", "3=", "=5", "0=5", "-1=5", "x=5", "3=5=6", "3=8.22", "ALL=5"])
func `anything else is no share`(text: String) {
  #expect(ShareArgument(argument: text) == nil)
}

@Test func `a share of all is one of each member`() throws {
  let all = try #require(ShareArgument(argument: "all=500"))
  let wire = [all].wire(members: [1, 4])
  #expect(wire.map(\.member) == [1, 4])
  #expect(wire.map(\.amount) == [500, 500])
}

@Test func `all stands alone`() throws {
  let all = try #require(ShareArgument(argument: "all=500"))
  let one = try #require(ShareArgument(argument: "1=500"))
  #expect([all].isClear && [one, one].isClear)
  #expect(![all, one].isClear && ![all, all].isClear)
}

@Test(arguments: [("cash", 11010), ("bank", 11021), ("11022", 11022)])
func `money moves in cash, at the bank or on another account`(text: String, code: Int32) {
  #expect(CashAccount(argument: text)?.code == AccountCode(code))
}

@Test(arguments: [("cash", 11012), ("bank", 11022), ("11021", 11021)])
func `savings are kept in cash or at the bank, apart from the fund's`(text: String, code: Int32) {
  #expect(SaversAccount(argument: text)?.code == AccountCode(code))
}

@Test(arguments: ["", "Cash", "1102", "110210", "-1102", "00001"])
func `an account has five digits`(text: String) {
  #expect(CashAccount(argument: text) == nil)
  #expect(SaversAccount(argument: text) == nil)
}
