import ArgumentParser
import Foundation

/// `bergulir-count check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Count, and fail where something takes more than its threshold.")

  @Argument(
    help: ArgumentHelp("Where the thresholds are: codec.json, core.json.", valueName: "folder"))
  var folder: String

  @Flag(help: "Write thresholds instead: what was counted and 3 percent more.")
  var write = false

  func run() throws {
    var dearer: [String] = []
    for group in ExerciseGroup.all {
      dearer += try check(group).map { "\(group.name)/\($0)" }
    }
    guard dearer.isEmpty else {
      FileHandle.standardError.write(
        Data(("Dearer than its threshold: " + dearer.joined(separator: ", ") + "\n").utf8))
      throw ExitCode.failure
    }
  }

  /// Counts a group and says what of it is dearer than its threshold.
  private func check(_ group: ExerciseGroup) throws -> [String] {
    let file = "\(folder)/\(group.name).json"
    var counts: [String: Int] = [:]
    for exercise in group.exercises {
      counts[exercise.rawValue] = try Instructions.of(exercise)
    }
    if write {
      try Thresholds(counts: counts).write(to: file)
    }
    let known = try Thresholds(contentsOf: file)
    for exercise in group.exercises {
      let name = exercise.rawValue
      print("\(name): \(counts[name] ?? 0) instructions, at most \(known.most[name] ?? 0)")
    }
    return known.dearer(counts)
  }
}
