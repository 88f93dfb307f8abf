import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A world whose second quarter of 2015 has everything on paper; its supervisor came in May.
private func putOnPaper(_ world: FundWorld) async throws {
  func run(_ command: some Command, by person: PersonID) async throws {
    try await world.fixture.run(command, by: person)
  }
  let upk = world.upk.id
  let supervisor = try #require(try await world.registerPersons(1).first)
  try await run(
    AssignRole(
      person: supervisor, role: .supervisor, scope: .upk(upk), from: day("2015-03-01"), until: nil,
      day: day("2015-03-01")), by: PersonID(0))
  try await run(
    ProposeBudget(
      upk: upk, year: 2015,
      lines: [Budget.Line(AccountCode(41020), Rupiah(1_000))],
      day: day("2015-03-02")), by: world.manager)
  try await run(
    ApproveBudget(upk: upk, number: 1, minutes: "BA-3", day: day("2015-03-03")),
    by: world.coordinator)
  for name in ["2015-04", "2015-05", "2015-06"] {
    let month = month(name)
    try await run(
      PostJournal(
        upk: upk,
        lines: [
          PostJournal.Line(
            number: 1, day: month.last, description: "bunga", debit: .bank, credit: .otherIncome,
            amount: Rupiah(100), reference: nil)
        ]), by: world.bookkeeper)
    // Counted again after a rupiah too much was counted: the last count is the month's.
    try await count(Rupiah(1), on: month.last, in: world)
    try await count(.zero, on: month.last, in: world)
    if name == "2015-05" {
      try await run(
        RecordSupervision(upk: upk, note: "Buku kas", findings: [], day: month.last),
        by: supervisor)
    }
    try await world.close(through: month)
    let after = month.last.addingDays(3)
    let held = FundWorld.capital + Rupiah(100 * Int64(month.month - 3))
    let lines = [
      StatementLine(number: 1, on: month.last, text: "BUNGA", amount: Rupiah(100), balance: held)
    ]
    try await run(
      ReconcileBank(upk: upk, account: .bank, month: month, lines: lines, day: after),
      by: world.bookkeeper)
    for kind in PublicationKind.allCases {
      try await run(
        RecordPublication(
          upk: upk, publication: kind, month: month, reference: "Papan", day: after),
        by: world.manager)
    }
  }
}

private func count(_ counted: Rupiah, on day: Day, in world: FundWorld) async throws {
  try await world.fixture.run(
    RecordCashCount(
      upk: world.upk.id, counted: counted, witness: world.manager, note: "", day: day),
    by: world.cashier)
}

@Test func `the assessment reads what was counted, reconciled, published and inspected`()
  async throws
{
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    try await putOnPaper(daemon.world)
    func failing(_ day: String) async throws -> [String] {
      let assessment = try await Bergulir_V1_AssessmentService.Client(wrapping: daemon.client)
        .getAssessment(
          .with {
            $0.parent = malabutor
            $0.asOf = day
          }, metadata: desks.coordinator)
      return assessment.items.filter { !$0.passed }.map(\.item)
    }
    // Of June nothing was published or reconciled yet.
    #expect(try await failing("2015-07-02") == ["bankReconciled", "boardReport", "noticeSheet"])
    #expect(try await failing("2015-07-06") == [])
    try await count(Rupiah(1), on: day("2015-07-31"), in: daemon.world)
    #expect(
      try await failing("2015-08-06") == [
        "cashCount", "bankReconciled", "closedInTime", "boardReport", "noticeSheet",
      ])
  }
}
