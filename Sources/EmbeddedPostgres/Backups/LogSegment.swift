/// The name of a segment of the log: its line, and its place on it.
struct LogSegment: Hashable, Comparable, Sendable {
  let timeline: UInt32
  let number: UInt64

  /// Reads a name whose middle eight digits count so many segments.
  init?(_ name: some StringProtocol, perLog segmentsPerLog: UInt64) {
    guard name.count == 24, name.allSatisfy(\.isHexDigit),
      let timeline = UInt32(name.prefix(8), radix: 16),
      let log = UInt64(name.dropFirst(8).prefix(8), radix: 16),
      let segment = UInt64(name.dropFirst(16), radix: 16)
    else { return nil }
    self.timeline = timeline
    number = log * segmentsPerLog + segment
  }

  init(timeline: UInt32, number: UInt64) {
    self.timeline = timeline
    self.number = number
  }

  func name(perLog segmentsPerLog: UInt64) -> String {
    [UInt64(timeline), number / segmentsPerLog, number % segmentsPerLog].map { part in
      let digits = String(part, radix: 16, uppercase: true)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.timeline, left.number) < (right.timeline, right.number)
  }
}
