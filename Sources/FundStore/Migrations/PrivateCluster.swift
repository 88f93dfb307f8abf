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
        if try !exists(Statements.role, owner, connection) {
          try connection.script("create role bergulir_owner login")
        }
        if try !exists(Statements.role, writer, connection) {
          try connection.script("create role bergulir_writer login")
        }
        guard try !exists(Statements.database, database, connection) else { return }
        try connection.script(
          """
          create database bergulir owner bergulir_owner encoding 'UTF8' template template0
          """)
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
