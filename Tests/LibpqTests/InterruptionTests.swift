import FundTesting
import Glibc
import Libpq
import Testing

private let backend = Statement("backend", "select pg_backend_pid()")
private let insert = Statement("item.insert", "insert into item values ($1)")
private let sleep = Statement("sleep", "select pg_sleep(60)")

/// What a session is busy with when its caller's time is over.
private enum Business: CaseIterable, Sendable {
  case runningAlone, runningAfterWrites, runningInTransaction, waitingForLock

  func run(_ connection: Connection) throws {
    switch self {
    case .runningAlone:
      _ = try connection.run(sleep)
    case .runningAfterWrites:
      _ = try connection.pipeline([Request(insert, [.int8(1)])], end: .flush)
      _ = try connection.pipeline([Request(insert, [.int8(2)]), Request(sleep)], end: .sync)
    case .runningInTransaction:
      try connection.transaction { connection in
        try connection.script("insert into item values (1)")
        _ = try connection.run(sleep)
      }
    case .waitingForLock:
      _ = try connection.run(insert, [.int8(1)])
    }
  }
}

@Suite struct InterruptionTests {
  @Test(arguments: Business.allCases)
  fileprivate func `a call past its deadline is stopped and undone, and its connection goes on`(
    business: Business
  ) async throws {
    try await withItems { writer, reader in
      let before = try await writer.backend()
      try await holdingItems(reader, if: business) {
        await #expect(throws: PostgresError.deadlineExceeded) {
          try await writer.run(deadline: .now + .milliseconds(100)) { try business.run($0) }
        }
      }
      #expect(try await writer.backend() == before)
      #expect(try await writer.itemCount() == 0)
      #expect(try await reader.openTransactions() == 0)
    }
  }

  @Test(arguments: Business.allCases)
  fileprivate func `a call that is cancelled is stopped and undone, and its connection goes on`(
    business: Business
  ) async throws {
    try await withItems { writer, reader in
      let before = try await writer.backend()
      try await holdingItems(reader, if: business) {
        let call = Task {
          try await writer.run { try business.run($0) }
        }
        try await reader.awaitBusy(before)
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
      }
      #expect(try await writer.backend() == before)
      #expect(try await writer.itemCount() == 0)
    }
  }

  /// Holds the table while `body` runs, where the business is to wait for it.
  private func holdingItems(
    _ other: WorkerPool, if business: Business, _ body: () async throws -> Void
  ) async throws {
    guard business == .waitingForLock else { return try await body() }
    try await other.holdingItems(body)
  }

  @Test func `nothing is sent for a caller who has gone`() async throws {
    try await withItems { writer, _ in
      let before = try await writer.backend()
      let half = Handover()
      let call = Task {
        try await writer.run { connection in
          _ = try connection.pipeline([Request(insert, [.int8(1)])], end: .flush)
          half.give()
          half.awaitAnswer()
          _ = try connection.pipeline([Request(insert, [.int8(2)])], end: .sync)
        }
      }
      await half.taken()
      call.cancel()
      half.answer()
      await #expect(throws: CancellationError.self) { try await call.value }
      #expect(try await writer.itemCount() == 0)
      #expect(try await writer.backend() == before)
    }
  }

  @Test func `requests to stop that race with the end of a statement never find the next one`()
    async throws
  {
    try await withItems { writer, _ in
      let short = Statement("short", "select pg_sleep(0.002)")
      for turn in 0..<200 {
        // From before the statement is sent to after it has ended.
        let deadline = ContinuousClock.now + .microseconds(turn * 20)
        do {
          try await writer.run(deadline: deadline) { _ = try $0.run(short) }
        } catch PostgresError.deadlineExceeded {
        }
        try await writer.run { _ = try $0.run(short) }
      }
    }
  }

  @Test func `a request to stop that comes late finds nobody`() async throws {
    try await withItems { (writer, reader) in
      try await withProxy(before: reader.connectionString()) { proxy in
        let events = Events()
        try await withPool(on: proxy.connectionString, events: events) { pool in
          let before = try await pool.backend()
          proxy.holdCancelRequests()
          // The statement ends by itself once the request to stop is on its way.
          let call = try await reader.holdingItems {
            let call = Task {
              try await pool.run { _ = try $0.run(insert, [.int8(1)]) }
            }
            try await reader.awaitBusy(before)
            call.cancel()
            await proxy.cancelRequested()
            return call
          }
          await #expect(throws: CancellationError.self) { try await call.value }
          let started = Handover()
          let next = Task {
            try await pool.run { connection in
              let number = try connection.run(backend)[0].int4(0)
              started.give(number)
              _ = try connection.run(Statement("while", "select pg_sleep(0.3)"))
            }
          }
          #expect(await started.taken() != before)
          proxy.releaseCancelRequests()
          try await next.value
          #expect(events.dropped == ["a request to stop is still under way"])
        }
      }
    }
  }

  @Test func `after the request to stop nothing begins, though the statement ended well`()
    async throws
  {
    try await withItems { (_, reader) in
      try await withProxy(before: reader.connectionString()) { proxy in
        try await withPool(on: proxy.connectionString, events: Events()) { pool in
          let before = try await pool.backend()
          proxy.holdCancelRequests()
          let call = try await reader.holdingItems {
            let call = Task {
              try await pool.run { connection in
                _ = try connection.pipeline([Request(insert, [.int8(1)])], end: .flush)
                _ = try connection.pipeline([Request(insert, [.int8(2)])], end: .sync)
              }
            }
            try await reader.awaitBusy(before)
            call.cancel()
            await proxy.cancelRequested()
            return call
          }
          await #expect(throws: CancellationError.self) { try await call.value }
          proxy.releaseCancelRequests()
        }
      }
      #expect(try await reader.itemCount() == 0)
    }
  }

  @Test func `a server that does not stop a statement loses the connection`() async throws {
    try await withItems { writer, reader in
      let before = try await writer.backend()
      let call = Task {
        try await writer.run { try Business.runningAfterWrites.run($0) }
      }
      try await reader.awaitBusy(before)
      kill(before, SIGSTOP)
      defer { kill(before, SIGCONT) }
      call.cancel()
      await #expect(throws: CancellationError.self) { try await call.value }
      #expect(try await writer.backend() != before)
      kill(before, SIGCONT)
      try await reader.awaitEnd(of: before)
      #expect(try await reader.itemCount() == 0)
    }
  }
}
