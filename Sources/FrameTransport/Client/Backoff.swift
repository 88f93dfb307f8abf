/// How long a client waits before it tries again to connect.
struct Backoff: Hashable, Sendable {
  let first: Duration
  let longest: Duration

  init(_ limits: FrameLimits) {
    first = limits.firstBackoff
    longest = limits.maxBackoff
  }

  /// The wait after so many attempts that failed, from 1: twice as long each time up to the
  /// longest, and up to a half less, so that many clients do not come back at the same moment.
  func delay(
    afterFailures failures: Int, using generator: inout some RandomNumberGenerator
  ) -> Duration {
    var delay = first
    var doublings = failures - 1
    while doublings > 0, delay < longest {
      delay = min(delay * 2, longest)
      doublings -= 1
    }
    return delay * Double.random(in: 0.5...1, using: &generator)
  }
}
