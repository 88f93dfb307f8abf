import ArgumentParser

/// Something that is counted by being done over and over.
protocol Exercise: CaseIterable, RawRepresentable<String>, Sendable {
  /// How many times more the longer of two runs does it.
  var repetitions: Int { get }

  /// Does it so often; the result hangs on all that was done, so that none of it is left out.
  func run(times: Int) throws -> Int
}

/// What has thresholds of its own: a file of the group's name.
struct ExerciseGroup {
  let name: String
  let exercises: [any Exercise]

  static let all = [
    ExerciseGroup(name: "codec", exercises: CodecExercise.allCases),
    ExerciseGroup(name: "core", exercises: CoreExercise.allCases),
  ]
}

/// An exercise as the command line names it.
struct NamedExercise: ExpressibleByArgument {
  let exercise: any Exercise

  init?(argument: String) {
    let all = ExerciseGroup.all.flatMap(\.exercises)
    guard let found = all.first(where: { $0.rawValue == argument }) else { return nil }
    exercise = found
  }
}
