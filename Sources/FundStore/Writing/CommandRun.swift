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
    let pending = PendingCommand(command: command, request: request)
    let answers = try await run(CommandGroup(commands: [pending], course: .apart))
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
      CommandGroup(
        commands: repayments.map { PendingCommand(command: $0.command, request: $0.request) },
        course: .inTurn))
  }

  private func run(_ group: CommandGroup) async throws -> [Result<Recorded, Refusal>] {
    var attempts = Attempts()
    while true {
      let failure: PostgresError
      do {
        let answers = try await writers.run(deadline: Deadline.current) { try group.run(on: $0) }
        return answers.map { attempts.answer($0) }
      } catch let error as WriteFailure {
        attempts.noteSent(error.error)
        failure = error.error
      } catch let error as PostgresError {
        failure = error
      }
      guard let pause = attempts.pause(after: failure), Deadline.leavesTime(after: pause) else {
        throw attempts.verdict(on: failure)
      }
      logger.warning(
        "a command is tried again",
        metadata: [
          "kind": "\(group.commands.first?.command.kind.rawValue ?? "")", "error": "\(failure)",
        ])
      try await Task.sleep(for: pause)
    }
  }
}

/// How often a command was tried, and what is known of it.
private struct Attempts {
  private static let limit = 6
  /// Keys that another UPK's command can take between the load and the write.
  private static let racedConstraints: Set = [
    "a_borrower_has_one_open_share", "a_reference_is_used_once",
  ]

  private var count = 0
  private var racesLost = 0
  /// The failure after which the command may have been recorded all the same.
  private var uncertain: PostgresError?

  /// Notes an error that came after the writes were sent.
  ///
  /// A server that takes back its work says why; one that goes away may have done it.
  mutating func noteSent(_ error: PostgresError) {
    if error.isRetryable { uncertain = error }
  }

  /// Whether and when to try again after a failure.
  mutating func pause(after error: PostgresError) -> Duration? {
    count += 1
    if isLostRace(error), racesLost == 0 {
      racesLost += 1
      return .zero
    }
    guard error.isRetryable, count < Attempts.limit else { return nil }
    let longest = 20 << count
    return .milliseconds(Int.random(in: longest / 2...longest))
  }

  /// The answer as this caller sees it: what its own earlier attempt recorded is no replay.
  func answer(_ answer: CommandGroup.Answer) -> Result<Recorded, Refusal> {
    switch answer {
    case .refused(let refusal): .failure(refusal)
    case .recorded(let recorded): .success(uncertain == nil ? recorded : recorded.asFirst)
    }
  }

  /// What the caller is told when the command is not tried again.
  func verdict(on error: PostgresError) -> StoreError {
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

extension Recorded {
  fileprivate var asFirst: Recorded {
    Recorded(
      sequence: sequence, subject: subject, outcome: outcome, vouchers: vouchers,
      isReplay: false, isDryRun: isDryRun)
  }
}
