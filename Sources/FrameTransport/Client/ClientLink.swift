/// How a client stands to its server: the connection for new calls, and how many calls are open.
///
/// A value without I/O. There is one connection at a time for new calls; when it is lost or goes
/// away, the next call makes another, but not before the time that a failed attempt has set.
struct ClientLink<Connection: Sendable>: Sendable {
  typealias Instant = ContinuousClock.Instant

  private enum Target {
    case none
    case connecting(Pending<Connection>)
    case connected(Connection)
  }

  private enum Phase {
    case running
    /// No new call may begin; the link ends with the last open one.
    case closing
  }

  private var target = Target.none
  private var phase = Phase.running
  private var openCalls = 0
  private var failures = 0
  private var notBefore: Instant?

  /// What a new call has to do.
  enum Opened {
    case use(Connection)
    case wait(Pending<Connection>)
    /// Make a connection, when the time has come.
    case connect(Pending<Connection>, notBefore: Instant?)
    case refuse
  }

  /// Opens a call, unless the client is closing; every opened call must be ended.
  mutating func open(isUsable: (Connection) -> Bool) -> Opened {
    guard phase == .running else { return .refuse }
    openCalls += 1
    return again(isUsable: isUsable)
  }

  /// Finds a connection for a call that was opened, and did not get one or had to leave it.
  mutating func again(isUsable: (Connection) -> Bool) -> Opened {
    guard phase == .running else { return .refuse }
    switch target {
    case .connected(let connection) where isUsable(connection):
      return .use(connection)
    case .connecting(let pending):
      return .wait(pending)
    case .none, .connected:
      let pending = Pending<Connection>()
      target = .connecting(pending)
      return .connect(pending, notBefore: notBefore)
    }
  }

  /// Notes that a connection stands; nobody wants it when the link has ended meanwhile.
  mutating func connected(_ connection: Connection) -> Ended {
    guard phase == .running || openCalls > 0 else { return .closed(connection) }
    target = .connected(connection)
    failures = 0
    notBefore = nil
    return .goOn
  }

  /// Notes that a connection could not be made; the next call tries again, after a while.
  mutating func failed(
    at now: Instant, _ backoff: Backoff, using generator: inout some RandomNumberGenerator
  ) {
    target = .none
    failures += 1
    notBefore = now + backoff.delay(afterFailures: failures, using: &generator)
  }

  /// Whether the link has come to its end.
  enum Ended {
    case goOn
    case closed(Connection?)
  }

  /// Ends a call.
  mutating func end() -> Ended {
    openCalls -= 1
    return settle()
  }

  /// Begins no more calls.
  mutating func close() -> Ended {
    guard phase == .running else { return .goOn }
    phase = .closing
    return settle()
  }

  /// What is there to be closed when the client stops at once.
  mutating func abort() -> (Connection?, Pending<Connection>?) {
    phase = .closing
    defer { target = .none }
    return switch target {
    case .none: (nil, nil)
    case .connecting(let pending): (nil, pending)
    case .connected(let connection): (connection, nil)
    }
  }

  private mutating func settle() -> Ended {
    guard phase == .closing, openCalls == 0 else { return .goOn }
    guard case .connected(let connection) = target else { return .closed(nil) }
    target = .none
    return .closed(connection)
  }
}
