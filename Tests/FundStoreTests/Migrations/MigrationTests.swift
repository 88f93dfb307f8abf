import Foundation
import FundTesting
import Libpq
import Testing

@testable import FundStore

@Suite struct MigrationTests {
  private static let first = Migration(
    version: 1, name: "first", sql: EmbeddedMigrations.all[0].sql)
  private static let second = Migration(
    version: 2, name: "second", sql: "create table fund.second (id bigint);")

  @Test func `the program carries the files of schema byte for byte`() throws {
    let folder = Repository.root.appending(path: "schema")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.first?.isNumber ?? false }.sorted()
    let embedded = EmbeddedMigrations.all.map { migration in
      String(format: "%04d", migration.version) + "_\(migration.name).sql"
    }
    #expect(embedded == files)
    for migration in EmbeddedMigrations.all {
      let file = files[migration.version - 1]
      #expect(try Repository.text("schema/\(file)") == migration.sql, "\(file)")
    }
  }

  @Test func `migrations are numbered from one without a gap`() {
    #expect(EmbeddedMigrations.all.map(\.version) == Array(1...EmbeddedMigrations.all.count))
  }

  @Test func `migrating takes each step once and says which`() async throws {
    try await PrivatePostgres.withDatabase { connectionString in
      let migrator = Migrator(connectionString: connectionString)
      let before = try await migrator.status()
      #expect(before.applied.isEmpty && before.pending == EmbeddedMigrations.all)

      let taken = try await migrator.migrate()
      #expect(taken.map(\.version) == EmbeddedMigrations.all.map(\.version))
      let after = try await migrator.status()
      #expect(after.applied == taken && after.pending.isEmpty && after.problems.isEmpty)
      #expect(try await migrator.migrate().isEmpty)
    }
  }

  @Test func `two who migrate at once wait for each other and take each step once`() async throws {
    try await PrivatePostgres.withDatabase { connectionString in
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 {
          group.addTask {
            try await Migrator(connectionString: connectionString).migrate().count
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(counts.sorted() == [0, 0, 0, EmbeddedMigrations.all.count])
    }
  }

  @Test func `a step that fails is undone whole and the ones before it stay`() async throws {
    try await PrivatePostgres.withDatabase { connectionString in
      let broken = Migration(
        version: 2, name: "broken", sql: "create table fund.half (id bigint); select 1 / 0;")
      let migrator = Migrator(connectionString: connectionString, known: [Self.first, broken])
      let error = await #expect(throws: StoreError.self) { try await migrator.migrate() }
      guard case .database(.server(let server)) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(server.sqlState == .divisionByZero)
      let repaired = Migrator(connectionString: connectionString, known: [Self.first, Self.second])
      let kept = try await repaired.status().applied
      #expect(kept.map(\.version) == [1])
      let taken = try await repaired.migrate()
      #expect(taken.map(\.version) == [2])
    }
  }

  @Test func `a step that was edited after it was taken is refused`() async throws {
    try await PrivatePostgres.withDatabase { connectionString in
      _ = try await Migrator(connectionString: connectionString, known: [Self.first]).migrate()
      let edited = Migration(version: 1, name: "first", sql: Self.first.sql + "\n")
      let migrator = Migrator(connectionString: connectionString, known: [edited, Self.second])
      await #expect(throws: StoreError.schema(.changed(version: 1, name: "first"))) {
        try await migrator.migrate()
      }
      #expect(try await migrator.status().pending == [Self.second])
    }
  }

  @Test func `a database of a newer program is refused`() async throws {
    try await PrivatePostgres.withDatabase { connectionString in
      _ = try await Migrator(
        connectionString: connectionString, known: [Self.first, Self.second]
      ).migrate()
      let older = Migrator(connectionString: connectionString, known: [Self.first])
      await #expect(throws: StoreError.schema(.newer(database: 2, program: 1))) {
        try await older.migrate()
      }
    }
  }

  @Test func `a step that was left out before a later one is refused`() async throws {
    try await PrivatePostgres.withDatabase { connectionString in
      let third = Migration(version: 3, name: "third", sql: "select 1;")
      _ = try await Migrator(
        connectionString: connectionString, known: [Self.first, third]
      ).migrate()
      let migrator = Migrator(
        connectionString: connectionString, known: [Self.first, Self.second, third])
      await #expect(throws: StoreError.schema(.gap(version: 2))) { try await migrator.migrate() }
    }
  }

  @Test func `a store does not open on a database that is not migrated`() async throws {
    try await PrivatePostgres.withDatabase { connectionString in
      let pending = EmbeddedMigrations.all.count
      await #expect(throws: StoreError.schema(.notMigrated(pending: pending))) {
        try await FundFixture.openStore(connectionString)
      }
    }
  }
}
