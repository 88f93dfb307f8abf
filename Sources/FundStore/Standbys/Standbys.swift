internal import Libpq
internal import Logging
internal import Synchronization

/// Connections to standbys, for reads that need not show the last few seconds.
final class Standbys: Sendable {
  private let pool: WorkerPool
  private let settings: FundStore.Reports
  private let logger: Logger
  /// Until when no standby is asked, since the last one that was asked was of no use.
  private let avoidedUntil = Mutex<ContinuousClock.Instant?>(nil)

  /// How long a standby that was of no use is left alone.
  private static let pause = Duration.seconds(5)

  init(
    _ settings: FundStore.Reports, queueLimit: Int, logger: Logger,
    report: @escaping @Sendable (PoolEvent) -> Void
  ) {
    self.settings = settings
    self.logger = logger
    pool = WorkerPool(
      configuration: .init(
        connectionString: settings.connectionString, workers: settings.readers,
        queueLimit: queueLimit, session: Session.report, applicationName: "bergulird-report",
        access: .standby, report: report))
  }

  func close() async {
    await pool.shutdown()
  }

  /// Why a standby does not answer.
  private enum Useless: Error {
    case noStandby
    case tooFarBehind(Duration?)
  }

  /// Reads on a standby that is near enough to the primary; `nil` where the primary is to answer.
  ///
  /// - Throws: `StoreError.standbyTooFarBehind` where only a standby may answer; as
  ///   `WorkerPool.run`; what `body` throws, other than a refusal of the server.
  func read<Value: Sendable>(
    for use: StandbyUse, primary: WorkerPool,
    _ body: @Sendable @escaping (Connection) throws -> Value
  ) async throws -> Value? {
    guard !use.keepsToPrimary else { return nil }
    guard avoidedUntil.withLock({ $0.map { $0 <= .now } ?? true }) else {
      return try give(up: use, because: .noStandby)
    }
    let mark = try await use.mark {
      try await primary.run(deadline: Deadline.current) {
        try PrimaryMark($0.run(StandbyStatements.mark)[0])
      }
    }
    do {
      let (value, behind) = try await ask(mark, body)
      use.note(behind: behind)
      return value
    } catch let useless as Useless {
      return try give(up: use, because: useless)
    } catch let error as PostgresError where error.isOfThatServer {
      avoid("\(error)")
      return try give(up: use, because: .noStandby)
    }
  }

  /// What the standby shows is asked before its state is looked at, so that it can only be newer.
  private func ask<Value: Sendable>(
    _ mark: PrimaryMark, _ body: @Sendable @escaping (Connection) throws -> Value
  ) async throws -> (Value, Duration) {
    try await pool.run(deadline: Deadline.current) { [limit = settings.longestLag] connection in
      guard let position = try StandbyPosition(connection.run(StandbyStatements.position)[0])
      else { throw Useless.noStandby }
      let behind = position.behind(mark)
      guard let behind, behind <= limit else { throw Useless.tooFarBehind(behind) }
      return (try body(connection), behind)
    }
  }

  private func give<Value>(up use: StandbyUse, because useless: Useless) throws -> Value? {
    if case .tooFarBehind(let behind) = useless {
      avoid("it is \(behind.map { "\($0.wholeSeconds)" } ?? "an unknown number of") seconds behind")
    }
    guard settings.whenBehind == .readPrimary else {
      throw StoreError.standbyTooFarBehind(limitSeconds: settings.longestLag.wholeSeconds)
    }
    use.keepToPrimary()
    return nil
  }

  private func avoid(_ reason: String) {
    avoidedUntil.withLock { $0 = .now + Self.pause }
    logger.warning("a standby is of no use", metadata: ["reason": "\(reason)"])
  }
}

extension PostgresError {
  /// Whether another server may do what this one did not.
  fileprivate var isOfThatServer: Bool {
    switch self {
    case .server, .connection, .queueFull: true
    case .decoding, .misuse, .deadlineExceeded, .closed: false
    }
  }
}

extension Duration {
  /// Its seconds, a part of one counted as a whole one.
  public var wholeSeconds: Int64 {
    let (seconds, attoseconds) = components
    return attoseconds > 0 ? seconds + 1 : seconds
  }
}
