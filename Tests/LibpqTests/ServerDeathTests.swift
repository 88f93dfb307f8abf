import FundTesting
import Libpq
import Testing

private let find = Statement("item.find", "select id from item where id = $1 for update")
private let insert = Statement("item.insert", "insert into item values ($1)")
/// Rows that fill several packets.
private let many = Statement("many", "select repeat('x', 20000) from generate_series(1, 4)")

/// The server, or the way to it, fails at every place of a write, from the first byte of the
/// connection to the last.
@Suite struct ServerDeathTests {
  /// Books an item once: looks for it, and inserts it if it is not there.
  private func book(
    _ id: Int64, in pool: WorkerPool, deadline: ContinuousClock.Instant? = nil
  ) async throws {
    try await pool.run(deadline: deadline) { connection in
      let found = try connection.pipeline([Request(find, [.int8(id)]), Request(many)], end: .flush)
      guard found[0].isEmpty else { return try connection.finish() }
      _ = try connection.pipeline([Request(insert, [.int8(id)]), Request(many)], end: .sync)
    }
  }

  @Test(arguments: Proxy.Direction.allCases, [Proxy.Deed.cut, .cutInside])
  func `a connection cut anywhere costs one retryable error, and a repeated write counts once`(
    direction: Proxy.Direction, deed: Proxy.Deed
  ) async throws {
    try await withItems { _, reader in
      try await withProxy(before: reader.connectionString()) { proxy in
        try await withPool(
          on: proxy.connectionString, session: ["set client_min_messages = 'error'"]
        ) { pool in
          try await book(1, in: pool)
          let messages = proxy.count(direction)
          #expect(messages > 10)
          for message in 0..<messages {
            proxy.cutAll()
            proxy.failNext(Proxy.Fault(deed, direction, at: message))
            do {
              try await book(Int64(message + 2), in: pool)
            } catch let error as PostgresError {
              #expect(error.isRetryable, "message \(message)")
              try await book(Int64(message + 2), in: pool)
            }
          }
          #expect(try await reader.itemCount() == Int64(messages + 1))
          try await reader.awaitNoTransaction()
        }
      }
    }
  }

  @Test(arguments: Proxy.Direction.allCases)
  func `a server that falls silent at any message costs no more than the call's time`(
    direction: Proxy.Direction
  ) async throws {
    try await withItems { _, reader in
      let connectionString = try await reader.connectionString()
      let messages = try await withProxy(before: connectionString) { proxy in
        try await withPool(on: proxy.connectionString) { pool in
          try await book(1, in: pool)
          return proxy.count(direction)
        }
      }
      let places = Array(stride(from: 0, to: messages, by: 3))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for message in places {
          group.addTask {
            try await withSilence(at: message, direction, connectionString) { pool in
              let error = await #expect(throws: PostgresError.self) {
                try await book(
                  Int64(message + 2), in: pool, deadline: .now + .milliseconds(500))
              }
              // Without a connection it is the server that cannot be reached.
              #expect(error?.isRetryable == true || error == .deadlineExceeded)
            }
          }
        }
        try await group.waitForAll()
      }
      try await reader.awaitNoTransaction()
    }
  }

  /// Gives `body` a pool whose first connection falls silent at a message.
  private func withSilence(
    at message: Int, _ direction: Proxy.Direction, _ connectionString: String,
    _ body: (WorkerPool) async throws -> Void
  ) async throws {
    try await withProxy(before: connectionString) { proxy in
      proxy.failNext(Proxy.Fault(.stall, direction, at: message))
      try await withPool(on: proxy.connectionString + " connect_timeout=2") { pool in
        try await body(pool)
        proxy.close()
      }
    }
  }
}
