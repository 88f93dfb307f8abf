import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// Every statement of a day, and what explains the two indicators of the books.
private func statements(
  of daemon: Daemon, asOf day: String, by metadata: Metadata
) async throws -> [Bergulir_V1_Report] {
  let reports = Bergulir_V1_ReportService.Client(wrapping: daemon.client)
  var found = [
    try await reports.getIncomeStatement(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
    try await reports.getCashFlow(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
    try await reports.getEquityChanges(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
    try await reports.getTrialBalance(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
    try await reports.getReserve(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
    try await reports.getQuickStatus(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
    try await reports.getDataQuality(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
    try await reports.getLoanProgress(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
  ]
  for indicator in ["CCr", "ROI"] {
    found.append(
      try await reports.explainIndicator(
        .with {
          $0.parent = malabutor
          $0.indicator = indicator
          $0.asOf = day
        }, metadata: metadata))
  }
  return found
}

private func sheets(
  of daemon: Daemon, asOf day: String, by metadata: Metadata
) async throws -> [any Message] {
  [
    try await Bergulir_V1_AccountService.Client(wrapping: daemon.client).getBalanceSheet(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
    try await Bergulir_V1_IndicatorService.Client(wrapping: daemon.client).getIndicators(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
    try await Bergulir_V1_BudgetService.Client(wrapping: daemon.client).getRealisation(
      .with { ($0.parent, $0.asOf) = (malabutor, day) }, metadata: metadata),
  ]
}

@Test func `the close of a year leaves every report of its last day and of the next as it was`()
  async throws
{
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let world = daemon.world
    func line(_ number: Int, debit: AccountCode, credit: AccountCode, _ amount: Int64)
      -> PostJournal.Line
    {
      PostJournal.Line(
        number: number, day: day("2015-12-30"), description: "bank", debit: debit, credit: credit,
        amount: Rupiah(amount), reference: nil)
    }
    try await world.fixture.run(
      PostJournal(
        upk: world.upk.id,
        lines: [
          line(1, debit: .bank, credit: .otherIncome, 1_000),
          line(2, debit: .bankFees, credit: .bank, 300),
        ]), by: world.bookkeeper)
    try await world.close(through: month("2015-12"))
    func seen() async throws -> ([Bergulir_V1_Report], [String]) {
      var reports: [Bergulir_V1_Report] = []
      var texts: [String] = []
      for day in ["2015-12-31", "2016-01-01", "2016-02-29"] {
        reports += try await statements(of: daemon, asOf: day, by: desks.coordinator)
        texts += try await sheets(of: daemon, asOf: day, by: desks.coordinator)
          .map { try $0.jsonString() }
      }
      return (reports, texts)
    }
    let before = try await seen()
    try await world.fixture.run(
      CloseYear(upk: world.upk.id, year: 2015, day: day("2016-01-04")), by: world.bookkeeper)
    let after = try await seen()
    #expect(after.0 == before.0 && after.1 == before.1)
    let income = try #require(after.0.first)
    #expect(income.rows.last?.cells.contains("700") == true)
  }
}
