import NIOCore

/// Whether the peer of a connection is still there, and whether anybody needs it.
///
/// A value without a clock: the time comes with every event.
struct Liveness: Sendable {
  private let keepalive: TimeAmount
  private let answer: TimeAmount
  /// Nothing for a side that keeps a connection without calls.
  private let idle: TimeAmount?

  private var heard: NIODeadline
  private var used: NIODeadline
  private var asked: NIODeadline?
  private var pings = 0
  private var pingsSince: NIODeadline

  /// How many PINGs a peer may send within ``pingPeriod``.
  static let pingsAllowed = 16
  static let pingPeriod = TimeAmount.seconds(10)

  init(keepalive: Duration, answer: Duration, idle: Duration?, now: NIODeadline) {
    self.keepalive = TimeAmount(keepalive)
    self.answer = TimeAmount(answer)
    self.idle = idle.map { TimeAmount($0) }
    heard = now
    used = now
    pingsSince = now
  }

  /// Notes that something came.
  mutating func heard(at now: NIODeadline) {
    heard = now
    asked = nil
  }

  /// Notes that it was about a call.
  mutating func used(at now: NIODeadline) {
    used = now
  }

  /// Notes a PING; false when there were too many.
  mutating func pinged(at now: NIODeadline) -> Bool {
    if now >= pingsSince + Self.pingPeriod {
      pingsSince = now
      pings = 0
    }
    pings += 1
    return pings <= Self.pingsAllowed
  }

  /// What to do about a connection.
  enum Verdict: Hashable {
    case goOn
    case ask
    case givenUp
    case idle
  }

  /// Judges the connection, and says when to do so again.
  mutating func judge(at now: NIODeadline, hasCalls: Bool) -> (Verdict, again: NIODeadline) {
    if hasCalls { used = now }
    if let idle, now >= used + idle { return (.idle, now + idle) }
    let idleAt = idle.map { used + $0 } ?? .distantFuture
    if let asked {
      guard now < asked + answer else { return (.givenUp, .distantFuture) }
      return (.goOn, min(asked + answer, idleAt))
    }
    guard now < heard + keepalive else {
      asked = now
      return (.ask, min(now + answer, idleAt))
    }
    return (.goOn, min(heard + keepalive, idleAt))
  }
}
