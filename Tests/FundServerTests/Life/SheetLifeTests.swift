import FundAPI
import FundStore
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `in a sheet that is all or nothing each line sees those before it`() async throws {
  try await Lent.serving { lent in
    func send(
      _ amounts: [(Int64, String)], id: String = RequestID().description, dryRun: Bool = false
    ) async throws -> Bergulir_V1_RecordSheetResponse {
      try await lent.repayments.recordSheet(
        .with {
          $0.write = writing(on: "2016-02-20", id: id, isDryRun: dryRun)
          $0.parent = malabutor
          $0.allOrNothing = true
          $0.lines = amounts.map { amount, reference in
            .with {
              $0.loan = lent.loan
              $0.amount = amount
              $0.reference = reference
            }
          }
        }, metadata: lent.desks.loanOfficer)
    }
    func reasons(_ response: Bergulir_V1_RecordSheetResponse) -> [String] {
      response.results.map { $0.hasRecorded ? "ok" : $0.problem.violations.first?.reason ?? "" }
    }
    // Each line alone would be good; the second pays the loan off.
    let tooMuch = [(Int64(3_000_000), "K-1"), (2_450_000, "K-2"), (1, "K-3")]
    // The same paper for other money, and for the same money.
    let papers = [(Int64(100_000), "K-1"), (200_000, "K-1"), (100_000, "K-1")]
    for dryRun in [true, false] {
      let refused = try await send(tooMuch, dryRun: dryRun)
      #expect(reasons(refused) == ["", "", "LOAN_NOT_ACTIVE"], "dry run \(dryRun)")
      #expect(refused.recorded == 0 && refused.refused == 1 && refused.amount == 0)
      #expect(reasons(try await send(papers, dryRun: dryRun)) == ["", "REFERENCE_USED", ""])
    }
    #expect(try await lent.receipts() == 0)

    let id = RequestID().description
    let whole = [(Int64(3_000_000), "K-1"), (3_000_000, "K-1"), (2_450_000, "K-2")]
    let tried = try await send(whole, id: id, dryRun: true)
    let done = try await send(whole, id: id)
    #expect(tried.results.map(\.recorded.outstanding) == done.results.map(\.recorded.outstanding))
    #expect(tried.results.map(\.recorded.state) == ["active", "active", "paidOff"])
    #expect(tried.results.allSatisfy { $0.recorded.receipt.dryRun })
    #expect(
      done.results.map(\.recorded.receiptNumber)
        == ["KW-2016-0001", "KW-2016-0001", "KW-2016-0002"])
    #expect(done.results.map(\.recorded.receipt.replayed) == [false, true, false])
    #expect(try await lent.receipts() == 2)
    let again = try await send(whole, id: id)
    #expect(again.results.map(\.recorded.receipt.replayed) == [true, true, true])
    #expect(try await lent.daemon.store.verifyChain(lent.daemon.world.upk.id).isIntact)
  }
}

@Test func `what came without a name is given to a group, and back`() async throws {
  try await Lent.serving { lent in
    try await receiveUnnamed(lent.daemon.world)
    func held(_ day: String) async throws -> Bergulir_V1_ListSuspenseResponse {
      try await lent.suspense.listSuspense(
        .with {
          $0.parent = malabutor
          $0.asOf = day
        }, metadata: lent.desks.manager)
    }
    func assign(_ amount: Int64, dryRun: Bool = false) async throws
      -> Bergulir_V1_AssignSuspenseResponse
    {
      try await lent.suspense.assignSuspense(
        .with {
          $0.write = writing(on: "2016-02-21", isDryRun: dryRun)
          $0.name = malabutor + "/ksms/1"
          $0.amount = amount
          $0.reason = "Bukti transfer"
        }, metadata: lent.desks.manager)
    }
    let over = await problem { _ = try await assign(80_001) }
    #expect(over?.first.reason == "UNNAMED_SUSPENSE_EXCEEDED")
    #expect(over?.facts["available"] == "80000")
    let tried = try await assign(50_000, dryRun: true)
    let given = try await assign(50_000)
    #expect(tried.number == 0 && tried.balance == given.balance && tried.unnamed == given.unnamed)
    #expect(tried.assignment.isEmpty)
    #expect(given.assignment == malabutor + "/suspense-assignments/1")
    #expect(given.number == 1 && given.balance == 50_000 && given.unnamed == 30_000)
    #expect(try await held("2016-02-20").unnamed == 80_000)
    #expect(try await held("2016-02-21").suspense.map(\.balance) == [50_000])
    _ = try await lent.suspense.applySuspense(
      .with {
        $0.write = writing(on: "2016-02-22")
        $0.name = lent.loan
        $0.amount = 20_000
      }, metadata: lent.desks.cashier)
    func unassign(on day: String) async throws -> Bergulir_V1_UnassignSuspenseResponse {
      try await lent.suspense.unassignSuspense(
        .with {
          $0.write = writing(on: day)
          $0.parent = malabutor
          $0.number = 1
          $0.reason = "KSM lain"
        }, metadata: lent.desks.manager)
    }
    let used = await problem { _ = try await unassign(on: "2016-02-23") }
    #expect(used?.first.reason == "SUSPENSE_EXCEEDED")
    _ = try await lent.reverse("KW-2016-0001", by: lent.desks.manager, on: "2016-02-23")
    let back = try await unassign(on: "2016-02-23")
    #expect(back.balance == 0 && back.unnamed == 80_000)
    let listed = try await lent.suspense.listSuspenseAssignments(
      .with { $0.parent = malabutor }, metadata: lent.desks.manager
    ).assignments
    #expect(listed.map(\.amount) == [50_000, -50_000] && listed.map(\.takesBack) == [0, 1])
    #expect(listed.map(\.name) == [1, 2].map { malabutor + "/suspense-assignments/\($0)" })
    #expect(try await lent.daemon.store.verifyChain(lent.daemon.world.upk.id).isIntact)
  }
}

/// 80,000 that nobody put a name to.
private func receiveUnnamed(_ world: FundWorld) async throws {
  try await world.fixture.run(
    PostJournal(
      upk: world.upk.id,
      lines: [
        PostJournal.Line(
          number: 1, day: day("2016-02-20"), description: "Setoran tanpa nama", debit: .cash,
          credit: .suspense, amount: Rupiah(80_000), reference: nil)
      ]), by: world.bookkeeper)
}
