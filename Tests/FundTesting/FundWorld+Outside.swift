extension FundWorld {
  /// Gives `body` a world that is made in a database which a daemon serves and has migrated.
  ///
  /// Its daemon has the keys of `FundFixture.keysFile`; `database` is the connection string of the
  /// superuser.
  public static func make(
    in database: String, _ body: (FundWorld) async throws -> Void
  ) async throws {
    try await FundFixture.open(database, today: FundFixture.lastDay, writers: 2) { fixture in
      try await make(.eligible, in: fixture)
      try await body(try await FundWorld(existingIn: fixture, .eligible))
    }
  }
}
