import Libpq
import Testing

@Suite struct WorkerPoolTests {
  @Test func `sixty-four calls share four workers`() async throws {
    try await withPool(workers: 4) { pool in
      let backends = try await withThrowingTaskGroup(of: Int32.self) { group in
        for _ in 0..<64 {
          group.addTask {
            try await pool.run { connection in
              try connection.run(
                Statement("pid", "select pg_backend_pid() from pg_sleep(0.005)"))[0].int4(0)
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(backends.count == 64)
      #expect((1...4).contains(Set(backends).count))
    }
  }

  @Test func `a full queue refuses at once and has room again when a call leaves it`()
    async throws
  {
    try await withPool(workers: 1, queueLimit: 2) { pool in
      let held = Handover()
      async let running: Void = pool.run { _ in
        held.give()
        held.awaitAnswer()
      }
      await held.taken()
      let waiting = (0..<2).map { _ in
        Task { try await pool.one() }
      }
      let refused = try await callUntilRefused(pool)
      #expect(refused == .queueFull)
      held.answer()
      try await running
      for call in waiting {
        // A call that found the queue full itself, because the probe was before it, says so.
        let result = await call.result
        if case .failure(let error) = result {
          #expect(error as? PostgresError == .queueFull)
        }
      }
      #expect(try await pool.one() == 1)
    }
  }

  /// Sends calls that never run, cancelled at once, until one finds the queue full.
  private func callUntilRefused(_ pool: WorkerPool) async throws -> PostgresError? {
    while true {
      let call = Task { try await pool.run { _ in } }
      await Task.yield()
      call.cancel()
      do {
        try await call.value
      } catch let error as PostgresError {
        return error
      } catch is CancellationError {
        continue
      }
    }
  }

  @Test func `a deadline that passes in the queue answers although the worker is held`()
    async throws
  {
    try await withPool { pool in
      let held = Handover()
      let hasRun = Flag()
      async let running: Void = pool.run { _ in
        held.give()
        held.awaitAnswer()
      }
      await held.taken()
      await #expect(throws: PostgresError.deadlineExceeded) {
        try await pool.run(deadline: .now + .milliseconds(20)) { _ in
          hasRun.raise()
        }
      }
      await #expect(throws: PostgresError.deadlineExceeded) {
        try await pool.run(deadline: .now - .seconds(1)) { _ in
          hasRun.raise()
        }
      }
      held.answer()
      try await running
      #expect(try await pool.one(deadline: .now + .seconds(60)) == 1)
      #expect(!hasRun.isRaised)
    }
  }

  @Test func `a call cancelled in the queue leaves it although the worker is held`()
    async throws
  {
    try await withPool(queueLimit: 1) { pool in
      let held = Handover()
      let hasRun = Flag()
      async let running: Void = pool.run { _ in
        held.give()
        held.awaitAnswer()
      }
      await held.taken()
      for _ in 0..<20 {
        let call = Task {
          try await pool.run { _ in hasRun.raise() }
        }
        await Task.yield()
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
      }
      held.answer()
      try await running
      #expect(try await pool.one() == 1)
      #expect(!hasRun.isRaised)
    }
  }

  @Test func `shutdown lets waiting calls finish and refuses later ones`() async throws {
    try await withPool { pool in
      let held = Handover()
      async let running: Void = pool.run { _ in
        held.give()
        held.awaitAnswer()
      }
      await held.taken()
      async let shutdown: Void = pool.shutdown()
      // Closed is told as soon as the shutdown has begun; until then the call waits its turn.
      let late = Task { try await pool.one() }
      held.answer()
      try await running
      await shutdown
      switch await late.result {
      case .success(let count): #expect(count == 1)
      case .failure(let error): #expect(error as? PostgresError == .closed)
      }
      await #expect(throws: PostgresError.closed) { try await pool.run { _ in } }
      await pool.shutdown()
    }
  }

  @Test func `session statements hold on every connection and notices go nowhere`()
    async throws
  {
    try await withPool(workers: 2, session: ["set lock_timeout = '1234ms'"]) { pool in
      let name = try await pool.run { connection in
        try connection.script("do $$ begin raise warning 'nobody reads this'; end $$")
        return try connection.run(
          Statement(
            "settings",
            "select current_setting('lock_timeout') || current_setting('application_name')")
        )[0].text(0)
      }
      #expect(name == "1234mslibpq-tests")
    }
  }

  @Test func `a session statement that the server refuses is the caller's error`() async throws {
    try await withPool(session: ["set no_such_setting = 1"]) { pool in
      let error = await #expect(throws: PostgresError.self) { try await pool.run { _ in } }
      guard case .server(let refusal)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(refusal.sqlState == .undefinedObject)
    }
  }
}
