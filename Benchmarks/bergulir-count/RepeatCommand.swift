import ArgumentParser

/// Does one exercise so often: what valgrind runs.
struct RepeatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "repeat", shouldDisplay: false)

  @Argument var named: NamedExercise
  @Argument var times: Int

  func run() throws {
    print(try named.exercise.run(times: times))
  }
}
