import EmbeddedPostgres
import FundStore

/// The database, as the owner of its tables reaches it.
enum OwnedDatabase {
  /// Gives `body` the owner's connection string to the database that the settings name, else to the
  /// private one, which runs meanwhile.
  ///
  /// - Throws: `DaemonError.ownerMissing`, `EmbeddedError`, `StoreError`.
  static func with(
    _ settings: DaemonSettings, _ body: (_ connectionString: String) async throws -> Void
  ) async throws {
    if let owner = settings.ownerDatabase { return try await body(owner) }
    guard settings.database == nil else { throw DaemonError.ownerMissing }
    let cluster = try await PrivatePostgres.open(settings)
    let failure: (any Error)?
    do {
      try await body(
        cluster.connectionString(database: PrivateCluster.database, user: PrivateCluster.owner))
      failure = nil
    } catch {
      failure = error
    }
    try await cluster.stop()
    if let failure { throw failure }
  }
}
