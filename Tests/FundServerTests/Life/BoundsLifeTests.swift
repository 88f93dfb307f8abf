import BooksVerification
import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A province's limit of cash and its rule for profits, as clients meet them.
private struct Province {
  let daemon: Daemon
  let desks: Desks

  var policies: Bergulir_V1_PolicyService.Client<InProcessTransport.Client> {
    Bergulir_V1_PolicyService.Client(wrapping: daemon.client)
  }
  var cash: Bergulir_V1_CashCountService.Client<InProcessTransport.Client> {
    Bergulir_V1_CashCountService.Client(wrapping: daemon.client)
  }
  var reports: Bergulir_V1_ReportService.Client<InProcessTransport.Client> {
    Bergulir_V1_ReportService.Client(wrapping: daemon.client)
  }

  /// Sets bounds that are the standard ones but for what `change` says.
  func setBounds(
    from day: String, on booked: String, _ change: (inout Bergulir_V1_PolicyBounds) -> Void
  ) async throws {
    var bounds = try await policies.getPolicyBounds(.init(), metadata: desks.cashier)
    bounds.validFrom = day
    bounds.reason = "Circular 1"
    change(&bounds)
    let sent = bounds
    _ = try await policies.setPolicyBounds(
      .with {
        $0.write = writing(on: booked)
        $0.bounds = sent
      }, metadata: desks.administrator)
  }

  func count(_ counted: Int64, on day: String) async throws
    -> Bergulir_V1_RecordCashCountResponse
  {
    try await cash.recordCashCount(
      .with {
        $0.write = writing(on: day)
        $0.parent = malabutor
        $0.counted = counted
        $0.witness = "persons/\(daemon.world.manager.value)"
      }, metadata: desks.cashier)
  }

  func allocate(_ parts: [(String, Int32)]) async throws -> Bergulir_V1_AllocateProfitResponse {
    try await Bergulir_V1_ProfitService.Client(wrapping: daemon.client).allocateProfit(
      .with {
        $0.write = writing(on: "2017-02-10")
        $0.name = malabutor + "/years/2016"
        $0.minutes = "RWT-2017"
        $0.parts = parts.map { purpose, hundredths in
          .with {
            $0.purpose = purpose
            $0.hundredths = hundredths
          }
        }
      }, metadata: desks.coordinator)
  }

  /// Savers' cash that is brought to the bank.
  func bankSavings(_ amount: Int64, on text: String) async throws {
    try await daemon.world.fixture.run(
      BankSavings(
        upk: daemon.world.upk.id, amount: Rupiah(amount), reference: nil, day: day(text)),
      by: daemon.world.cashier)
  }

  /// Money that goes from one account to another, posted by hand.
  func move(_ amount: Int64, from credit: AccountCode, to debit: AccountCode, on text: String)
    async throws
  {
    try await daemon.world.fixture.run(
      PostJournal(
        upk: daemon.world.upk.id,
        lines: [
          PostJournal.Line(
            number: 1, day: day(text), description: "-", debit: debit, credit: credit,
            amount: Rupiah(amount), reference: nil)
        ]), by: daemon.world.bookkeeper)
  }
}

extension Bergulir_V1_Report {
  fileprivate func cells(of name: String) -> [String] {
    rows.first { $0.cells.first == name }?.cells ?? []
  }
  fileprivate func fact(_ name: String) -> String? { facts.first { $0.name == name }?.value }
}

