internal import Glibc
public import RevolvingFund

/// The civil day where the fund works; the only place that reads the machine's clock.
///
/// Indonesia has three zones and no summer time, so an offset of whole minutes says all.
public struct Clock: Sendable {
  private let read: @Sendable () -> Day

  /// The machine's clock at an offset from UTC, in minutes east of it, within a day.
  public init(minutesEastOfUTC minutes: Int) {
    precondition(abs(minutes) < 24 * 60, "an offset from UTC is less than a day")
    self.init {
      let seconds = Int(time(nil)) + minutes * 60
      let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
      return Day(epochDays: Int32(days))
    }
  }

  /// A clock that says what it is told, for tests.
  public init(_ read: @escaping @Sendable () -> Day) {
    self.read = read
  }

  public var today: Day { read() }
}
