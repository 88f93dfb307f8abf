extension FundStore {
  /// The newest migration that this program knows; the database of an open store has taken it.
  public static var schemaHead: Int { EmbeddedMigrations.all.last?.version ?? 0 }
}
