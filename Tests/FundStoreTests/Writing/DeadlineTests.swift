import FundStore
import FundTesting
import RevolvingFund
import Synchronization
import Testing

@Suite struct DeadlineTests {
  private func register(_ world: FundWorld) -> RegisterKSM {
    RegisterKSM(
      upk: world.upk.id, name: "KSM", formedOn: day("2016-01-01"), day: day("2016-01-01"))
  }

  @Test func `a command that waits past its deadline is undone, and can be repeated`() async throws
  {
    try await FundFixture.withWorld { world in
      let request = world.fixture.request(by: world.manager)
      try await exceeding(world, "lock table fund.ksm in exclusive mode") {
        try await world.store.run(register(world), request)
      }
      #expect(try await world.fixture.count("fund.ksm") == 0)
      #expect(try await !world.store.run(register(world), request).isReplay)
      #expect(try await world.fixture.count("fund.ksm") == 1)
    }
  }

  @Test func `a command whose UPK is held is told so in time, and others are answered meanwhile`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let other = try await world.secondUPK()
      let request = world.fixture.request(by: world.manager)
      let lock = "select from fund.head where upk_id = 1 for update"
      try await Outsider(fixture: world.fixture).holding(lock) {
        await Deadline.$current.withValue(.now + .milliseconds(200)) {
          await #expect(throws: StoreError.deadlineExceeded) {
            try await world.store.run(register(world), request)
          }
        }
        async let held = #expect(throws: StoreError.held) {
          try await world.store.run(register(world), request)
        }
        for number in 1...5 {
          let done = try await world.store.run(
            other.voucher(.bank, .cash, on: "2016-02-21"),
            world.fixture.request(by: world.bookkeeper))
          #expect(done.vouchers == ["PB-2016-000\(number)"])
        }
        _ = await held
      }
      #expect(try await world.fixture.count("fund.ksm") == 0)
      #expect(try await !world.store.run(register(world), request).isReplay)
      #expect(try await world.fixture.count("fund.ksm") == 1)
    }
  }

  @Test func `a command that is cancelled while it waits is undone`() async throws {
    try await FundFixture.withWorld { world in
      let request = world.fixture.request(by: world.manager)
      let (waits, isWaiting) = AsyncStream.makeStream(of: Void.self)
      try await Outsider(fixture: world.fixture).hold("lock table fund.ksm in exclusive mode") {
        let call = Task { try await world.store.run(register(world), request) }
        for await _ in waits {}
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
      } deed: { connection, waiting in
        isWaiting.finish()
        try Outsider.awaitNoLonger(waiting, on: connection)
      }
      #expect(try await world.fixture.count("fund.ksm") == 0)
      #expect(try await !world.store.run(register(world), request).isReplay)
    }
  }

  @Test func `a read past its deadline is stopped`() async throws {
    try await FundFixture.withWorld { world in
      try await exceeding(world, "lock table fund.lending_policy in access exclusive mode") {
        try await world.store.policies(world.upk.id)
      }
      #expect(try await world.store.policies(world.upk.id).count == 1)
    }
  }

  /// Expects a call to exceed its deadline while it waits for a lock, and to wait no longer then.
  ///
  /// It is made again where the deadline passed before it came to wait.
  private func exceeding<Value: Sendable>(
    _ world: FundWorld, _ lock: String, _ call: @Sendable @escaping () async throws -> Value
  ) async throws {
    let hasWaited = Atomic(false)
    try await Outsider(fixture: world.fixture).hold(lock) {
      for _ in 0..<100 where !hasWaited.load(ordering: .acquiring) {
        await Deadline.$current.withValue(.now + .milliseconds(200)) {
          _ = await #expect(throws: StoreError.deadlineExceeded) { try await call() }
        }
      }
    } deed: { connection, waiting in
      hasWaited.store(true, ordering: .releasing)
      try Outsider.awaitNoLonger(waiting, on: connection)
    }
  }
}
