import FundAPI
import FundStore
import FundTesting
import GRPCCore
import Logging
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `without the store calls are unavailable`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    await daemon.store.close()
    let found = await problem {
      _ = try await Bergulir_V1_LoanService.Client(wrapping: daemon.client).listLoans(
        .with { $0.parent = malabutor }, metadata: desks.manager)
    }
    #expect(found?.status == .unavailable)
    #expect(found?.first.reason == "DATABASE_UNAVAILABLE")
  }
}

/// Gives `body` a server whose login to the database can be shut and opened again.
private func withLogin(
  _ daemon: Daemon, _ body: (_ client: Daemon.Client, _ login: Login) async throws -> Void
) async throws {
  let role = "guest_\(UInt32.random(in: .min ... .max))"
  let fixture = daemon.world.fixture
  try await fixture.script("create role \(role) login in role bergulir_writer")
  let store = try await FundStore.open(
    FundStore.Configuration(
      connectionString: fixture.connectionString.replacing(
        "user='postgres'", with: "user='\(role)'")),
    keys: try PersonalDataKeys(fileContents: FundFixture.keysFile),
    logger: Logger(label: "store") { _ in SwiftLogNoOpLogHandler() })
  try await Daemon.serving(store, today: fixture.today) { client in
    try await body(client, Login(role: role, fixture: fixture))
  }
  await store.close()
  try await fixture.script("drop role \(role)")
}

/// The role that a server logs in as.
private struct Login: Sendable {
  let role: String
  let fixture: FundFixture

  /// Throws the server out and does not let it in again.
  func shut() async throws {
    try await fixture.script(
      """
      alter role \(role) nologin;
      select pg_terminate_backend(pid) from pg_stat_activity where usename = '\(role)'
      """)
  }

  func open() async throws {
    try await fixture.script("alter role \(role) login")
  }
}

@Test func `a database that goes away is unavailable, and nothing is lost when it is back`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    try await withLogin(daemon) { client, login in
      let repayments = Bergulir_V1_RepaymentService.Client(wrapping: client)
      let listing = Bergulir_V1_ListRepaymentsRequest.with { $0.name = malabutor + "/loans/1" }
      let request = Bergulir_V1_RecordRepaymentRequest.ofFirstLoan(575_000)
      _ = try await repayments.listRepayments(listing, metadata: desks.cashier)
      try await login.shut()
      let read = await problem {
        _ = try await repayments.listRepayments(listing, metadata: desks.cashier)
      }
      let written = await problem {
        _ = try await repayments.recordRepayment(request, metadata: desks.cashier)
      }
      #expect(read?.status == .unavailable)
      #expect(written?.first.reason == "DATABASE_UNAVAILABLE")
      try await login.open()
      let answer = try await repayments.recordRepayment(request, metadata: desks.cashier)
      #expect(answer.outstanding == 4_500_000)
      let listed = try await repayments.listRepayments(listing, metadata: desks.cashier)
      #expect(listed.repayments.count == 1)
    }
  }
}

@Test(arguments: [
  (StoreError.unavailable(reason: "gone"), RPCError.Code.unavailable, "DATABASE_UNAVAILABLE"),
  (.closed, .unavailable, "DATABASE_UNAVAILABLE"), (.held, .unavailable, "BOOKS_HELD"),
  (.full, .resourceExhausted, "DATABASE_FULL"),
  (.standbyTooFarBehind(limitSeconds: 30), .unavailable, "STANDBY_BEHIND"),
  (.overloaded, .resourceExhausted, "OVERLOADED"),
  (.deadlineExceeded, .deadlineExceeded, "DEADLINE_EXCEEDED"),
  (.schema(.gap(version: 2)), .internalError, "UNEXPECTED"),
  (.corrupted("loan 7"), .dataLoss, "CORRUPTED"),
])
func `a failure of the store has a status and a code`(
  error: StoreError, status: RPCError.Code, reason: String
) throws {
  let problem = try #require(Failure(error).answer as? Problem)
  #expect(problem.status == status)
  #expect(problem.first.reason == reason)
}

@Test func `who is overloaded says when to come back`() throws {
  let problem = try #require(Failure(StoreError.overloaded).answer as? Problem)
  #expect(problem.facts["retry_after_ms"] == "500")
}

@Test func `an unexpected error is told by its reference alone`() throws {
  struct Secretive: Error, CustomStringConvertible {
    var description: String { "the NIK 9900000000000001" }
  }
  let failure = Failure(Secretive())
  let problem = try #require(failure.answer as? Problem)
  #expect(problem.status == .internalError)
  let reference = try #require(problem.facts["reference"])
  #expect(reference.utf8.count == 8)
  #expect(!problem.first.message.english.contains("NIK"))
  #expect(
    failure.severity == .failed(reason: "the NIK 9900000000000001", reference: reference))
}

@Test(
  arguments: [
    (nil, Duration.seconds(10)), ("5S", .seconds(5)), ("250m", .milliseconds(250)),
    ("9u", .microseconds(9)), ("9n", .nanoseconds(9)), ("2M", .seconds(120)),
    ("99999999H", .seconds(300)), ("6M", .seconds(300)), ("S", .seconds(10)),
    ("-5S", .seconds(10)), ("5 S", .seconds(10)), ("999999999S", .seconds(10)),
  ] as [(String?, Duration)])
func `a call gets the time it asks for, up to five minutes`(timeout: String?, granted: Duration) {
  #expect(CallTime.granted(timeout) == granted)
}

@Test func `a read whose time is up is not begun`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    var metadata = desks.manager
    metadata.addString("1n", forKey: "grpc-timeout")
    let found = await problem {
      _ = try await Bergulir_V1_LoanService.Client(wrapping: daemon.client).listLoans(
        .with { $0.parent = malabutor }, metadata: metadata)
    }
    #expect(found?.first.reason == "DEADLINE_EXCEEDED")
  }
}

@Test func `a write whose time is up is not begun`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let repayments = Bergulir_V1_RepaymentService.Client(wrapping: daemon.client)
    var metadata = desks.cashier
    metadata.addString("1n", forKey: "grpc-timeout")
    await #expect(throws: RPCError.self) {
      try await repayments.recordRepayment(.ofFirstLoan(575_000), metadata: metadata)
    }
    let listed = try await repayments.listRepayments(
      .with { $0.name = malabutor + "/loans/1" }, metadata: desks.cashier)
    #expect(listed.repayments.isEmpty)
  }
}