@Test func `cash above its limit is never refused, and told of until it is at the bank`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let province = Province(daemon: daemon, desks: try await Desks(daemon))
    let world = daemon.world
    let ksm = try await world.registerKSM(members: 5)
    let loan = try await world.disbursedLoan(ksm)
    try await province.bankSavings(30_000, on: "2016-02-01")
    try await province.setBounds(from: "2016-02-01", on: "2016-01-25") { $0.cashLimit = 200_000 }
    try await world.fixture.run(
      world.repayment(loan, Rupiah(575_000), on: day("2016-02-20")), by: world.cashier)
    let evening = try await province.count(575_000, on: "2016-02-20")
    #expect(evening.deposit == 375_000 && evening.depositBy == "2016-02-21")
    #expect(evening.keptOn == [])
    try await province.move(300_000, from: .cash, to: .bank, on: "2016-02-21")
    let late = try await province.count(275_000, on: "2016-02-22")
    #expect(late.deposit == 75_000 && late.depositBy == "2016-02-23")
    #expect(late.keptOn == ["2016-02-20..2016-02-21"])
    try await province.move(75_000, from: .cash, to: .bank, on: "2016-02-23")
    let done = try await province.count(200_000, on: "2016-02-23")
    #expect(done.deposit == 0 && done.depositBy.isEmpty)
    #expect(done.keptOn == ["2016-02-20..2016-02-21"])

    // The savers' cash is cash in hand too, until it is banked.
    try await world.fixture.run(
      DepositSavings(
        ksm: ksm, amount: Rupiah(40_000), account: .savingsCash, reference: "T-9",
        day: day("2016-02-25")), by: world.cashier)
    let saved = try await province.count(200_000, on: "2016-02-25")
    #expect(saved.deposit == 40_000 && saved.depositBy == "2016-02-26")
    try await province.bankSavings(40_000, on: "2016-02-27")
    let banked = try await province.count(200_000, on: "2016-02-27")
    #expect(banked.deposit == 0)
    #expect(banked.keptOn == ["2016-02-20..2016-02-21", "2016-02-25"])

    func status(_ day: String) async throws -> Bergulir_V1_Report {
      try await province.reports.getQuickStatus(
        .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: province.desks.manager)
    }
    let before = try await status("2016-02-20")
    #expect(before.cells(of: "cashDue")[2] == "375000")
    #expect(before.cells(of: "cashKept")[1] == "0" && before.fact("cash_kept_on") == "")
    let after = try await status("2016-02-23")
    #expect(after.cells(of: "cashDue")[2] == "0")
    #expect(Array(after.cells(of: "cashKept")[1...2]) == ["2", "75000"])
    let quality = try await province.reports.getDataQuality(
      .with { ($0.parent, $0.asOf) = (malabutor, "2016-02-23") }, metadata: province.desks.manager)
    #expect(quality.cells(of: "cashDeposited") == ["cashDeposited", "false", "0", "2"])
    #expect(quality.fact("cash_kept_on") == "2016-02-20..2016-02-21")
    let neglected = try await Bergulir_V1_ActivityService.Client(wrapping: daemon.client)
      .listNeglected(
        .with { ($0.parent, $0.asOf) = (malabutor, "2016-02-23") },
        metadata: province.desks.manager)
    #expect(neglected.cashKeptOn == ["2016-02-20..2016-02-21"])
    #expect(try await world.fixture.verify(world.upk.id).findings == [])
  }
}

/// Gives `body` a daemon on the small world as it may lend, on another day than usual.
private func servingLenders(
  today: Day, _ body: (Daemon) async throws -> Void
) async throws {
  try await FundFixture.withWorld(today: today) { world in
    try await Daemon.serving(
      world.store, today: today, database: world.fixture.connectionString
    ) { try await body(Daemon(world: world, client: $0)) }
  }
}

@Test func `a province that says so leaves the profit of a year at risk to capital alone`()
  async throws
{
  try await servingLenders(today: day("2017-03-31")) { daemon in
    let province = Province(daemon: daemon, desks: try await Desks(daemon))
    let world = daemon.world
    _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
    try await province.move(1_000_000, from: .otherIncome, to: .bank, on: "2016-02-01")
    try await world.close(through: month("2016-12"))
    try await world.fixture.run(
      CloseYear(upk: world.upk.id, year: 2015, day: day("2017-01-04")), by: world.bookkeeper)
    try await world.fixture.run(
      CloseYear(upk: world.upk.id, year: 2016, day: day("2017-01-05")), by: world.bookkeeper)
    try await province.setBounds(from: "2017-02-01", on: "2017-01-10") {
      $0.leastCapital = 6_000
      $0.profitAtRisk = "capitalOnly"
    }
    let refused = await problem {
      _ = try await province.allocate([("capital", 9_000), ("supervisors", 1_000)])
    }
    #expect(refused?.violations.map(\.reason) == ["PROFIT_FOR_CAPITAL_ONLY"])
    #expect(refused?.facts["par"] == "100.00" && refused?.facts["percent"] == "90.00")
    let done = try await province.allocate([("capital", 10_000)])
    let listed = try await Bergulir_V1_ProfitService.Client(wrapping: daemon.client)
      .listAllocations(.with { $0.parent = malabutor }, metadata: province.desks.coordinator)
    #expect(listed.allocations.map(\.bounds) == ["policy-bounds/1"])
    #expect(listed.allocations.map(\.amount) == [done.amount])
    #expect(try await world.fixture.verify(world.upk.id).findings == [])
  }
}
