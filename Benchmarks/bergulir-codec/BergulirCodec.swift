import ArgumentParser

/// Counts the instructions that the frame codec takes.
///
/// `Frames` and some files beside this one are links to the codec's own sources: it is compiled in
/// here as it is in `FrameTransport`, which shows nobody its frames. It does without tasks, for
/// valgrind loses its way among the threads that they bring.
@main
struct BergulirCodec: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bergulir-codec",
    abstract: "Counts the instructions that frames take, and holds them against thresholds.",
    discussion: """
      EXAMPLES
        bergulir-codec check Benchmarks/thresholds/codec.json
        bergulir-codec check --write Benchmarks/thresholds/codec.json

      Instructions are counted by valgrind: they are the same at every hour, unlike time.
      """,
    subcommands: [CheckCommand.self, RepeatCommand.self])
}
