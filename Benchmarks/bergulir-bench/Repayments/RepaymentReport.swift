import Foundation

/// All that one run of repayments measured.
struct RepaymentReport: Codable, Sendable {
  let machine: Machine
  let toolchain: String
  /// What the database was given.
  let settings: [String: String]
  let books: RepaymentBooks
  let seed: UInt64
  let rounds: Int
  let seconds: Int
  /// The most memory that the services had, in MiB.
  var memoryMost = 0.0
  var samples: [Sample] = []

  /// A way to record repayments, and how many at once.
  enum Way: Codable, Hashable, Sendable {
    case frames(inFlight: Int)
    case procedure(clients: Int)

    var words: String {
      switch self {
      case .frames(let count): "frame wire, \(count) in flight"
      case .procedure(let count): "pgbench -c \(count)"
      }
    }
  }

  /// One measurement of one round; times are microseconds, processor times for one repayment.
  struct Sample: Codable, Sendable {
    let way: Way
    let round: Int
    let perSecond: Double
    let meanLatency: Double
    var p50: Double?
    var p99: Double?
    let clientTime: Double
    var daemonTime: Double?
    let databaseTime: Double?
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: URL(filePath: path))
  }
}

extension RepaymentReport {
  /// The tables of medians, each with the least and the most in brackets, and of ratios.
  var table: String {
    let ways = samples.reduce(into: [Way]()) { if !$0.contains($1.way) { $0.append($1.way) } }
    var lines = heading
    lines += [
      "| | repayments/s | mean µs | p50 µs | p99 µs | client µs | daemon µs | PostgreSQL µs |",
      "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for way in ways {
      let cells = [
        cell(way, \.perSecond), cell(way, \.meanLatency), cell(way, \.p50), cell(way, \.p99),
        cell(way, \.clientTime), cell(way, \.daemonTime), cell(way, \.databaseTime),
      ]
      lines.append("| \(way.words) | \(cells.joined(separator: " | ")) |")
    }
    lines += ["", "| ratio within a round | |", "|---|--:|"]
    for case .frames(let count) in ways {
      lines.append(
        "| frame wire, \(count) in flight ÷ pgbench at its best, repayments/s | \(speed(count)) |")
    }
    lines.append("| one in flight ÷ one client of pgbench, mean latency | \(latency) |")
    lines += ["", String(format: "The services took %.0f MiB at most.", memoryMost)]
    return lines.joined(separator: "\n")
  }

  private var heading: [String] {
    [
      "\(machine.processor), \(machine.cores) cores, \(machine.system); load \(machine.load)",
      toolchain,
      settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
      "\(books.upks) UPK of \(books.loansPerUPK) loans, seed \(seed); "
        + "medians of \(rounds) rounds of \(seconds) s, with the least and the most in brackets",
      "",
    ]
  }

  private func values(_ way: Way, _ value: (Sample) -> Double?) -> [Double] {
    samples.filter { $0.way == way }.compactMap(value)
  }

  private func cell(_ way: Way, _ value: (Sample) -> Double?) -> String {
    guard let spread = Spread(values(way, value)) else { return "–" }
    return "\(short(spread.median)) (\(short(spread.least))–\(short(spread.most)))"
  }

  private func short(_ value: Double) -> String {
    String(format: value < 100 ? "%.1f" : "%.0f", value)
  }

  /// Against the best of that round: what a neighbour takes in a round, it takes from both.
  private func speed(_ inFlight: Int) -> String {
    ratios { round in
      let best = round.filter { if case .procedure = $0.way { true } else { false } }
        .map(\.perSecond).max()
      let ours = round.first { $0.way == .frames(inFlight: inFlight) }?.perSecond
      return best.flatMap { best in ours.map { $0 / best } }
    }
  }

  private var latency: String {
    ratios { round in
      let theirs = round.first { $0.way == .procedure(clients: 1) }?.meanLatency
      let ours = round.first { $0.way == .frames(inFlight: 1) }?.meanLatency
      return theirs.flatMap { theirs in ours.map { $0 / theirs } }
    }
  }

  private func ratios(_ ratio: ([Sample]) -> Double?) -> String {
    let all = (0..<rounds).compactMap { round in ratio(samples.filter { $0.round == round }) }
    guard let spread = Spread(all) else { return "–" }
    return String(format: "%.2f (%.2f–%.2f)", spread.median, spread.least, spread.most)
  }
}
