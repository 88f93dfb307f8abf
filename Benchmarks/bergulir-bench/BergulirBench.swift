import ArgumentParser

/// Measures Bergulir against what else one could use; not a test, and no part of the daemon.
@main
struct BergulirBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bergulir-bench",
    abstract: "Measures what it is about side by side, and makes provinces to measure on.",
    discussion: """
      EXAMPLES
        bergulir-bench wires
        bergulir-bench wires --rounds 9 --seconds 4 --json wires.json
        bergulir-bench repayments --upk 100 --rounds 1 --seconds 2
        bergulir-bench seed --upk 400 --database DATABASE --key-file FILE

      Only the ratios within one run mean anything: machines differ, and so do their hours.
      """,
    subcommands: [
      WiresCommand.self, RepaymentsCommand.self, ReadsCommand.self, CloseCommand.self,
      SeedCommand.self, LivesCommand.self, ServeCommand.self, InProcessCommand.self,
    ],
    defaultSubcommand: WiresCommand.self)
}
