import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

/// Calls as a lane runs them, in one unit.
struct Unit {
  let calls: [CommandCall]

  init(_ calls: [CommandCall]) {
    self.calls = calls
  }

  init(_ commands: [PendingCommand]) {
    calls = commands.map { CommandCall($0) }
  }

  /// Answers each call by what it recorded or was refused with.
  func run(
    in fixture: FundFixture, session: [String] = [], onHeld: CommandGroup.OnHeld = .leave
  ) async throws -> [String] {
    let isSpread = CitusCluster.name != nil
    let pool = WorkerPool(
      configuration: .init(
        connectionString: fixture.connectionString, workers: 1, queueLimit: 1,
        session: (isSpread ? Session.citusWriter : Session.writer) + session,
        applicationName: "tests", dialect: isSpread ? .citus : .postgres))
    let commit = GroupCommit(calls: calls, onHeld: onHeld)
    let results = try await pool.run { commit.run(on: $0) }
    await pool.shutdown()
    return results.map(Unit.text)
  }

  private static func text(_ result: Result<[CommandCall.Answer], any Error>) -> String {
    switch result {
    case .success(let answers): answers.map(text).joined(separator: ", ")
    case .failure(is StreamHeld): "held"
    case .failure(let error as WriteFailure): "\(error.error.sqlState)"
    case .failure(let error as PostgresError): "\(error.sqlState)"
    case .failure(let error): "\(error)"
    }
  }

  private static func text(_ answer: CommandCall.Answer) -> String {
    switch answer {
    case .recorded(let recorded):
      "\(recorded.sequence ?? 0) \(recorded.subject) \(recorded.vouchers)"
        + (recorded.isReplay ? " again" : "")
    case .refused(let refusal):
      refusal.rejections.map { "\($0)" }.joined(separator: " and ")
    }
  }
}

extension PostgresError {
  fileprivate var sqlState: String {
    if case .server(let error) = self { error.sqlState.code } else { "\(self)" }
  }
}

extension FundWorld {
  /// A voucher of the bookkeeper.
  func voucher(
    _ debit: AccountCode, _ credit: AccountCode, _ amount: Int64 = 1000, on text: String,
    reference: String? = nil
  ) -> PostJournal {
    PostJournal(
      upk: upk.id,
      lines: [
        PostJournal.Line(
          number: 1, day: day(text), description: "Bukti", debit: debit, credit: credit,
          amount: Rupiah(amount), reference: reference)
      ])
  }
}

@Suite struct GroupTests {
  /// The commits in which repayments, visits and journals were recorded.
  private func commits(_ world: FundWorld) async throws -> Int64 {
    try await world.fixture.count(
      """
      (select distinct txid from fund.event
        where kind in ('repayment.record', 'journal.post', 'visit.record')) as t
      """)
  }

