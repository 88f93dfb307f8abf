import ArgumentParser
import FundAPI
import RevolvingFund
import Testing

@testable import bergulir

@Test func `a span has two ends, each as it is written alone`() {
  let money = MoneySpan(argument: "100.000..2.000.000")?.wire
  #expect(money?.least == 100_000 && money?.most == 2_000_000)
  let months = MonthsSpan(argument: "3..24")?.wire
  #expect(months?.least == 3 && months?.most == 24)
  let rates = RateSpan(argument: "0,5..3")?.wire
  #expect(rates?.least == 5_000 && rates?.most == 30_000)
}

@Test(arguments: ["", "3", "3..", "..3", "3...4", "3..4..5", "3-4", "a..b", "+3..4"])
func `anything else is no span`(text: String) {
  #expect(MoneySpan(argument: text) == nil)
  #expect(MonthsSpan(argument: text) == nil)
  #expect(RateSpan(argument: text) == nil)
}

@Test func `a ledger's last day may be given as of which it is read`() throws {
  let arguments = ["--upk", "malabutor", "--account", "cash", "--from", "2017-12-01"]
  for name in ["--to", "--as-of"] {
    let ledger = try ReportLedger.parse(arguments + [name, "2017-12-31"])
    #expect(ledger.span.to?.day.description == "2017-12-31")
  }
}
