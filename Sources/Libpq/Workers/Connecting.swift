/// What the workers of a pool know together of the server: who is connected, and when it is worth
/// another try.
///
/// One of them connects at a time, and after a failure all of them pause, each time longer, so
/// that a server which comes back is not stormed.
struct Connecting {
  /// Workers that hold a connection.
  private(set) var connected = 0
  /// When the try that is under way began.
  private var begun: ContinuousClock.Instant?
  /// Why the last try failed; `nil` after one that did not.
  private(set) var failure: PostgresError?
  /// Tries since the last connection that served.
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
    if begun != nil { return .later(nil) }
    guard let nextTry, now < nextTry else { return .granted }
    return .later(nextTry)
  }

  mutating func begin(at now: ContinuousClock.Instant) {
    begun = now
  }

  mutating func succeed() {
    begun = nil
    connected += 1
    failure = nil
    nextTry = nil
  }

  /// Notes that a new connection has served a call: only now the failures before it are past.
  mutating func serve() {
    failures = 0
  }

  /// What follows from a try that failed.
  struct Setback {
    /// The pause until the next try.
    let pause: Duration
    /// Calls that wait since before this instant have waited for long enough; `nil` while none has.
    let hopeless: ContinuousClock.Instant?
  }

  /// Notes a try that failed.
  mutating func fail(_ error: PostgresError, at now: ContinuousClock.Instant) -> Setback {
    defer { begun = nil }
    return setback(error, triedAt: begun ?? now, at: now)
  }

  /// Notes that a worker's connection ended before it had served anybody; `nil` if it had stood for
  /// longer than any pause lasts.
  ///
  /// A server that lets sessions in and ends them at once is no better than one that does not. The
  /// first time it may be chance, so that nobody is told yet.
  mutating func loseUnused(
    _ error: PostgresError, since: ContinuousClock.Instant, at now: ContinuousClock.Instant
  ) -> Setback? {
    connected -= 1
    guard now - since <= .milliseconds(Self.longestPauseMilliseconds) else { return nil }
    let isFirst = failures == 0
    let setback = setback(error, triedAt: since, at: now)
    return isFirst ? Setback(pause: setback.pause, hopeless: nil) : setback
  }

  /// A call may wait for one whole try, and no longer than the longest pause for a slow one.
  private mutating func setback(
    _ error: PostgresError, triedAt begun: ContinuousClock.Instant, at now: ContinuousClock.Instant
  ) -> Setback {
    let isSlow = now - begun > .milliseconds(Self.longestPauseMilliseconds)
    let hopeless = isSlow ? now : begun
    failure = error
    let longest = min(
      Self.longestPauseMilliseconds, Self.firstPauseMilliseconds << min(failures, 6))
    failures += 1
    // Half of it by chance: daemons that lost the same server do not come back together.
    let pause = Duration.milliseconds(Int.random(in: longest / 2...longest))
    nextTry = now + pause
    return Setback(pause: pause, hopeless: hopeless)
  }

  /// Notes that a worker gave its connection up.
  mutating func lose() {
    connected -= 1
  }
}
