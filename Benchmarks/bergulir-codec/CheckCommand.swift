import ArgumentParser
import Foundation

/// `bergulir-codec check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Count, and fail where something takes more than its threshold.")

  @Argument(help: ArgumentHelp("The thresholds, as JSON.", valueName: "file"))
  var thresholds: String

  @Flag(help: "Write thresholds instead: what was counted and 3 percent more.")
  var write = false

  func run() throws {
    var counts: [String: Int] = [:]
    for exercise in Exercise.allCases {
      counts[exercise.rawValue] = try Instructions.of(exercise)
    }
    if write {
      try Thresholds(counts: counts).write(to: thresholds)
    }
    let known = try Thresholds(contentsOf: thresholds)
    for exercise in Exercise.allCases {
      let name = exercise.rawValue
      print("\(name): \(counts[name] ?? 0) instructions, at most \(known.most[name] ?? 0)")
    }
    let dearer = known.dearer(counts)
    guard dearer.isEmpty else {
      FileHandle.standardError.write(
        Data(("Dearer than its threshold: " + dearer.joined(separator: ", ") + "\n").utf8))
      throw ExitCode.failure
    }
  }
}

/// The most instructions that each exercise may take.
struct Thresholds: Codable {
  let most: [String: Int]

  init(contentsOf path: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
  }

  /// What was counted and 3 percent more, for another patch of compiler and library.
  init(counts: [String: Int]) {
    most = counts.mapValues { $0 + ($0 * 3 + 99) / 100 }
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(filePath: path))
  }

  /// What takes more than it may, or has no threshold; and thresholds of what is not there.
  func dearer(_ counts: [String: Int]) -> [String] {
    let over = counts.filter { $0.value > most[$0.key] ?? 0 }.keys
    return Set(over).union(Set(most.keys).subtracting(counts.keys)).sorted()
  }
}
