import Foundation
import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

extension FundWorld {
  fileprivate func register(_ name: String) -> RegisterKSM {
    RegisterKSM(upk: upk.id, name: name, formedOn: day("2016-01-01"), day: day("2016-01-01"))
  }

  /// The groups' names, as a call would read them that a standby may answer.
  fileprivate func names(
    from store: FundStore
  ) async throws -> (names: [String], behind: Duration?) {
    let use = StandbyUse()
    let groups = try await StandbyUse.$current.withValue(use) {
      try await store.ksms(upk.id, asOf: day("2016-12-31"), after: nil, limit: 10_000)
    }
    return (groups.map(\.name), use.behind)
  }
}

extension StandbyPair {
  fileprivate func reports(
    within lag: Duration, _ way: FundStore.Reports.WhenBehind
  ) -> FundStore.Reports {
    FundStore.Reports(
      connectionString: connectionString, longestLag: lag, whenBehind: way)
  }

  fileprivate func withStore(
    within lag: Duration, _ way: FundStore.Reports.WhenBehind,
    _ body: (FundStore) async throws -> Void
  ) async throws {
    let store = try await FundFixture.openStore(
      connectionString, reports: reports(within: lag, way))
    do {
      try await body(store)
    } catch {
      await store.close()
      throw error
    }
    await store.close()
  }
}

/// Runs SQL on a server as its superuser.
private func script(_ sql: String, on connectionString: String) async throws {
  let pool = WorkerPool(
    configuration: .init(
      connectionString: connectionString, workers: 1, queueLimit: 1, applicationName: "tests"))
  let result: Result<Void, any Error>
  do {
    result = .success(try await pool.run { try $0.script(sql) })
  } catch {
    result = .failure(error)
  }
  await pool.shutdown()
  try result.get()
}

/// Asks again until the answer will do; two minutes are longer than any standby of a test needs.
private func eventually<Value>(
  _ question: () async throws -> Value?
) async throws -> Value {
  let end = ContinuousClock.now + .seconds(120)
  while ContinuousClock.now < end {
    if let answer = try await question() { return answer }
    await Task.yield()
  }
  throw Outsider.NoAnswer()
}

@Suite(.onOneServer("it has standbys of its own"), .timeLimit(.minutes(5)))
struct StandbyTests {
  /// How many writes each caller makes around a failover; `BERGULIR_FAILOVER_WRITES` says more.
  private static let writes =
    ProcessInfo.processInfo.environment["BERGULIR_FAILOVER_WRITES"].flatMap { Int($0) } ?? 12

  @Test func `a standby answers within its lag and says so, and the primary beyond it`()
    async throws
  {
    try await FundWorld.withStandby(reports: { $0.reports(within: .seconds(3600), .readPrimary) }) {
      world, pair in
      try await world.fixture.run(world.register("KSM 1"), by: world.manager)
      _ = try await eventually {
        let read = try await world.names(from: world.store)
        return read.behind == .zero && read.names == ["KSM 1"] ? true : nil
      }
      try await script("select pg_wal_replay_pause()", on: pair.standbyConnectionString)
      try await world.fixture.run(world.register("KSM 2"), by: world.manager)

      let old = try await world.names(from: world.store)
      #expect(old.names == ["KSM 1"])
      #expect(try #require(old.behind) > .zero)
      let plain = try await world.store.ksms(
        world.upk.id, asOf: day("2016-12-31"), after: nil, limit: 10)
      #expect(plain.map(\.name) == ["KSM 1", "KSM 2"])
      try await pair.withStore(within: .zero, .readPrimary) { store in
        let fresh = try await world.names(from: store)
        #expect(fresh.names == ["KSM 1", "KSM 2"] && fresh.behind == nil)
      }
      try await pair.withStore(within: .zero, .refuse) { store in
        await #expect(throws: StoreError.standbyTooFarBehind(limitSeconds: 0)) {
          try await world.names(from: store)
        }
      }

      try await script("select pg_wal_replay_resume()", on: pair.standbyConnectionString)
      _ = try await eventually {
        try await world.names(from: world.store).behind == .zero ? true : nil
      }
    }
  }

  @Test func `writes follow the standby that is promoted, and nothing that was answered is lost`()
    async throws
  {
    try await FundWorld.withStandby(reports: { $0.reports(within: .seconds(3600), .readPrimary) }) {
      world, pair in
      let (done, isDone) = AsyncStream.makeStream(of: Void.self)
      let callers = 4
      let writes = StandbyTests.writes
      let failover = Task {
        var finished = done.makeAsyncIterator()
        for _ in 0..<callers * writes / 8 { _ = await finished.next() }
        try await pair.stopPrimary()
        try await pair.promote()
      }
      let requests = try await withThrowingTaskGroup(of: [(String, WriteRequest)].self) { group in
        for caller in 0..<callers {
          group.addTask {
            var answered: [(String, WriteRequest)] = []
            for number in 0..<writes {
              let request = world.fixture.request(by: world.manager)
              let name = "KSM \(caller)-\(number)"
              try await repeated(world, name, request)
              answered.append((name, request))
              isDone.yield()
            }
            return answered
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      try await failover.value
      #expect(requests.count == callers * writes)
      for (name, request) in requests {
        let again = try await world.store.run(world.register(name), request)
        #expect(again.isReplay)
      }
      #expect(try await world.fixture.count("fund.ksm") == Int64(callers * writes))
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
      // There is no standby left: the new primary answers.
      let read = try await world.names(from: world.store)
      #expect(Set(read.names) == Set(requests.map(\.0)) && read.behind == nil)
    }
  }

  /// Sends a write until it is answered, as a client does: under the same request id.
  private func repeated(
    _ world: FundWorld, _ name: String, _ request: WriteRequest
  ) async throws {
    _ = try await eventually {
      do {
        return try await world.store.run(world.register(name), request)
      } catch let error as StoreError where error.isRetryable {
        return nil
      }
    }
  }
}
