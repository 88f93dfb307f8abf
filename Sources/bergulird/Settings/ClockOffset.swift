import FundServer

/// How far the civil day of the fund is from UTC, as `+07:00`.
struct ClockOffset: Sendable {
  private let minutes: Int

  /// Western Indonesia time.
  private static let standard = "+07:00"

  /// The machine's clock at the offset of a flag, else of the environment, else the standard one.
  ///
  /// - Throws: `DaemonError.offsetUnreadable`.
  static func clock(_ flag: String?, _ environment: Environment) throws(DaemonError) -> Clock {
    let text = flag ?? environment["BERGULIR_UTC_OFFSET"] ?? standard
    return Clock(minutesEastOfUTC: try ClockOffset(text: text).minutes)
  }

  /// Reads `+HH:MM` or `-HH:MM`, less than a day.
  ///
  /// - Throws: `DaemonError.offsetUnreadable`.
  init(text: String) throws(DaemonError) {
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard let sign = ["+": 1, "-": -1][text.prefix(1)], parts.count == 2,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60
    else { throw .offsetUnreadable(text) }
    self.minutes = sign * (hours * 60 + minutes)
  }
}
