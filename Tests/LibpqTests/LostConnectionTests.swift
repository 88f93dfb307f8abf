import Libpq
import Testing

private let backend = Statement("backend", "select pg_backend_pid()")

@Suite struct LostConnectionTests {
  @Test func `a session killed in the middle of a statement costs one retryable error`()
    async throws
  {
    try await withItems { writer, reader in
      let victim = try await writer.backend()
      let started = Handover()
      let sleeping = Task {
        try await writer.run { connection in
          started.give()
          _ = try connection.run(Statement("sleep", "select pg_sleep(60)"))
        }
      }
      await started.taken()
      try await reader.terminate(victim)
      let error = await #expect(throws: PostgresError.self) { try await sleeping.value }
      #expect(error?.isRetryable == true)
      #expect(try await writer.backend() != victim)
    }
  }

  @Test func `a session killed between the halves of a transaction has done nothing`()
    async throws
  {
    try await withItems { writer, reader in
      let insert = Statement("item.insert", "insert into item values ($1)")
      let half = Handover()
      let call = Task {
        try await writer.run { connection in
          let rows = try connection.pipeline(
            [Request(insert, [.int8(1)]), Request(backend)], end: .flush)
          let victim = try rows[1][0].int4(0)
          half.give(victim)
          half.awaitAnswer()
          _ = try connection.pipeline([Request(insert, [.int8(2)])], end: .sync)
        }
      }
      let victim = await half.taken()
      try await reader.terminate(victim)
      half.answer()
      let error = await #expect(throws: PostgresError.self) { try await call.value }
      #expect(error?.isRetryable == true)
      #expect(try await writer.itemCount() == 0)
    }
  }

  @Test func `a session killed while idle is replaced before anybody sees it`() async throws {
    try await withItems { writer, reader in
      let victim = try await writer.backend()
      try await reader.terminate(victim)
      #expect(try await writer.backend() != victim)
    }
  }

  @Test(arguments: [
    "host=/nonexistent dbname=nothing", "host=127.0.0.1 port=1 dbname=nothing",
    "postgresql://127.0.0.1:1/nothing", "this is no connection string",
    // An address of the documentation network, where no server can be.
    "host=192.0.2.1 connect_timeout=2 dbname=nothing",
  ])
  func `a server that is not there is a retryable error, not a hang`(
    connectionString: String
  ) async throws {
    try await withPool(on: connectionString) { pool in
      let error = await #expect(throws: PostgresError.self) { try await pool.run { _ in } }
      #expect(error?.isRetryable == true)
    }
  }
}
