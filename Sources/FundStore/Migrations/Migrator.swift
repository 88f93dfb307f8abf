internal import Libpq

/// Brings a database to the schema of this program, as the owner.
public struct Migrator: Sendable {
  private let connectionString: String
  private let known: [Migration]

  public init(connectionString: String) {
    self.init(connectionString: connectionString, known: EmbeddedMigrations.all)
  }

  /// A migrator of other steps, for tests of the migrator itself.
  init(connectionString: String, known: [Migration]) {
    self.connectionString = connectionString
    self.known = known
  }

  /// Takes the steps that are missing, each in a transaction of its own, and returns them.
  ///
  /// Only one migrator works on a database at a time; others wait for it, at most a minute.
  ///
  /// - Throws: `StoreError.schema` if the database is not one that these steps lead on from,
  ///   `.unavailable`, `.database` naming the place in the step that failed, undone as a whole.
  public func migrate() async throws(StoreError) -> [AppliedMigration] {
    try await connected { connection in
      _ = try connection.run(MigrationStatements.lock, [.int8(Migrator.lock)])
      return try takePending(connection)
    }
  }

  /// Says what the database has and what it lacks; changes nothing.
  ///
  /// - Throws: `StoreError.unavailable`, `.database`.
  public func status() async throws(StoreError) -> SchemaStatus {
    try await connected { try status($0) }
  }
}

extension Migrator {
  /// Takes the steps that are missing, and then those that spread the tables over the nodes of a
  /// Citus cluster, and returns both.
  ///
  /// The database is the coordinator's. What was spread before stays as it is.
  ///
  /// - Throws: `StoreError.schema` if there is no Citus in the database, no worker in the cluster
  ///   or no login for the daemon's role, else as `migrate()`.
  public func distribute() async throws(StoreError) -> (
    schema: [AppliedMigration], citus: [AppliedMigration]
  ) {
    try await connected { connection in
      _ = try connection.run(MigrationStatements.lock, [.int8(Migrator.lock)])
      try checkCluster(connection)
      let schema = try takePending(connection)
      let status = try citusStatus(connection)
      if let problem = status.problems.first { throw StoreError.schema(problem) }
      return (
        schema, try status.pending.map { try take($0, CitusStatements.record, connection) }
      )
    }
  }

  /// Whether a store may open, and where the rows of a UPK stand if the tables are spread.
  ///
  /// - Throws: as `status()`.
  func standing() async throws(StoreError) -> (status: SchemaStatus, shards: ShardMap?) {
    try await connected { connection in
      let status = try status(connection)
      guard try isSpread(connection) else { return (status, nil) }
      let spread = try citusStatus(connection)
      if let problem = spread.problems.first { throw StoreError.schema(problem) }
      guard spread.pending.isEmpty else {
        throw StoreError.schema(.notSpread(pending: spread.pending.count))
      }
      let bounds = try connection.run(CitusStatements.shards).map { try $0.int4(0) }
      return (status, ShardMap(lowestHashes: bounds))
    }
  }

  private func checkCluster(_ connection: Connection) throws {
    let cluster = try connection.run(MigrationStatements.cluster)[0]
    guard try cluster.bool(0) else { throw StoreError.schema(.citusMissing) }
    guard try connection.run(CitusStatements.workers)[0].int8(0) > 0 else {
      throw StoreError.schema(.workersMissing)
    }
    guard try cluster.bool(1) else { throw StoreError.schema(.writerHasNoLogin) }
  }

  private func isSpread(_ connection: Connection) throws -> Bool {
    try connection.run(MigrationStatements.isRecorded)[0].bool(1)
  }

  private func citusStatus(_ connection: Connection) throws -> SchemaStatus {
    guard try isSpread(connection) else {
      return SchemaStatus(applied: [], known: EmbeddedMigrations.citus)
    }
    return SchemaStatus(
      applied: try applied(CitusStatements.applied, connection), known: EmbeddedMigrations.citus)
  }
}

extension Migrator {
  /// The word "bergulir" as a number: what migrators of one database wait for each other by.
  static let lock: Int64 = 0x6265_7267_756C_6972

  private func status(_ connection: Connection) throws -> SchemaStatus {
    let isThere = try connection.run(MigrationStatements.isRecorded)[0].bool(0)
    guard isThere else { return SchemaStatus(applied: [], known: known) }
    return SchemaStatus(
      applied: try applied(MigrationStatements.applied, connection), known: known)
  }

  private func applied(
    _ statement: Statement, _ connection: Connection
  ) throws -> [AppliedMigration] {
    try connection.run(statement).map { try AppliedMigration($0) }
  }

  private func takePending(_ connection: Connection) throws -> [AppliedMigration] {
    let status = try status(connection)
    if let problem = status.problems.first { throw StoreError.schema(problem) }
    return try status.pending.map { try take($0, MigrationStatements.record, connection) }
  }

  private func take(
    _ migration: Migration, _ record: Statement, _ connection: Connection
  ) throws -> AppliedMigration {
    try connection.transaction { connection in
      for statement in migration.statements { try connection.script(statement) }
      _ = try connection.run(
        record,
        [.int4(Int32(migration.version)), .text(migration.name), .bytea(migration.sha256)])
    }
    return AppliedMigration(
      version: migration.version, name: migration.name, sha256: migration.sha256)
  }

  /// Gives `body` a connection of its own, whose end also ends the lock.
  private func connected<Value: Sendable>(
    _ body: @Sendable @escaping (Connection) throws -> Value
  ) async throws(StoreError) -> Value {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString, workers: 1, queueLimit: 1,
        session: ["set lock_timeout = '60s'"], applicationName: "bergulird-migrate",
        access: .readWrite))
    let result: Result<Value, StoreError>
    do {
      result = .success(try await pool.run(body))
    } catch let error as StoreError {
      result = .failure(error)
    } catch let error as PostgresError {
      result = .failure(StoreError(error))
    } catch {
      result = .failure(.unavailable(reason: "\(error)"))
    }
    await pool.shutdown()
    return try result.get()
  }
}

extension AppliedMigration {
  init(_ row: Row) throws {
    self.init(version: Int(try row.int4(0)), name: try row.text(1), sha256: try row.bytea(2))
  }
}

/// The statements of migrating.
enum MigrationStatements {
  static let lock = Statement("migration.lock", "select pg_advisory_lock($1::bigint)")
  static let isRecorded = Statement(
    "migration.is-recorded",
    """
    select to_regclass('fund.schema_migration') is not null,
      to_regclass('fund.citus_step') is not null
    """)
  /// Whether there is Citus, and whether its nodes may let each other in as the daemon's role: one
  /// that is yet to be made will not have a login.
  static let cluster = Statement(
    "migration.cluster",
    """
    select exists (select from pg_extension where extname = 'citus'),
      exists (select from pg_roles where rolname = 'bergulir_writer' and rolcanlogin)
    """)
  static let applied = Statement(
    "migration.applied",
    "select version, name, sha256 from fund.schema_migration order by version")
  static let record = Statement(
    "migration.record",
    """
    insert into fund.schema_migration (version, name, sha256)
    values ($1::integer, $2::text, $3::bytea)
    """)
  static let all = [lock, isRecorded, cluster, applied, record]
}
