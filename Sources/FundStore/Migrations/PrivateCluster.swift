internal import Libpq

/// A PostgreSQL cluster that belongs to one daemon: its database, its owner, the daemon's login.
///
/// The names are those that `deploy/README.md` gives an administrator, so that a dump of one fits
/// the other.
public enum PrivateCluster {
  public static let database = "bergulir"
  /// Who owns the tables and migrates.
  public static let owner = "bergulir_owner"
  /// Who the daemon logs in as.
  public static let writer = "bergulir_writer"
  /// Who only reads, and nothing that is sealed.
  public static let reader = "bergulir_reader"

  /// Makes what is missing; what is there stays.
  ///
  /// - Parameter administration: the connection string of the superuser to any database.
  /// - Throws: `StoreError.unavailable`, `.database`.
  public static func prepare(administration: String) async throws(StoreError) {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: administration, workers: 1, queueLimit: 1,
        applicationName: "bergulird-prepare"))
    let result: Result<Void, StoreError>
    do {
      try await pool.run { connection in
        for role in [owner, writer, reader] where try !exists(Statements.role, role, connection) {
          try connection.script("create role \(role) login")
        }
        if try !exists(Statements.database, database, connection) {
          try connection.script(
            """
            create database bergulir owner bergulir_owner encoding 'UTF8' template template0
            """)
        }
        try connection.script(bounds)
      }
      result = .success(())
    } catch let error as PostgresError {
      result = .failure(StoreError(error))
    } catch {
      result = .failure(.unavailable(reason: "\(error)"))
    }
    await pool.shutdown()
    try result.get()
  }

  /// What holds before a session says anything; the daemon's own set narrower bounds themselves.
  ///
  /// Nobody but these has business in the database, not even with a temporary table.
  static let bounds = """
    alter role bergulir_writer set statement_timeout = '60s';
    alter role bergulir_writer set lock_timeout = '10s';
    alter role bergulir_writer set idle_in_transaction_session_timeout = '60s';
    alter role bergulir_reader set default_transaction_read_only = on;
    alter role bergulir_reader set statement_timeout = '5min';
    alter role bergulir_reader set lock_timeout = '2s';
    alter role bergulir_reader set idle_in_transaction_session_timeout = '60s';
    alter role bergulir_reader set idle_session_timeout = '1h';
    revoke all on database bergulir from public;
    grant connect on database bergulir to bergulir_writer, bergulir_reader;
    """

  private static func exists(
    _ statement: Statement, _ name: String, _ connection: Connection
  ) throws -> Bool {
    try connection.run(statement, [.text(name)])[0].bool(0)
  }

  enum Statements {
    static let all = [role, database]

    static let role = Statement(
      "private-cluster.role", "select exists (select from pg_roles where rolname = $1::text)")
    static let database = Statement(
      "private-cluster.database",
      "select exists (select from pg_database where datname = $1::text)")
  }
}
