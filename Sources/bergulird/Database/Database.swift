import EmbeddedPostgres
import FundStore
import Logging

/// The store with the PostgreSQL it needs: a private one, or one that is somebody else's to run.
struct Database: Sendable {
  let store: FundStore
  /// What the store's sessions connect by.
  let connectionString: String
  /// `nil` where the database is not ours to stop.
  let cluster: EmbeddedCluster?

  /// Opens the database that the settings name, else the private one.
  ///
  /// The private one is made, and brought to the schema of this program, as it is opened.
  ///
  /// - Throws: `EmbeddedError`, `StoreError`, `DaemonError`, `PersonalDataError`.
  static func open(_ settings: DaemonSettings) async throws -> Database {
    guard let connectionString = settings.database else { return try await openPrivate(settings) }
    let keys = try settings.keys.read()
    return Database(
      store: try await openStore(
        FundStore.Configuration(
          connectionString: connectionString, reports: settings.reports), keys, settings.logger),
      connectionString: connectionString, cluster: nil)
  }

  /// Closes the store and stops the private PostgreSQL.
  func close() async throws {
    await store.close()
    try await cluster?.stop()
  }

  private static func openPrivate(_ settings: DaemonSettings) async throws -> Database {
    let cluster = try await PrivatePostgres.open(settings)
    do {
      let database = PrivateCluster.database
      let migrator = Migrator(
        connectionString: cluster.connectionString(database: database, user: PrivateCluster.owner))
      // Only a database that is new has a new key: one that was restored wants its own back.
      let isNew = try await migrator.status().applied.isEmpty
      let keys = isNew ? try settings.keys.readOrMake() : try settings.keys.read()
      let taken = try await migrator.migrate()
      if !taken.isEmpty {
        settings.logger.notice("the schema was migrated", metadata: ["steps": "\(taken.count)"])
      }
      let connectionString = cluster.connectionString(
        database: database, user: PrivateCluster.writer)
      return Database(
        store: try await openStore(
          FundStore.Configuration(connectionString: connectionString), keys, settings.logger),
        connectionString: connectionString, cluster: cluster)
    } catch {
      try await cluster.stop()
      throw error
    }
  }

  private static func openStore(
    _ configuration: FundStore.Configuration, _ keys: PersonalDataKeys, _ logger: Logger
  ) async throws -> FundStore {
    try await FundStore.open(configuration, keys: keys, logger: logger)
  }
}

/// The PostgreSQL under the data directory.
enum PrivatePostgres {
  /// Starts it, with its database and roles.
  ///
  /// - Throws: `EmbeddedError`, `StoreError`.
  static func open(_ settings: DaemonSettings) async throws -> EmbeddedCluster {
    var clusterSettings = ClusterSettings.daemon
    clusterSettings.archiving = settings.archiving
    let cluster = try await EmbeddedCluster.open(
      directory: settings.dataDirectory + "/postgres", settings: clusterSettings,
      logger: settings.logger)
    do {
      try await PrivateCluster.prepare(
        administration: cluster.connectionString(database: "postgres", user: "postgres"))
    } catch {
      try await cluster.stop()
      throw error
    }
    return cluster
  }
}
