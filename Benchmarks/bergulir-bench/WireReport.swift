import Foundation

/// All that one run measured.
struct WireReport: Codable, Sendable {
  let machine: Machine
  let toolchain: String
  let interceptors: Interceptors
  let rounds: Int
  let seconds: Double
  var samples: [Sample] = []

  /// One measurement of one round.
  struct Sample: Codable, Sendable {
    let wire: Wire
    let inFlight: Int
    let round: Int
    let measurement: Measurement
  }

  init(
    machine: Machine, toolchain: String, interceptors: Interceptors, rounds: Int, seconds: Double
  ) {
    self.machine = machine
    self.toolchain = toolchain
    self.interceptors = interceptors
    self.rounds = rounds
    self.seconds = seconds
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: URL(filePath: path))
  }
}

extension WireReport {
  /// The table of medians, each with the least and the most in brackets.
  var table: String {
    var lines = [
      "| wire | in flight | calls/s | p50 µs | p99 µs | server µs/call | client µs/call |",
      "|---|--:|--:|--:|--:|--:|--:|",
    ]
    let counts = samples.reduce(into: [Int]()) {
      if !$0.contains($1.inFlight) { $0.append($1.inFlight) }
    }
    for wire in Wire.allCases {
      for count in counts {
        let cells = [
          cell(wire, count, \.callsPerSecond), cell(wire, count, \.p50), cell(wire, count, \.p99),
          wire == .inProcess ? "–" : cell(wire, count, \.serverMicroseconds),
          cell(wire, count, \.clientMicroseconds) + (wire == .inProcess ? " both ends" : ""),
        ]
        lines.append("| \(wire.rawValue) | \(count) | \(cells.joined(separator: " | ")) |")
      }
    }
    lines += ["", "| in flight | calls/s, frame wire ÷ HTTP/2 | server CPU, HTTP/2 ÷ frame wire |"]
    lines.append("|--:|--:|--:|")
    lines += counts.map { count in
      let speed = ratio(.frames, to: .http2, count, \.callsPerSecond)
      return "| \(count) | \(speed) | \(ratio(.http2, to: .frames, count, \.serverMicroseconds)) |"
    }
    return (heading + lines).joined(separator: "\n")
  }

  private var heading: [String] {
    let versions = machine.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return [
      "\(machine.processor), \(machine.cores) cores, \(machine.system); load \(machine.load)",
      "\(toolchain); \(versions.joined(separator: ", "))",
      "interceptors: \(interceptors.rawValue); medians of \(rounds) rounds of \(seconds) s, "
        + "with the least and the most in brackets",
      "",
    ]
  }

  private func values(
    _ wire: Wire, _ count: Int, _ value: (Measurement) -> Double?
  ) -> [Double] {
    samples.filter { $0.wire == wire && $0.inFlight == count }
      .compactMap { value($0.measurement) }
  }

  private func cell(_ wire: Wire, _ count: Int, _ value: (Measurement) -> Double?) -> String {
    guard let spread = Spread(values(wire, count, value)) else { return "–" }
    return
      "\(short(spread.median)) (\(short(spread.least))–\(short(spread.most)))"
  }

  /// The median of the rounds' ratios: what a neighbour takes in a round, it takes from both.
  private func ratio(
    _ first: Wire, to second: Wire, _ count: Int, _ value: (Measurement) -> Double?
  ) -> String {
    let pairs = zip(values(first, count, value), values(second, count, value))
    guard let spread = Spread(pairs.map { $0 / $1 }) else { return "–" }
    return String(format: "%.2f (%.2f–%.2f)", spread.median, spread.least, spread.most)
  }

  private func short(_ value: Double) -> String {
    String(format: value < 100 ? "%.1f" : "%.0f", value)
  }
}
