import Foundation

/// All that one run of reads measured.
struct ReadReport: Codable, Sendable {
  let machine: Machine
  let toolchain: String
  let upks: Int
  /// What the database was given.
  let settings: [String: String]
  let rounds: Int
  /// The daemon's services, in MiB: before the first call of a contest, and at most.
  var memoryIdle = 0.0
  var memoryMost = 0.0
  var samples: [Sample] = []

  /// Both sides of a contest in one round, in seconds.
  struct Sample: Codable, Sendable {
    let name: String
    let goal: Double
    let round: Int
    let ours: Double
    let other: Double
  }

  init(
    machine: Machine, toolchain: String, upks: Int, settings: [String: String], rounds: Int
  ) {
    self.machine = machine
    self.toolchain = toolchain
    self.upks = upks
    self.settings = settings
    self.rounds = rounds
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: URL(filePath: path))
  }
}

extension ReadReport {
  /// The table of medians, each with the least and the most in brackets.
  var table: String {
    let names = samples.reduce(into: [String]()) { if !$0.contains($1.name) { $0.append($1.name) } }
    var lines = [
      "\(machine.processor), \(machine.cores) cores, \(machine.system); load \(machine.load)",
      toolchain,
      settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
      "\(upks) UPK; medians of \(rounds) rounds, with the least and the most in brackets", "",
      "| | ms | beside, ms | ratio | at most |", "|---|--:|--:|--:|--:|",
    ]
    for name in names {
      let rounds = samples.filter { $0.name == name }
      let cells = [
        milliseconds(rounds.map(\.ours)), milliseconds(rounds.map(\.other)),
        Spread(rounds.map { $0.ours / $0.other }).map {
          String(format: "%.2f (%.2f–%.2f)", $0.median, $0.least, $0.most)
        } ?? "–",
        rounds.first.map { String(format: "%.1f", $0.goal) } ?? "–",
      ]
      lines.append("| \(name) | \(cells.joined(separator: " | ")) |")
    }
    lines += [
      "",
      String(
        format: "The services took %.0f MiB before and %.0f MiB at most.", memoryIdle, memoryMost),
    ]
    return lines.joined(separator: "\n")
  }

  private func milliseconds(_ seconds: [Double]) -> String {
    guard let spread = Spread(seconds.map { $0 * 1000 }) else { return "–" }
    func short(_ value: Double) -> String { String(format: value < 100 ? "%.2f" : "%.0f", value) }
    return "\(short(spread.median)) (\(short(spread.least))–\(short(spread.most)))"
  }
}
