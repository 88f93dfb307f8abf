/// What bounds the work of one caller, or of several together, on a connection.
struct Unit {
  /// The last of the callers' deadlines; none where one of them has none.
  let deadline: ContinuousClock.Instant?
  /// Those of the callers, who may give their calls up; nobody's while a session begins.
  let tickets: [Ticket]
  /// Why the work is to end before its end; set once, when it is found.
  var interruption: Interruption?
  /// When the server has had its time to stop; set with the interruption.
  var giveUpAt: ContinuousClock.Instant?
  var cancelRequest: CancelRequest?
  /// Whether what is open is being ended, which goes on when nothing else may.
  var isCleaningUp = false
  /// Whether the server said that it stopped a statement.
  var wasStopped = false

  /// Work that nobody waits for, or nobody may give up.
  init(deadline: ContinuousClock.Instant?) {
    self.deadline = deadline
    tickets = []
  }

  init(_ jobs: [Job]) {
    let deadlines = jobs.compactMap(\.deadline)
    deadline = deadlines.count == jobs.count ? deadlines.max() : nil
    tickets = jobs.map(\.ticket)
  }

  /// What has happened by now that ends the work.
  func interruption(at now: ContinuousClock.Instant) -> Interruption? {
    if !tickets.isEmpty, tickets.allSatisfy(\.isCancelled) { return .cancellation }
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
