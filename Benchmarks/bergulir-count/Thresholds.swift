import Foundation

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
