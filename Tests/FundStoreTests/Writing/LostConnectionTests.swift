import FundStore
import FundTesting
import Libpq
import RevolvingFund
import Testing

@Suite struct LostConnectionTests {
  private func register(_ world: FundWorld) -> RegisterKSM {
    RegisterKSM(
      upk: world.upk.id, name: "KSM", formedOn: day("2016-01-01"), day: day("2016-01-01"))
  }

  @Test(arguments: [
    "select from fund.head where upk_id = 1 for update",
    "lock table fund.ksm in exclusive mode",
    "lock table fund.counter in share mode",
  ])
  func `a session that is ended before its commit is made good by another`(lock: String)
    async throws
  {
    try await FundFixture.withWorld { world in
      let request = world.fixture.request(by: world.manager)
      let recorded = try await Outsider(fixture: world.fixture).hold(lock) {
        try await world.store.run(register(world), request)
      } deed: { connection, waiting in
        try Outsider.terminate(connection, waiting)
      }
      #expect(recorded.subject == "ksms/1" && !recorded.isReplay)
      #expect(try await world.fixture.count("fund.ksm") == 1)
      #expect(try await world.store.verifyChain(world.upk.id).isIntact)
    }
  }

  @Test func `a name that is taken between the look and the write is seen at the second look`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let taken = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let persons = try await world.registerPersons(5)
      let application = try await world.approvedApplication(
        try await world.registerKSM(of: persons))
      let claim = """
        insert into fund.borrower_claim (nik_digest, upk_id, loan)
        select nik_digest, 1, \(taken.number) from fund.person
        where person_id = \(persons[2].value)
        """
      let found = try await Outsider(fixture: world.fixture).hold(claim) {
        try await rejections {
          _ = try await world.store.run(
            world.disbursement(application), world.fixture.request(by: world.cashier))
        }
      } deed: { _, _ in
      }
      #expect(found == [.borrowerHasOpenShare(member: 3)])
      #expect(try await world.fixture.count("fund.loan") == 1)
    }
  }

  @Test func `a key that no rule expects to be taken is reported by its name and writes nothing`()
    async throws
  {
    try await FundFixture.withWorld { world in
      try await world.fixture.script("insert into fund.ksm values (1, 1, 'smuggled', '2016-01-01')")
      let contents = try await world.fixture.contents()
      let error = await #expect(throws: StoreError.self) {
        try await world.fixture.run(register(world), by: world.manager)
      }
      guard case .database(.server(let server)) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(server.constraint == "ksm_pkey")
      #expect(try await world.fixture.contents() == contents)
    }
  }

  @Test func `a command that waits past its deadline is not begun`() async throws {
    try await FundFixture.withWorld(writers: 1) { world in
      let request = WriteRequest(
        requestID: RequestID(value: 7),
        caller: Caller(
          principal: PrincipalID(1), person: world.manager, today: world.fixture.today),
        isDryRun: false)
      await Deadline.$current.withValue(.now) {
        await #expect(throws: StoreError.deadlineExceeded) {
          try await world.store.run(register(world), request)
        }
      }
      let groups = try await world.store.ksms(
        world.upk.id, asOf: day("2020-01-01"), after: nil, limit: 10)
      #expect(groups.isEmpty)
    }
  }

  /// Ends all sessions of the world's database, which takes no more.
  private func close(_ world: FundWorld) async throws {
    let name = try await world.fixture.superuser { connection in
      try connection.run(Statement("test.database", "select current_database()::text"))[0].text(0)
    }
    let administration = WorkerPool(
      configuration: .init(
        connectionString: world.fixture.connectionString + " dbname=postgres", workers: 1,
        queueLimit: 1, applicationName: "tests"))
    try await administration.run { connection in
      try connection.script("alter database \(name) with allow_connections false")
      try connection.script(
        "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '\(name)'")
    }
    await administration.shutdown()
  }

  @Test func `a deadline does not hide that the database is not there`() async throws {
    try await FundFixture.withWorld { world in
      try await close(world)
      func isUnavailable(_ call: () async throws -> Void) async {
        let error = await #expect(throws: StoreError.self) { try await call() }
        guard case .unavailable(let reason) = error else {
          Issue.record("\(String(describing: error))")
          return
        }
        #expect(reason.contains("not currently accepting connections"))
      }
      // Each makes the pause before the next try longer, in the end than the deadline.
      for _ in 0..<7 { await isUnavailable { _ = try await world.store.policies(world.upk.id) } }
      await Deadline.$current.withValue(.now + .milliseconds(900)) {
        await isUnavailable { _ = try await world.store.policies(world.upk.id) }
      }
      await Deadline.$current.withValue(.now + .milliseconds(900)) {
        await isUnavailable {
          try await world.fixture.run(register(world), by: world.manager)
        }
      }
    }
  }

  @Test func `a database that does not come back is said to be unavailable`() async throws {
    try await FundFixture.withWorld { world in
      try await close(world)
      let error = await #expect(throws: StoreError.self) {
        try await world.fixture.run(register(world), by: world.manager)
      }
      #expect(error?.isRetryable == true)
      await world.store.close()
      await #expect(throws: StoreError.closed) {
        try await world.fixture.run(register(world), by: world.manager)
      }
    }
  }
}
