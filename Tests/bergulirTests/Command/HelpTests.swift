import ArgumentParser
import FundAPI
import Testing
@testable import bergulir

@Test(arguments: EveryCommand.all)
private func `every command says what it does and shows an example`(found: EveryCommand) {
  let configuration = found.command.configuration
  #expect(configuration.abstract.hasSuffix("."))
  #expect(configuration.commandName != nil)
  let first = configuration.discussion.split(separator: "\n").first
  #expect(first == "Example:" || first == "Examples:")
  #expect(configuration.discussion.contains("  bergulir "))
}

@Test(arguments: EveryCommand.all)
private func `an example calls a command that exists`(found: EveryCommand) {
  let examples = found.command.configuration.discussion.split(separator: "\n")
    .filter { $0.hasPrefix("  bergulir ") }
  let known = Set(EveryCommand.all.map(\.path))
  let short = Set(
    EveryCommand.all.filter {
      $0.command.configuration.subcommands.isEmpty
        || $0.command.configuration.defaultSubcommand != nil
    }.map(\.path))
  for example in examples {
    let words = example.split(separator: " ")
    let path = words.prefix(3).joined(separator: " ")
    let isShort = short.contains(words.prefix(2).joined(separator: " "))
    #expect(known.contains(path) || isShort, "\(path)")
  }
}

@Test(arguments: EveryCommand.all)
private func `an example fits eighty columns`(found: EveryCommand) {
  // The help is wrapped before its last column, which would leave a backslash alone.
  for line in found.command.configuration.discussion.split(separator: "\n")
  where line.hasPrefix("  ") {
    #expect(line.count < 80, "\(line)")
  }
}

@Test func `no command stands in the help twice`() {
  let listed = Bergulir.configuration.groupedSubcommands.flatMap(\.subcommands)
    .map { $0.configuration.commandName ?? "" }
  #expect(Set(listed).count == listed.count)
}

@Test func `an option before the command is told its place`() {
  #expect(throws: (any Error).self) {
    try Bergulir.checkCommand(["--lang", "id", "loan", "list"])
  }
  #expect(throws: Never.self) { try Bergulir.checkCommand(["--version"]) }
  #expect(throws: Never.self) { try Bergulir.checkCommand(["loan", "list", "--lang", "id"]) }
}

@Test func `the nouns of the first road are all there`() {
  let nouns = Bergulir.configuration.subcommands.compactMap { $0.configuration.commandName }
  let wanted = """
    region bkm upk person ksm member charter policy application inspection approval disbursement \
    loan repayment restructure write-off suspense joint-liability capital savings journal \
    account cash bank asset books period indicator report authority eligibility arrears case \
    escalation forecast workload visit principal token context server queue approval-chain \
    delegation relationship approve reject return profit budget assessment import export rollup \
    complaint meeting supervision balance publication activity audit login logout whoami
    """
  #expect(Set(nouns) == Set(wanted.split(separator: " ").map(String.init)))
}

@Test(arguments: [
  "loan list", "loan list --upk UPPER", "loan show x", "person register",
  "person register --name A --gender other", "person register --name A --file b.csv",
  "repayment record malabutor/1 --amount 8.22", "application submit malabutor/1 --months 4",
  "application submit malabutor/1 --share all=1 --share 1=1 --months 4",
  "inspection record malabutor/1 --witness 7",
  "inspection record malabutor/1 --witness 7 --as-requested --not-recommended",
  "indicator history --upk malabutor --from 2017-12 --to 2017-01",
  "indicator show --upk malabutor --as-of 2017-02-29", "loan list --upk malabutor --page-size 0",
  "loan list --upk malabutor --all --page-token x", "loan list --upk malabutor -o yaml",
  "loan list --upk malabutor --lang fr", "loan list --upk malabutor --timeout 0",
  "region register 92 --name A --request-id 5", "no-such-noun", "loan no-such-verb",
  "approval sign malabutor/1 --verdict reject", "loan list --upk malabutor --until 2017-12-31",
  "approval sign malabutor/1 --verdict reject --note  ",
  "approval sign malabutor/1 --verdict return", "reject malabutor/1", "return malabutor/1",
  "application complete malabutor/1 --papers form,other",
  "application draft malabutor/1 --months 4", "application submit-draft malabutor",
  "application draft malabutor/1 --share all=1 --months 4 --replace x",
  "inspection record malabutor/1 --as-requested --witness 7 --appraisal all=1,2,3,4:5,6,7",
  "inspection record malabutor/1 --witness 7 --from a.csv --as-requested",
  "inspection record malabutor/1 --witness 7 --from a.csv --appraisal all=1,2,3,4,5:5,6,7",
  """
  inspection record malabutor/1 --as-requested --witness 7 --appraisal all=1,2,3,4,5:5,6,7 \
  --appraisal 1=1,2,3,4,5:5,6,7
  """,
  "approval-chain set --upk malabutor --valid-from 2016-07-01 --minutes BA --step manager=x",
  "journal list --upk malabutor --from 2017-12-31 --to 2017-12-30",
  "delegation revoke aa/1", "relationship end x --reason r",
  "suspense assign malabutor/1 --amount 25.000", "suspense unassign x --reason r",
  "arrears list --upk aa --by-member=yes", "repayment sheet --upk aa --all-or-nothing",
  "disbursement post malabutor/1 --account bank", "visit lift malabutor/1",
  "disbursement confirm malabutor/1 --share all=5 --witness 4 --mark ink",
  "disbursement confirm malabutor/1 --share all=5 --share 1=5 --witness 4 --mark signature",
  "visit record malabutor/1 --member 1 --received 5 --use lost",
  "policy acknowledge malabutor", "policy bounds set", "charter show",
  """
  policy set --upk malabutor --valid-from 2015-01-05 --first-loan-ceiling 1 --later-loan-ceiling 2 \
  --shortest-term 3 --longest-term 12 --rate 1.5 --minutes BA --borrower-criteria a \
  --joint-liability b --start-up-ceiling 5
  """,
])
func `a mistake in the command line is a usage error`(line: String) {
  let words = line.split(separator: " ").map(String.init)
  #expect(throws: (any Error).self) { try Bergulir.parseAsRoot(words) }
}

@Test func `a write has a request id of its own unless it is given one`() throws {
  let id = "0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3a"
  let words = ["92", "--name", "Contoh", "--on", "2015-01-05"]
  let first = try RegionRegister.parse(words)
  let second = try RegionRegister.parse(words)
  #expect(first.requestID != second.requestID)
  let given = try RegionRegister.parse(words + ["--request-id", id, "--dry-run"])
  #expect(given.write.wire.requestID == id)
  #expect(given.write.wire.validateOnly)
  #expect(given.write.wire.on == "2015-01-05")
}

@Test(arguments: EveryCommand.all)
private func `no command takes a secret on its command line, where everybody could read it`(
  found: EveryCommand
) {
  let help = found.command.helpMessage(columns: 200)
  for option in ["--token <", "--secret <", "--password <", "--nik <"] {
    #expect(!help.contains(option), "\(found.path)")
  }
}
