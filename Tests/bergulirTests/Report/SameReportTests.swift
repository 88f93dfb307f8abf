import ArgumentParser
import RevolvingFund
import Testing
@testable import bergulir

/// A report that another noun answers, its words, and that noun's words for the same.
@Test(arguments: [
  "collectability --upk malabutor --as-of 2017-12-31",
  "balance-sheet --upk malabutor --as-of 2017-12-31",
  "journal --upk malabutor --from 2017-12-01 --to 2017-12-31 --all",
  "member-card malabutor/1/3 --as-of 2016-12-31", "authority --upk malabutor",
  "recovery --upk malabutor", "eligibility --province", "escalations --region 92.71 --overdue",
  "arrears --upk malabutor --page-size 5", "indicators --upk malabutor --month 2017-12",
  "ledger --upk malabutor --account bank --to 2017-12-31", "loan-card malabutor/1",
])
func `a report takes what the command takes that answers it`(line: String) throws {
  let words = ["report"] + line.split(separator: " ").map(String.init) + ["-o", "csv"]
  let command = try #require(try Bergulir.parseAsRoot(words) as? any FundCommand)
  #expect(command.connection.output.output == .csv)
}

@Test(arguments: [
  "collectability", "journal --upk malabutor --from 2017-12-31 --to 2017-12-30",
  "eligibility", "escalations --province --region 92", "arrears --upk malabutor --page-size 0",
  "ledger --upk malabutor --account 1", "ledger --upk malabutor --account cash --from 2018 ",
  "money-in --upk malabutor --from 2017-12-31 --to 2017-12-30", "indicators --upk malabutor",
])
func `a report refuses what that command refuses`(line: String) {
  let words = ["report"] + line.split(separator: " ").map(String.init)
  #expect(throws: (any Error).self) { try Bergulir.parseAsRoot(words) }
}

@Test(arguments: ["PAR", "par", "ccr", "CCr"])
func `an indicator is known in small letters and great ones`(name: String) throws {
  let words = ["indicator", "explain", name, "--upk", "malabutor"]
  let command = try #require(try Bergulir.parseAsRoot(words) as? IndicatorExplain)
  #expect(command.indicator.rawValue.lowercased() == name.lowercased())
}
