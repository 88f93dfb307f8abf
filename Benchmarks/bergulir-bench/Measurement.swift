/// What one load on one wire came to.
struct Measurement: Codable, Sendable {
  let calls: Int
  let callsPerSecond: Double
  /// Microseconds.
  let p50: Double
  let p99: Double
  /// Microseconds of processor time a call; none where client and server are one process.
  let serverMicroseconds: Double?
  /// The client's; where both are one process, of both.
  let clientMicroseconds: Double

  init(
    latencies: [Int64], took: Duration, serverNanoseconds: Int64?, clientNanoseconds: Int64
  ) {
    let sorted = latencies.sorted()
    let count = Double(max(sorted.count, 1))
    calls = sorted.count
    callsPerSecond = Double(sorted.count) / (took / .seconds(1))
    p50 = Self.quantile(50, of: sorted)
    p99 = Self.quantile(99, of: sorted)
    serverMicroseconds = serverNanoseconds.map { Double($0) / 1000 / count }
    clientMicroseconds = Double(clientNanoseconds) / 1000 / count
  }

  private static func quantile(_ percent: Int, of sorted: [Int64]) -> Double {
    guard !sorted.isEmpty else { return 0 }
    return Double(sorted[(sorted.count - 1) * percent / 100]) / 1000
  }
}

/// The middle of several measurements, with the least and the most.
struct Spread: Codable, Sendable {
  let median: Double
  let least: Double
  let most: Double

  /// Nothing where there are no values.
  init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last else { return nil }
    let middle = sorted.count / 2
    median =
      sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    self.least = least
    self.most = most
  }
}
