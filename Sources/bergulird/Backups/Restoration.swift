import EmbeddedPostgres
import FundServer
import FundStore
import Logging

/// Bringing a backup back into a cluster of its own.
struct Restoration: Sendable {
  let backup: BaseBackup
  /// Must be empty or not there.
  let dataDirectory: String
  let until: String?
  let settings: ClusterSettings

  private static var logger: Logger {
    var logger = Logger(label: "bergulird") { LineLog(label: $0) }
    logger.logLevel = .warning
    return logger
  }

  /// Restores, lets `body` look at the cluster while it runs, and stops it.
  ///
  /// - Throws: `EmbeddedError`, and what `body` throws.
  func run<Value: Sendable>(
    _ body: @Sendable (BackupReads) async throws -> Value
  ) async throws -> Value {
    try await running { try await body(BackupReads(connectionString: $0.books)) }
  }

  /// The same for who needs the cluster itself.
  func running<Value: Sendable>(
    _ body: @Sendable (RestoredCluster) async throws -> Value
  ) async throws -> Value {
    guard FileNames.areNone(in: dataDirectory) else {
      throw EmbeddedError.directoryNotEmpty(dataDirectory)
    }
    let path = dataDirectory + "/postgres"
    let cluster = try await LongWork.telling("replaying", writingTo: path) {
      try await EmbeddedCluster.restore(
        backup, to: path, until: until.map(Moment.forServer), settings: settings,
        logger: Self.logger)
    }
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(RestoredCluster(cluster: cluster)))
    } catch {
      result = .failure(error)
    }
    try await cluster.stop()
    return try result.get()
  }
}

/// A cluster that came back, by its databases and roles.
struct RestoredCluster: Sendable {
  let cluster: EmbeddedCluster

  /// As the superuser, beside the books.
  var administration: String {
    cluster.connectionString(database: "postgres", user: "postgres")
  }

  /// As the superuser.
  var books: String {
    cluster.connectionString(database: PrivateCluster.database, user: "postgres")
  }

  /// As the owner of the tables.
  var owner: String {
    cluster.connectionString(database: PrivateCluster.database, user: PrivateCluster.owner)
  }
}
