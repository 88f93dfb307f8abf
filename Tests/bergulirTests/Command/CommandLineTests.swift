import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing
@testable import bergulir

private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

@Test(arguments: [
  ("loan list --upk Malabutor", "2 to 40 lower-case letters, digits and hyphens"),
  ("loan show malabutor", "malabutor/1 or upks/malabutor/loans/1"),
  ("indicator show --upk malabutor --as-of 2017-02-29", "a day as YYYY-MM-DD"),
  ("indicator history --upk malabutor --from 2017 --to 2017-12", "a month as YYYY-MM"),
  ("indicator history --upk malabutor --from 2017-12 --to 2017-01", "must not be after --to"),
  ("repayment record malabutor/1 --amount 8.22", "whole rupiah, such as 8220000"),
  ("repayment record malabutor/1 --amount 9223372036854775808", "Rp 999,999,999,999"),
  ("repayment record malabutor/1 --amount 1 --account 7", "cash, bank or five digits"),
  ("application submit malabutor/1 --months 4 --share 5", "MEMBER=RUPIAH"),
  ("loan list --upk malabutor --timeout 0", "seconds, 1 to 300"),
  ("approval sign malabutor/1 --verdict reject", "--note"),
  ("period close --month 2017-12", "--upk with one UPK, --area with a region, or --province"),
  ("period close --upk malabutor --area 92.71 --month 2017-12", "--upk with one UPK, --area"),
  ("period close --upk malabutor --catch-up --month 2017-12", "go with --area or --province"),
  ("period close --province --at-once 9 --month 2017-12", "--at-once is 1 to 8"),
])
func `a mistake in the command line says how to write it`(line: String, hint: String) {
  let error = #expect(throws: (any Error).self) { try Bergulir.parseAsRoot(words(line)) }
  if let error { #expect(Bergulir.message(for: error).contains(hint)) }
}

@Test func `an amount may begin with a minus, so that the fund's own rule answers`() throws {
  let repayment = try RepaymentRecord.parse(words("malabutor/1 --amount -5"))
  #expect(repayment.amount.rupiah == Rupiah(-5))
  let capital = try CapitalReceive.parse(words("--upk malabutor --source blm --amount -1.000"))
  #expect(capital.amount.rupiah == Rupiah(-1000))
}

@Test(arguments: [
  (
    "authority check --upk malabutor",
    """
    There is no command 'check'; choose show, history, recovery, confirm, collect, collections, \
    plan or plans.
    """
  ),
  (
    "approval sing malabutor/1",
    "There is no command 'sing'; choose sign, reject, return or review."
  ),
])
func `an unknown verb is refused with those that there are`(line: String, message: String) {
  let error = #expect(throws: ValidationError.self) { try Bergulir.checkCommand(words(line)) }
  #expect(Sentence(oneText: error?.message ?? "")?.english == message)
}

@Test(arguments: [
  "", "--version", "loan", "help authority", "authority help show", "loan show malabutor/1",
  "authority --help",
])
func `a known verb, or none, is left to the parser`(line: String) throws {
  try Bergulir.checkCommand(words(line))
}

@Test func `a language that there is not is refused, from the environment too`() throws {
  let strange = Environment(variables: ["BERGULIR_LANG": "xx"])
  let error = #expect(throws: ValidationError.self) {
    try OutputOptions(lookedUpIn: []).checkLanguage(strange)
  }
  #expect(error?.message.contains("BERGULIR_LANG") == true)
  try OutputOptions.parse(["--lang", "id"]).checkLanguage(strange)
  for variables in [[:], ["BERGULIR_LANG": "id"], ["BERGULIR_LANG": ""]] {
    try OutputOptions(lookedUpIn: []).checkLanguage(Environment(variables: variables))
  }
}

@Test func `after the first signature the other person's turn is named`() throws {
  let sign = try ApprovalSign.parse(words("malabutor/1 --verdict approve"))
  var response = Bergulir_V1_SignApprovalResponse.with {
    $0.step = 1
    $0.steps = 2
    $0.next = "bkmCoordinator"
  }
  let waiting = try #require(response.signsNext(sign.application))
  #expect(waiting.english.hasPrefix("Step 1 of 2; next the BKM coordinator, another person, signs"))
  #expect(waiting.english.contains("/applications/1 --verdict approve --context THEIRS"))
  #expect(waiting.indonesian.hasPrefix("Langkah 1 dari 2; berikutnya koordinator BKM"))
  response.next = ""
  #expect(response.signsNext(sign.application) == nil)
}