  @Test(.onOneServer("there a group is of one shard"))
  func `frequent commands of several UPK go into one commit, each with its answer`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let other = try await world.secondUPK()
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let next = try await world.store.verifyChain(world.upk.id).verified + 1
      let elsewhere = try await world.store.verifyChain(other.upk.id).verified + 1
      func pending(_ command: any Command) -> PendingCommand {
        PendingCommand(command: command, request: world.fixture.request(by: world.bookkeeper))
      }
      let repayment = pending(world.repayment(loan, Rupiah(575_000), on: day("2016-02-20")))
      let differing = PendingCommand(
        command: world.repayment(loan, Rupiah(1), on: day("2016-02-20")),
        request: repayment.request)
      let answers = try await Unit([
        pending(world.repayment(loan, Rupiah(1), on: day("2999-01-01"))), repayment,
        pending(other.voucher(.bank, .cash, on: "2016-02-21")), repayment, differing,
        pending(world.repayment(loan, Rupiah(575_000), on: day("2016-03-20"))),
        pending(world.voucher(.bank, .cash, on: "2016-02-21")),
      ]).run(in: world.fixture)
      #expect(
        answers == [
          "dayInFuture(2999-01-01, today: 2016-12-31, line: nil)",
          "\(next) loans/1 [\"KM-2016-0001\"]",
          "\(elsewhere) journal [\"PB-2016-0001\"]",
          "\(next) loans/1 [\"KM-2016-0001\"] again", "requestIDReused(field: \"amount\")",
          "\(next + 1) loans/1 [\"KM-2016-0002\"]", "\(next + 2) journal [\"PB-2016-0001\"]",
        ])
      #expect(try await commits(world) == 1)
      for upk in [world.upk.id, other.upk.id] {
        #expect(try await world.store.verifyChain(upk).isIntact)
      }
    }
  }

  @Test func `a command finds in the books what one of its commit has put there`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let next = try await world.store.verifyChain(world.upk.id).verified + 1
      func pending(_ command: any Command) -> PendingCommand {
        PendingCommand(command: command, request: world.fixture.request(by: world.bookkeeper))
      }
      let answers = try await Unit([
        pending(
          RegisterKSM(
            upk: world.upk.id, name: "KSM", formedOn: day("2016-01-01"), day: day("2016-01-01"))),
        pending(world.repayment(loan, Rupiah(575_000), on: day("2016-02-20"))),
        // Paid from the income that the repayment brought.
        pending(world.voucher(AccountCode(51020), .cash, 75_000, on: "2016-02-21")),
        pending(world.repayment(loan, Rupiah(575_000), on: day("2016-03-20"))),
      ]).run(in: world.fixture)
      #expect(
        answers == [
          "\(next + 3) ksms/2 []", "\(next) loans/1 [\"KM-2016-0001\"]",
          "\(next + 1) journal [\"KK-2016-0002\"]", "\(next + 2) loans/1 [\"KM-2016-0002\"]",
        ])
      #expect(try await commits(world) == 1)
    }
  }

  @Test func `a call whose data break a constraint fails alone`() async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let next = try await world.store.verifyChain(world.upk.id).verified + 1
      try await world.fixture.script(
        "alter table fund.repayment add constraint poison check (paid_on <> '2016-02-13')")
      let answers = try await Unit(
        (10...19).map {
          PendingCommand(
            command: world.repayment(loan, Rupiah(1000), on: day("2016-02-\($0)")),
            request: world.fixture.request(by: world.cashier))
        }
      ).run(in: world.fixture)
      let recorded = (0..<Int64(9)).map { "\(next + $0) loans/1 [\"KM-2016-000\($0 + 1)\"]" }
      #expect(answers == recorded[..<3] + ["23514"] + recorded[3...])
      #expect(try await world.fixture.findings().isEmpty)
    }
  }

  @Test(.onOneServer("there a group is of one shard"))
  func `a call on a stream that somebody else holds is left, and the others are answered`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let other = try await world.secondUPK()
      let next = try await world.store.verifyChain(world.upk.id).verified + 1
      let calls = [other, world, other].map { unit in
        PendingCommand(
          command: unit.voucher(.bank, .cash, on: "2016-02-21"),
          request: world.fixture.request(by: world.bookkeeper))
      }
      let answers = try await Outsider(fixture: world.fixture).holding(
        "select from fund.head where upk_id = \(other.upk.id.value) for update"
      ) { try await Unit(calls).run(in: world.fixture) }
      #expect(answers == ["held", "\(next) journal [\"PB-2016-0001\"]", "held"])
    }
  }

  @Test func `a call waits for a held stream, and is answered once it is free`() async throws {
    try await FundFixture.withWorld { world in
      let other = try await world.secondUPK()
      let store = world.store
      let caller = world.bookkeeper
      let fixture = world.fixture
      let held = try await Outsider(fixture: fixture).hold(
        "select from fund.head where upk_id = \(world.upk.id.value) for update"
      ) {
        Task {
          try await store.run(
            world.voucher(.bank, .cash, on: "2016-02-21"), fixture.request(by: caller))
        }
      } deed: { _, _ in
      }
      #expect(try await held.value.vouchers == ["PB-2016-0001"])
      #expect(
        try await store.run(
          other.voucher(.bank, .cash, on: "2016-02-21"), fixture.request(by: caller)
        ).vouchers == ["PB-2016-0001"])
    }
  }
}
