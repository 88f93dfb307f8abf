import ArgumentParser

/// Counts the instructions that functions of the core and of the frame codec take.
///
/// `Frames` and some files beside this one are links to the codec's own sources: it is compiled in
/// here as it is in `FrameTransport`, which shows nobody its frames. The program does without
/// tasks, for valgrind loses its way among the threads that they bring.
@main
struct BergulirCount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bergulir-count",
    abstract: "Counts the instructions of core and codec, and holds them against thresholds.",
    discussion: """
      EXAMPLES
        bergulir-count check Benchmarks/thresholds
        bergulir-count check --write Benchmarks/thresholds

      Instructions are counted by valgrind: they are the same at every hour, unlike time.
      """,
    subcommands: [CheckCommand.self, RepeatCommand.self])
}
