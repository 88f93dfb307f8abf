internal import Libpq
internal import Logging
public import RevolvingFund

extension FundStore {
  /// Runs a command: locks its stream, loads what it needs, lets it decide and records what
  /// follows, all in one commit.
  ///
  /// The same request again gets the same answer from the event alone and changes nothing; a
  /// refused request leaves no trace. A failure that may pass is tried again under the same
  /// request id, so that the answer is true even if a connection is lost at the commit.
  ///
  /// When the task's `Deadline` passes or it is cancelled, the command is stopped. It is undone,
  /// unless its commit had been asked for; only the same request again tells.
  ///
  /// - Throws: `Refusal` (also `requestIDReused` for the same request with another content), else
  ///   `StoreError`; `CancellationError`.
  public func run(_ command: any Command, _ request: WriteRequest) async throws -> Recorded {
    let answers = try await run(
      CommandCall(PendingCommand(command: command, request: request)))
    return try stored(answers.first, "a command without an answer").get()
  }

  /// Runs repayments of one UPK in turn, each deciding as if those before it were recorded, and
  /// records all of them in one commit, or none where one is refused.
  ///
  /// The answers are in the order of the repayments. Where one is refused, the others are answered
  /// as in a dry run; what was recorded before is a replay.
  ///
  /// - Throws: `StoreError`; `CancellationError`.
  public func runTogether(
    _ repayments: [(command: RecordRepayment, request: WriteRequest)]
  ) async throws -> [Result<Recorded, Refusal>] {
    try await run(
      CommandCall(
        inTurn: repayments.map { PendingCommand(command: $0.command, request: $0.request) }))
  }

  private func run(_ call: CommandCall) async throws -> [Result<Recorded, Refusal>] {
    var attempts = Attempts(isPatient: call.pace == .long)
    while true {
      let failure: PostgresError?
      do {
        let answers = try await answers(to: call, isPatient: attempts.isPatient)
        return answers.map { attempts.answer($0) }
      } catch let error as WriteFailure {
        attempts.noteSent(error.error)
        failure = error.error
      } catch let error as PostgresError {
        failure = error
      } catch is StreamHeld {
        failure = nil
      }
      guard let pause = attempts.pause(after: failure), Deadline.leavesTime(after: pause) else {
        throw attempts.verdict(on: failure)
      }
      if let failure {
        logger.warning(
          "a command is tried again",
          metadata: [
            "kind": "\(call.commands.first?.command.kind.rawValue ?? "")", "error": "\(failure)",
          ])
      }
      try await Task.sleep(for: pause)
    }
  }

  private func answers(
    to call: CommandCall, isPatient: Bool
  ) async throws -> [CommandCall.Answer] {
    guard !isPatient, let stream = call.commands.first?.command.stream else {
      return try await patientWriters.run(deadline: Deadline.current) { connection in
        try GroupCommit(calls: [call], onHeld: .wait).run(on: connection).flatMap { try $0.get() }
      }
    }
    let place = shards?.place(of: stream) ?? Int(stream.value.magnitude % UInt64(lanes.count))
    return try await writers.run(
      call, weight: call.commands.count, on: lanes[place], deadline: Deadline.current)
  }
}

/// How often a command was tried, and what is known of it.
private struct Attempts {
  private static let limit = 6
  /// How often a stream may be found held before the call waits for it where nobody waits with it.
  private static let timesHeld = 3
  /// Keys that another UPK's command can take between the load and the write.
  private static let racedConstraints: Set = [
    "a_borrower_has_one_open_share", "a_reference_is_used_once",
  ]

  /// Whether the call waits for its stream, in a session that is not a lane's.
  private(set) var isPatient: Bool
  private var held = 0
  private var count = 0
  private var racesLost = 0
  /// The failure after which the command may have been recorded all the same.
  private var uncertain: PostgresError?

  init(isPatient: Bool) {
    self.isPatient = isPatient
  }

  /// Notes an error that came after the writes were sent.
  ///
  /// A server that takes back its work says why; one that goes away may have done it.
  mutating func noteSent(_ error: PostgresError) {
    if error.isRetryable, !error.isTakenBack { uncertain = error }
  }

  /// Whether and when to try again after a failure, or after another session held the stream.
  mutating func pause(after failure: PostgresError?) -> Duration? {
    guard let error = failure else {
      held += 1
      isPatient = held >= Attempts.timesHeld
      return isPatient ? .zero : .milliseconds(Int.random(in: 1...(2 << held)))
    }
    count += 1
    if isLostRace(error), racesLost == 0 {
      racesLost += 1
      return .zero
    }
    // Each wait for a held stream took `lock_timeout` already.
    let limit = error.isLockTimeout ? Attempts.limit / 2 : Attempts.limit
    guard error.isRetryable, count < limit else { return nil }
    let longest = 20 << count
    return .milliseconds(Int.random(in: longest / 2...longest))
  }

  /// The answer as this caller sees it: what its own earlier attempt recorded is no replay.
  func answer(_ answer: CommandCall.Answer) -> Result<Recorded, Refusal> {
    switch answer {
    case .refused(let refusal): .failure(refusal)
    case .recorded(let recorded): .success(uncertain == nil ? recorded : recorded.asFirst)
    }
  }

  /// What the caller is told when the command is not tried again.
  func verdict(on failure: PostgresError?) -> StoreError {
    guard let error = failure else { return .deadlineExceeded }
    guard let uncertain, !error.isRetryable else { return StoreError(error) }
    return .unavailable(reason: uncertain.description)
  }

  private func isLostRace(_ error: PostgresError) -> Bool {
    guard case .server(let error) = error, error.sqlState == .uniqueViolation,
      let constraint = error.constraint
    else { return false }
    return Attempts.racedConstraints.contains(constraint)
  }
}

extension PostgresError {
  fileprivate var isLockTimeout: Bool {
    guard case .server(let error) = self else { return false }
    return error.sqlState == .lockNotAvailable
  }

  /// Whether the server undid what was sent, for the sake of another session.
  fileprivate var isTakenBack: Bool {
    guard case .server(let error) = self else { return false }
    return [.lockNotAvailable, .serializationFailure, .deadlockDetected].contains(error.sqlState)
  }
}

extension Recorded {
  fileprivate var asFirst: Recorded {
    Recorded(
      sequence: sequence, subject: subject, outcome: outcome, vouchers: vouchers,
      isReplay: false, isDryRun: isDryRun)
  }
}
