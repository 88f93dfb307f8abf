/// What bounds the work of one caller on a connection.
struct Unit {
  let deadline: ContinuousClock.Instant?
  /// The caller's, who may give the call up; nobody's while a session begins.
  let ticket: Ticket?
  /// Why the work is to end before its end; set once, when it is found.
  var interruption: Interruption?
  /// When the server has had its time to stop; set with the interruption.
  var giveUpAt: ContinuousClock.Instant?
  var cancelRequest: CancelRequest?
  /// Whether what is open is being ended, which goes on when nothing else may.
  var isCleaningUp = false
  /// Whether the server said that it stopped a statement.
  var wasStopped = false

  /// What has happened by now that ends the work.
  func interruption(at now: ContinuousClock.Instant) -> Interruption? {
    if ticket?.isCancelled ?? false { return .cancellation }
    return deadline.map { $0 <= now } ?? false ? .deadline : nil
  }
}

/// Why work ends before its end.
enum Interruption: Hashable, Sendable {
  case deadline
  case cancellation

  /// What the caller is told.
  var error: any Error {
    switch self {
    case .deadline: PostgresError.deadlineExceeded
    case .cancellation: CancellationError()
    }
  }
}
