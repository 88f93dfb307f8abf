internal import Libpq

extension FundStore {
  /// The newest migration that this program knows; the database of an open store has taken it.
  public static var schemaHead: Int { EmbeddedMigrations.all.last?.version ?? 0 }

  /// What the database has of the schema now: another program may have migrated it meanwhile.
  ///
  /// - Throws: `StoreError`.
  public func schemaStatus() async throws -> SchemaStatus {
    try await read(MigrationStatements.applied) { rows in
      SchemaStatus(
        applied: try rows.map { try AppliedMigration($0) }, known: EmbeddedMigrations.all)
    }
  }
}
