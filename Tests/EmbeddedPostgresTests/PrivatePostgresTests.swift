import FundTesting
import Libpq
import Synchronization
import Testing

extension DatabaseTemplate {
  /// How many times the template below was prepared.
  fileprivate static let preparations = Mutex(0)

  fileprivate static let words = DatabaseTemplate(name: "words") { connectionString in
    preparations.withLock { $0 += 1 }
    try await ask(connectionString) { connection in
      try connection.script("create table word (word text); insert into word values ('satu')")
    }
  }
}

@discardableResult
private func ask<Value: Sendable>(
  _ connectionString: String, _ body: @escaping @Sendable (Connection) throws -> Value
) async throws -> Value {
  let pool = WorkerPool(
    configuration: .init(
      connectionString: connectionString, workers: 1, queueLimit: 1, applicationName: "tests"))
  do {
    let value = try await pool.run(body)
    await pool.shutdown()
    return value
  } catch {
    await pool.shutdown()
    throw error
  }
}

@Suite struct PrivatePostgresTests {
  @Test func `each test has a copy of the template to itself, which is prepared once`()
    async throws
  {
    let counts = try await withThrowingTaskGroup(of: Int64.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try await PrivatePostgres.withDatabase(from: .words) { connectionString in
            try await ask(connectionString) { connection in
              try connection.script("insert into word values ('dua')")
              return try connection.run(Statement("count", "select count(*) from word"))[0].int8(0)
            }
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 2, count: 8))
    #expect(DatabaseTemplate.preparations.withLock { $0 } == 1)
  }

  @Test func `a database is gone when its test is over, even by an error`() async throws {
    struct Failure: Error {}
    let name = Statement("name", "select current_database()::text")
    let names = Mutex<[String]>([])
    await #expect(throws: Failure.self) {
      try await PrivatePostgres.withDatabase { connectionString in
        let database = try await ask(connectionString) { try $0.run(name)[0].text(0) }
        names.withLock { $0.append(database) }
        throw Failure()
      }
    }
    let gone = try #require(names.withLock { $0.first })
    try await PrivatePostgres.withDatabase { connectionString in
      let count = try await ask(connectionString) { connection in
        try connection.run(
          Statement("databases", "select count(*) from pg_database where datname = $1"),
          [.text(gone)])[0].int8(0)
      }
      #expect(count == 0)
    }
  }
}
