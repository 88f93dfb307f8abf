import Foundation
import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

/// What `bergulir-bench repayments` is measured against does the same work.
@Suite struct StoredProcedureTests {
  @Test(.onOneServer("the procedure is for one server"))
  func `the procedure of the benchmark leaves the rows that the command leaves`() async throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    var random = SeededRandom(seed: seed)
    try await FundFixture.withTwins(named: "procedure", Self.prepare) { commanded, called in
      try await called.fixture.script(try Self.script())
      let command = StillSession(commanded.fixture)
      let procedure = StillSession(called.fixture)
      for step in 0..<60 {
        let payment = commanded.repayment(
          LoanID(commanded.upk.id, .random(in: 1...3, using: &random)),
          Rupiah(5 * .random(in: 1...30_000, using: &random)),
          on: day("2016-02-01").addingDays(Int32(step * 4)))
        let request = commanded.fixture.request(by: commanded.cashier)
        let outcome = try await command.run([
          CommandCall(PendingCommand(command: payment, request: request))
        ])
        #expect(!outcome.contains { $0.contains("refused") }, "seed \(seed)")
        // Each other one twice: the second time it is known.
        for _ in 0...step % 2 {
          try await procedure.run(Self.call, Self.parameters(payment, request))
        }
      }
      #expect(try await commanded.fixture.rows() == called.fixture.rows(), "seed \(seed)")
      #expect(try await called.fixture.findings().isEmpty, "seed \(seed)")
      await command.end()
      await procedure.end()
    }
  }

  /// Three loans of five equal shares.
  private static let prepare: @Sendable (FundWorld) async throws -> Void = { world in
    for _ in 0..<3 {
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
    }
    try await world.fixture.stopClock()
  }

  private static func script() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "Benchmarks/pgbench/repayment.sql"), encoding: .utf8)
  }

  private static let call = Statement(
    "test.procedure",
    """
    select bench.record_repayment($1::bigint, $2::bigint, $3::bigint, $4::date, $5::uuid,
      $6::bigint, $7::bigint)
    """)

  private static func parameters(
    _ payment: RecordRepayment, _ request: WriteRequest
  ) -> [Parameter] {
    [
      .int8(payment.stream.value), .int8(payment.loan.number), .int8(payment.amount.amount),
      .day(payment.day), .uuid(request.requestID.bytes), .int8(request.caller.principal.value),
      .int8(request.caller.person.value),
    ]
  }
}
