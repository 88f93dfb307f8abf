internal import Glibc
public import RevolvingFund

/// The civil day where the fund works; the only place that reads the machine's clock.
///
/// Indonesia has three zones and no summer time, so an offset of whole minutes says all.
public struct Clock: Sendable {
  private let read: @Sendable () -> Day
  /// How far the civil day is from UTC, in seconds east of it.
  private let offset: Int

  /// The machine's clock at an offset from UTC, in minutes east of it, within a day.
  public init(minutesEastOfUTC minutes: Int) {
    precondition(abs(minutes) < 24 * 60, "an offset from UTC is less than a day")
    offset = minutes * 60
    read = { Clock.day(of: Clock.secondsSince1970 + minutes * 60) }
  }

  /// A clock that says what it is told, for tests.
  public init(_ read: @escaping @Sendable () -> Day) {
    self.read = read
    offset = 0
  }

  public var today: Day { read() }

  /// The civil day of a moment, in seconds since 1970, UTC.
  public func day(ofSecond second: Int) -> Day { Clock.day(of: second + offset) }

  /// The moment at which a civil day begins, in seconds since 1970, UTC.
  public func second(beginning day: Day) -> Int { Int(day.epochDays) * 86_400 - offset }

  /// The moment that the machine's clock shows, in seconds since 1970, UTC.
  public static var secondsSince1970: Int { Int(time(nil)) }

  private static func day(of seconds: Int) -> Day {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return Day(epochDays: Int32(days))
  }
}
