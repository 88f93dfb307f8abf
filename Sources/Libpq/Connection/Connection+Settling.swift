import CLibpq
import Glibc

extension Connection {
  /// Runs `body` and sees to it that no transaction is left open after it.
  ///
  /// - Throws: `PostgresError.deadlineExceeded` or `CancellationError` if it was interrupted, what
  ///   `body` throws, `PostgresError.misuse` if it returns with a transaction open.
  func settle<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    let result = Result { try body(self) }
    let isLeftOpen = !isBroken && isInTransaction
    if isLeftOpen { rollBack() }
    // Even work that came to its end: a commit that was stopped while it waited for a standby says
    // that it is done, and only the server's own log says that the standby has not got it.
    if let interruption = unit.interruption { throw interruption.error }
    let value = try result.get()
    guard !isLeftOpen else {
      throw PostgresError.misuse(
        statement: "settle",
        reason: "a transaction or pipeline was left open and is rolled back")
    }
    return value
  }

  /// Whether the session has ended by itself, and was not given up by this side.
  var wasLost: Bool {
    unsafe mustClose == nil && PQstatus(session) != CONNECTION_OK
  }

  /// Why the next caller may not have this connection; `nil` if it is idle and whole.
  var whyItIsUnfit: String? {
    if let mustClose { return mustClose }
    guard unsafe PQstatus(session) == CONNECTION_OK else { return lastMessage }
    guard unsafe PQtransactionStatus(session) == PQTRANS_IDLE,
      unsafe PQpipelineStatus(session) == PQ_PIPELINE_OFF
    else { return "a transaction is open" }
    return hasLostItsStandby ? "the server is no standby any more" : nil
  }

  /// Whether the session was to be one of a standby, and the server has told it that it was
  /// promoted.
  private var hasLostItsStandby: Bool {
    guard isForStandby, let value = unsafe PQparameterStatus(session, "in_hot_standby") else {
      return false
    }
    return unsafe String(cString: value) == "off"
  }

  /// Why this idle connection has ended: the server closed it, or it was lost.
  ///
  /// An idle session sends nothing but settings and notices, so mostly this is one look at the
  /// socket.
  var whyItEnded: String? {
    var descriptor = unsafe pollfd(fd: PQsocket(session), events: Int16(POLLIN), revents: 0)
    guard unsafe Glibc.poll(&descriptor, 1, 0) != 0 else { return nil }
    // The first reading may take in a last message, only the second then finds the end.
    guard unsafe PQconsumeInput(session) == 0 || PQconsumeInput(session) == 0 || isBroken else {
      return nil
    }
    return lastMessage
  }
}
