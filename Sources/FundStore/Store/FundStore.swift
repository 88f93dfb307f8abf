internal import Libpq
public import Logging
internal import RevolvingFund
internal import Synchronization

/// The fund in PostgreSQL: it alone runs commands, and it alone reads what they wrote.
///
/// Writes and reads have connections of their own. Writers become the role `bergulir_writer` in
/// every session, whoever they log in as; readers cannot write at all and see one state of the
/// database in each call.
public final class FundStore: Sendable {
  /// What the store connects to, and how much it takes on.
  public struct Configuration: Sendable {
    /// A connection string of libpq, `key=value` pairs or a `postgresql://` address.
    ///
    /// Of several servers all take the one that takes writes, reports apart.
    public var connectionString: String
    /// Connections for writes that come often, and lanes of them, 1 or more: as many as the
    /// database has cores.
    public var writers: Int
    /// Connections for reads, 1 or more.
    public var readers: Int
    /// Calls that may wait for a connection of either sort, 1 or more.
    public var queueLimit: Int
    /// Where the reads of a `StandbyUse` may go; `nil` for the primary, as all others.
    public var reports: Reports?

    public init(
      connectionString: String, writers: Int = 2, readers: Int = 2, queueLimit: Int = 1000,
      reports: Reports? = nil
    ) {
      self.connectionString = connectionString
      self.writers = writers
      self.readers = readers
      self.queueLimit = queueLimit
      self.reports = reports
    }
  }

  /// Which standbys may answer, and how late they may be.
  public struct Reports: Hashable, Sendable {
    /// Names the standbys; servers among them that are none are passed over.
    public var connectionString: String
    /// Connections, 1 or more.
    public var readers: Int
    /// How far behind the primary a standby may be that answers.
    public var longestLag: Duration
    public var whenBehind: WhenBehind

    /// What becomes of a read that no standby may answer.
    public enum WhenBehind: String, Hashable, Sendable, CaseIterable {
      case readPrimary = "primary"
      case refuse
    }

    public init(
      connectionString: String, readers: Int = 2, longestLag: Duration = .seconds(30),
      whenBehind: WhenBehind = .readPrimary
    ) {
      self.connectionString = connectionString
      self.readers = readers
      self.longestLag = longestLag
      self.whenBehind = whenBehind
    }
  }

  /// The keys that names and NIK are sealed with.
  public let keys: PersonalDataKeys
  let writers: WorkerPool
  /// Where the rows of a UPK stand; `nil` where one PostgreSQL has all of them.
  let shards: ShardMap?
  /// Calls of one UPK meet in one lane, which on Citus is that of their shard.
  let lanes: [Lane<CommandCall, [CommandCall.Answer]>]
  /// For what takes long, or waits for a stream that another session holds.
  let patientWriters: WorkerPool
  let readers: WorkerPool
  let standbys: Standbys?
  let identities = FundStore.identityLane()
  let logger: Logger
  /// UPK by code; a registered UPK never changes.
  let knownUPKs = Mutex<[Code: UPK]>([:])

  private init(
    _ configuration: Configuration, _ shards: ShardMap?, keys: PersonalDataKeys, logger: Logger
  ) {
    self.keys = keys
    self.logger = logger
    self.shards = shards
    let dialect = shards == nil ? Dialect.postgres : .citus
    func writing(_ workers: Int, _ name: String) -> WorkerPool {
      WorkerPool(
        configuration: .init(
          connectionString: configuration.connectionString, workers: workers,
          queueLimit: configuration.queueLimit,
          session: shards == nil ? Session.writer : Session.citusWriter,
          applicationName: "bergulird-\(name)", access: .readWrite, dialect: dialect,
          report: { Self.log($0, of: name, to: logger) }))
    }
    writers = writing(configuration.writers, "writer")
    lanes = (0..<(shards?.count ?? configuration.writers)).map { _ in
      GroupCommit.lane(limit: FundStore.groupLimit)
    }
    patientWriters = writing(FundStore.patientConnections, "patient-writer")
    readers = WorkerPool(
      configuration: .init(
        connectionString: configuration.connectionString, workers: configuration.readers,
        queueLimit: configuration.queueLimit, session: Session.reader,
        applicationName: "bergulird-reader", access: .primary, dialect: dialect,
        report: { Self.log($0, of: "reader", to: logger) }))
    standbys = configuration.reports.map {
      Standbys($0, queueLimit: configuration.queueLimit, logger: logger) {
        Self.log($0, of: "report", to: logger)
      }
    }
  }

  /// The most commands in one commit.
  private static let groupLimit = 256
  private static let patientConnections = 2

  /// Whether a connection string names more than one server.
  public static func namesSeveralServers(_ connectionString: String) -> Bool {
    ServerNames.areSeveral(in: connectionString)
  }

  private static func log(_ event: PoolEvent, of pool: String, to logger: Logger) {
    let level: Logger.Level = event == .connected ? .debug : .warning
    logger.log(level: level, "\(event)", metadata: ["pool": "\(pool)"])
  }

  /// Connects to a database that has the schema of this program, with the keys of its names.
  ///
  /// - Throws: `StoreError.unavailable`; `.schema`; `.database`, also where the login of the
  ///   connection string may not become `bergulir_writer`; `.keys`.
  public static func open(
    _ configuration: Configuration, keys: PersonalDataKeys, logger: Logger
  ) async throws(StoreError) -> FundStore {
    let (status, shards) = try await Migrator(
      connectionString: configuration.connectionString
    ).standing()
    if let problem = status.problems.first { throw .schema(problem) }
    guard status.pending.isEmpty else {
      throw .schema(.notMigrated(pending: status.pending.count))
    }
    let store = FundStore(configuration, shards, keys: keys, logger: logger)
    do throws(StoreError) {
      if let failure = await store.firstConnectionFailure() { throw failure }
      try await store.checkKeys()
      return store
    } catch {
      await store.close()
      throw error
    }
  }

  /// Why the first connection of either sort cannot be had; `nil` when both are there.
  private func firstConnectionFailure() async -> StoreError? {
    do {
      for pool in [writers, readers] { try await pool.run { try $0.finish() } }
      return nil
    } catch let error as PostgresError {
      return StoreError(error)
    } catch {
      return .unavailable(reason: "\(error)")
    }
  }

  /// Takes in no more calls, lets those that wait be run, and closes the connections.
  public func close() async {
    await writers.shutdown()
    await patientWriters.shutdown()
    await readers.shutdown()
    await standbys?.close()
  }
}
