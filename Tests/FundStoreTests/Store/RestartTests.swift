import FundStore
import FundTesting
import Glibc
import RevolvingFund
import Testing

/// Callers who are at work while the server goes away and comes back.
private struct Crowd {
  let world: FundWorld
  let callers = 6
  let writes = 8
  let isDone: AsyncStream<Void>.Continuation

  private func register(_ name: String) -> RegisterKSM {
    RegisterKSM(
      upk: world.upk.id, name: name, formedOn: day("2016-01-01"), day: day("2016-01-01"))
  }

  /// Lets every caller write and read, and each repeat once what failed while the server was away.
  func work(_ server: Task<Void, any Error>) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<callers {
        group.addTask {
          for number in 0..<writes {
            let request = world.fixture.request(by: world.manager)
            let command = register("KSM \(caller)-\(number)")
            let recorded = try await repeatedOnce(server) {
              try await world.store.run(command, request)
            }
            isDone.yield()
            let groups = try await repeatedOnce(server) {
              try await world.store.ksms(
                world.upk.id, asOf: day("2016-12-31"), after: nil, limit: 10_000)
            }
            #expect(groups.contains { $0.name == "KSM \(caller)-\(number)" })
            #expect(!recorded.subject.isEmpty)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func repeatedOnce<Value: Sendable>(
    _ server: Task<Void, any Error>, _ body: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await body()
    } catch let error as StoreError where error.isRetryable {
      try await server.value
      return try await body()
    }
  }
}

@Suite struct RestartTests {
  @Test(.onOneServer("it kills a server of its own"))
  func `a server that dies costs each caller one retryable error at most, and no write`()
    async throws
  {
    try await FundWorld.withServer { world, server in
      var written = 0
      // At once without a word, at once, and as an administrator restarts it.
      for signal in [SIGKILL, SIGQUIT, SIGINT] {
        let (done, isDone) = AsyncStream.makeStream(of: Void.self)
        let crowd = Crowd(world: world, isDone: isDone)
        let restart = Task {
          var finished = done.makeAsyncIterator()
          for _ in 0..<crowd.callers { _ = await finished.next() }
          try await server.end(by: signal)
          try await server.start()
        }
        try await crowd.work(restart)
        try await restart.value
        written += crowd.callers * crowd.writes
        #expect(try await world.fixture.count("fund.ksm") == Int64(written))
        #expect(try await world.store.verifyChain(world.upk.id).isIntact)
      }
      try await world.fixture.awaitNoTransaction()
    }
  }
}
