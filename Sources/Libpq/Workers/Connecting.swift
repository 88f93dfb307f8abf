/// What the workers of a pool know together of the server: who is connected, and when it is worth
/// another try.
///
/// One of them connects at a time, and after a failure all of them pause, each time longer, so
/// that a server which comes back is not stormed.
struct Connecting {
  /// Workers that hold a connection.
  private(set) var connected = 0
  private(set) var isUnderWay = false
  /// Why the last try failed; `nil` after one that did not.
  private(set) var failure: PostgresError?
  private var failures = 0
  private var nextTry: ContinuousClock.Instant?

  private static let firstPauseMilliseconds = 25
  private static let longestPauseMilliseconds = 1_000

  /// Whether a worker may connect, now or at some time.
  enum Permission: Hashable {
    case granted
    /// Only after the instant, or after the try that is under way.
    case later(ContinuousClock.Instant?)
  }

  func permission(at now: ContinuousClock.Instant) -> Permission {
    if isUnderWay { return .later(nil) }
    guard let nextTry, now < nextTry else { return .granted }
    return .later(nextTry)
  }

  mutating func begin() {
    isUnderWay = true
  }

  mutating func succeed() {
    isUnderWay = false
    connected += 1
    failure = nil
    failures = 0
    nextTry = nil
  }

  /// Notes a try that failed and gives the pause until the next.
  mutating func fail(_ error: PostgresError, at now: ContinuousClock.Instant) -> Duration {
    isUnderWay = false
    failure = error
    let longest = min(
      Self.longestPauseMilliseconds, Self.firstPauseMilliseconds << min(failures, 6))
    failures += 1
    // Half of it by chance: daemons that lost the same server do not come back together.
    let pause = Duration.milliseconds(Int.random(in: longest / 2...longest))
    nextTry = now + pause
    return pause
  }

  /// Notes that a worker gave its connection up.
  mutating func lose() {
    connected -= 1
  }
}
