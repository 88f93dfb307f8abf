import CLibpq
import Glibc

extension Connection {
  /// How long a server may take to stop a statement that it was asked to stop.
  static let patience = Duration.seconds(2)

  /// The next answer, or the end of a statement's answers.
  ///
  /// - Throws: `PostgresError.connection` if the connection is lost, or the server does not answer
  ///   the request to stop.
  func nextAnswer() throws(PostgresError) -> OpaquePointer? {
    while unsafe PQisBusy(session) == 1 {
      let unsent = unsafe PQflush(session)
      guard unsent >= 0 else { throw lost() }
      try awaitServer(unsent == 0 ? POLLIN : POLLIN | POLLOUT)
      guard unsafe PQconsumeInput(session) == 1 else { throw lost() }
    }
    return unsafe PQgetResult(session)
  }

  /// Lets new statements begin unless the work is over; what ends it may go on.
  ///
  /// Nothing runs that the server would have to stop.
  ///
  /// - Throws: `PostgresError.deadlineExceeded`, also for a caller who gave the call up.
  func mayBegin() throws(PostgresError) {
    if unit.interruption == nil, let found = unit.interruption(at: .now) { interrupt(found) }
    guard unit.interruption == nil || unit.isCleaningUp else { throw .deadlineExceeded }
  }

  /// Waits until the socket is ready, and asks the server to stop when the work is over.
  private func awaitServer(_ events: Int32) throws(PostgresError) {
    while true {
      let now = ContinuousClock.now
      if unit.interruption == nil, let found = unit.interruption(at: now) {
        interrupt(found)
        requestCancel()
      }
      if let limit = unit.giveUpAt, limit <= now { throw unanswered() }
      if poll(events, until: unit.giveUpAt ?? unit.deadline) { return }
    }
  }

  /// Gives up the connection in the middle of a COPY when the work is over.
  ///
  /// - Throws: `PostgresError.deadlineExceeded`, also for a caller who gave the call up.
  func mayGoOn() throws(PostgresError) {
    if unit.interruption == nil, let found = unit.interruption(at: .now) { interrupt(found) }
    guard unit.interruption == nil else {
      mustClose = "a COPY was given up"
      throw .deadlineExceeded
    }
  }

  /// Waits until the server takes more, or the work may be over.
  func awaitRoom() throws(PostgresError) {
    guard poll(POLLIN | POLLOUT, until: unit.deadline) else { return }
    guard unsafe PQconsumeInput(session) == 1 else { throw lost() }
  }

  private func interrupt(_ reason: Interruption) {
    unit.interruption = reason
    unit.giveUpAt = .now + Self.patience
  }

  private func requestCancel() {
    guard let request = unsafe CancelRequest(session: session) else { return }
    unit.cancelRequest = request
    request.send(ringing: bell)
  }

  private func unanswered() -> PostgresError {
    let reason = "the server did not stop a statement within \(Self.patience)"
    mustClose = reason
    return .connection(reason: reason)
  }

  /// Waits for the socket, the bell or the instant; says whether it is the socket.
  private func poll(_ events: Int32, until limit: ContinuousClock.Instant?) -> Bool {
    var descriptors = unsafe [
      pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: PQsocket(session), events: Int16(events), revents: 0),
    ]
    unsafe Glibc.poll(&descriptors, 2, Self.milliseconds(until: limit))
    if descriptors[0].revents != 0 { bell.quiet() }
    return descriptors[1].revents != 0
  }

  /// The time until the instant as `poll` wants it, rounded up; -1 for no limit.
  private static func milliseconds(until limit: ContinuousClock.Instant?) -> Int32 {
    guard let limit else { return -1 }
    let left = max(.zero, ContinuousClock.now.duration(to: limit)).components
    let milliseconds = left.attoseconds / 1_000_000_000_000_000 + 1
    return Int32(clamping: min(left.seconds, 1_000_000) * 1_000 + milliseconds)
  }
}

extension Connection {
  /// Begins the work of a caller.
  func begin(_ unit: Unit) {
    self.unit = unit
  }

  /// Ends the work of a caller, so that nothing of it can reach the next one.
  ///
  /// A request to stop that was sent has to be over before: delivered, and answered by a statement
  /// that was stopped. Of any other nobody knows which statement it would find.
  func end() {
    defer { unit = Unit(deadline: nil) }
    guard let request = unit.cancelRequest, !isBroken else { return }
    let limit = unit.giveUpAt ?? .now
    while request.progress == .sending, ContinuousClock.now < limit {
      awaitBell(until: limit)
    }
    switch request.progress {
    case .delivered where unit.wasStopped: break
    case .delivered: mustClose = "a request to stop came after the statement's end"
    case .sending: mustClose = "a request to stop is still under way"
    case .failed(let reason): mustClose = "a request to stop could not be delivered: \(reason)"
    }
  }

  private func awaitBell(until limit: ContinuousClock.Instant) {
    var descriptor = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
    unsafe Glibc.poll(&descriptor, 1, Self.milliseconds(until: limit))
    bell.quiet()
  }
}
