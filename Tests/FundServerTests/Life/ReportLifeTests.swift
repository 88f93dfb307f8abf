import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A request that names the UPK of the small world and a day.
private struct AsOfRequest {
  let day: String

  /// The same request as any message that has these two fields.
  func message<Request: AsOfMessage>() -> Request {
    .with {
      $0.parent = malabutor
      $0.asOf = day
    }
  }
}

private protocol AsOfMessage: Message {
  var parent: String { get set }
  var asOf: String { get set }
}

extension Bergulir_V1_GetLoanProgressRequest: AsOfMessage {}
extension Bergulir_V1_GetReserveRequest: AsOfMessage {}
extension Bergulir_V1_GetIncomeStatementRequest: AsOfMessage {}
extension Bergulir_V1_GetCashFlowRequest: AsOfMessage {}
extension Bergulir_V1_GetEquityChangesRequest: AsOfMessage {}
extension Bergulir_V1_GetTrialBalanceRequest: AsOfMessage {}
extension Bergulir_V1_GetPipelineRequest: AsOfMessage {}
extension Bergulir_V1_GetQuickStatusRequest: AsOfMessage {}
extension Bergulir_V1_GetDataQualityRequest: AsOfMessage {}

/// Asks for the reports of the small world as one of its officers.
private struct Reports {
  let client: Bergulir_V1_ReportService.Client<InProcessTransport.Client>
  let metadata: Metadata

  typealias AsOf =
    @Sendable (Reports, AsOfRequest) async throws -> Bergulir_V1_Report

  static let asOf: [(name: String, call: AsOf)] = [
    ("loan-progress", { try await $0.client.getLoanProgress($1.message(), metadata: $0.metadata) }),
    ("reserve", { try await $0.client.getReserve($1.message(), metadata: $0.metadata) }),
    (
      "income-statement",
      { try await $0.client.getIncomeStatement($1.message(), metadata: $0.metadata) }
    ),
    ("cash-flow", { try await $0.client.getCashFlow($1.message(), metadata: $0.metadata) }),
    (
      "equity-changes",
      { try await $0.client.getEquityChanges($1.message(), metadata: $0.metadata) }
    ),
    ("trial-balance", { try await $0.client.getTrialBalance($1.message(), metadata: $0.metadata) }),
    ("pipeline", { try await $0.client.getPipeline($1.message(), metadata: $0.metadata) }),
    ("quick-status", { try await $0.client.getQuickStatus($1.message(), metadata: $0.metadata) }),
    ("data-quality", { try await $0.client.getDataQuality($1.message(), metadata: $0.metadata) }),
  ]

  func named(_ name: String, asOf day: String = "") async throws -> Bergulir_V1_Report {
    let found = try #require(Reports.asOf.first { $0.name == name })
    return try await found.call(
      self, AsOfRequest(day: day))
  }

  func ledger(
    _ account: Int32, from: String = "", until: String = ""
  ) async throws -> Bergulir_V1_Report {
    try await client.getLedger(
      .with {
        $0.parent = malabutor
        $0.account = account
        $0.from = from
        $0.until = until
      }, metadata: metadata)
  }

  func money(_ direction: String) async throws -> Bergulir_V1_Report {
    try await client.getMoneyRecord(
      .with {
        $0.parent = malabutor
        $0.direction = direction
      }, metadata: metadata)
  }

  func explanation(_ indicator: String) async throws -> Bergulir_V1_Report {
    try await client.explainIndicator(
      .with {
        $0.parent = malabutor
        $0.indicator = indicator
      }, metadata: metadata)
  }

  func card(_ loan: String, asOf day: String = "") async throws -> Bergulir_V1_Report {
    try await client.getLoanCard(
      .with {
        $0.name = malabutor + "/loans/" + loan
        $0.asOf = day
      }, metadata: metadata)
  }
}

extension Bergulir_V1_Report {
  /// The cells of a row by column, where one column says which row.
  fileprivate func row(_ column: String, _ value: String) -> [String: String] {
    let rows = rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), row.cells))
    }
    return rows.first { $0[column] == value } ?? [:]
  }

  fileprivate func fact(_ name: String) -> String? { facts.first { $0.name == name }?.value }
}

/// A loan of five million of which one installment of ten came in.
private func withLoan(_ body: (Daemon, Reports) async throws -> Void) async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let loan = try await daemon.world.disbursedLoan(
      try await daemon.world.registerKSM(members: 5))
    try await daemon.world.fixture.run(
      daemon.world.repayment(loan, Rupiah(575_000), on: day("2016-02-20")),
      by: daemon.world.cashier)
    try await body(
      daemon,
      Reports(
        client: Bergulir_V1_ReportService.Client(wrapping: daemon.client),
        metadata: desks.manager))
  }
}

@Test func `the reports of a day say the same of loans and books`() async throws {
  try await withLoan { daemon, reports in
    let progress = try await reports.named("loan-progress")
    let total = progress.row("row", "total")
    #expect(total["outstanding"] == "4500000" && total["to_date_charge"] == "75000")
    #expect(progress.row("row", "subtotal")["area"] == "92.71.03.1004")
    #expect(progress.row("row", "line")["loan"] == malabutor + "/loans/1")
    #expect(progress.row("row", "line")["rate_percent"] == "1.5")
    let february = try await reports.named("loan-progress", asOf: "2016-02-29")
    #expect(february.row("row", "total")["month_principal"] == "500000")
    #expect(february.row("row", "total")["achieved_percent"] == "100.00")
    let income = try await reports.named("income-statement")
    #expect(income.row("row", "total")["this_year"] == "75000")
    #expect(income.row("account", "41010")["this_month"] == "0")
    let flow = try await reports.named("cash-flow")
    #expect(flow.row("row", "closing")["this_year"] == "395605000")
    #expect(flow.row("account", "11030")["year_received"] == "500000")
    let cash = try await reports.ledger(11010)
    #expect(cash.row("row", "closing")["balance"] == "575000" && cash.fact("account") == "11010")
    let sheet = try await reports.named("trial-balance")
    let sums = sheet.row("row", "total")
    #expect(sums["closing_debit"] == sums["closing_credit"] && sums["opening"] == "0")
    let equity = try await reports.named("equity-changes")
    #expect(equity.row("row", "total")["closing"] == "400075000")
    let came = try await reports.money("received")
    #expect(came.row("row", "total")["amount"] == "575000")
    #expect(came.row("row", "line")["account"] == "11010")
    let went = try await reports.money("paid")
    #expect(went.row("row", "total")["amount"] == "5000000")
    let card = try await reports.card("1")
    #expect(card.row("row", "total")["balance"] == "4500000")
    #expect(card.row("row", "payment")["receipt"] == "KW-2016-0001")
    let pipeline = try await reports.named("pipeline")
    #expect(pipeline.rows.count == 1 && pipeline.row("skip", "none")["stage"] == "disbursed")
    let status = try await reports.named("quick-status")
    #expect(status.row("measure", "outstanding")["amount"] == "4500000")
    #expect(status.row("measure", "membersServed")["count"] == "5")
    let quality = try await reports.named("data-quality")
    let broken = quality.rows.filter { $0.cells[1] == "false" }.map { $0.cells[0] }
    #expect(Set(broken).isSubset(of: ["reserveFormed", "monthsClosed"]))
    #expect(quality.row("control", "loansAgree")["found"] == "4500000")
  }
}

@Test func `what explains an indicator sums to its inputs`() async throws {
  try await withLoan { daemon, reports in
    let sheet = try await Bergulir_V1_IndicatorService.Client(wrapping: daemon.client)
      .getIndicators(.with { $0.parent = malabutor }, metadata: reports.metadata)
    #expect(sheet.indicators.count == 5)
    for indicator in sheet.indicators {
      let explanation = try await reports.explanation(indicator.indicator)
      let total = explanation.row("row", "total")
      #expect(total["numerator"] == "\(indicator.numerator)", "\(indicator.indicator)")
      let denominator = try #require(total["denominator"].flatMap { Int64($0) })
      #expect(max(0, denominator) == indicator.denominator, "\(indicator.indicator)")
      #expect(explanation.fact("category") == indicator.category)
    }
  }
}

@Test func `every column of every report has a heading, and every cell fits its column`()
  async throws
{
  try await withLoan { _, reports in
    var all: [Bergulir_V1_Report] = []
    for (name, _) in Reports.asOf {
      let report = try await reports.named(name)
      #expect(report.report == name && report.upk == malabutor)
      all.append(report)
    }
    all.append(try await reports.ledger(11021))
    all.append(try await reports.money("paid"))
    all.append(try await reports.card("1"))
    for kind in IndicatorKind.allCases { all.append(try await reports.explanation(kind.rawValue)) }
    for report in all {
      #expect(!report.rows.isEmpty, "\(report.report)")
      for column in report.columns {
        #expect(Headings.of(column.name, holding: .name) != nil, "\(column.name)")
        #expect(ReportKind(rawValue: column.kind) != nil, "\(column.kind)")
      }
      for fact in report.facts {
        #expect(Headings.of(fact.name, holding: .name) != nil, "\(fact.name)")
      }
      #expect(report.rows.allSatisfy { $0.cells.count == report.columns.count })
    }
  }
}

@Test func `a report of a past day stays as it was`() async throws {
  try await withLoan { daemon, reports in
    var before: [Bergulir_V1_Report] = []
    for (name, _) in Reports.asOf {
      before.append(try await reports.named(name, asOf: "2016-06-30"))
    }
    try await daemon.world.fixture.run(
      daemon.world.repayment(
        LoanID(daemon.world.upk.id, 1), Rupiah(1_150_000), on: day("2016-07-20")),
      by: daemon.world.cashier)
    for report in before {
      #expect(try await reports.named(report.report, asOf: "2016-06-30") == report)
    }
    let now = try await reports.named("loan-progress", asOf: "2016-07-31")
    #expect(now.row("row", "total")["outstanding"] == "3500000")
  }
}

@Test func `what cannot be reported is refused with its field`() async throws {
  try await withLoan { daemon, reports in
    typealias Call = () async throws -> Bergulir_V1_Report
    let cases: [(reason: String, call: Call)] = [
      (
        "FIELD_INVALID",
        { try await reports.ledger(11010, from: "2016-03-01", until: "2016-02-01") }
      ),
      (
        "RANGE_TOO_LONG",
        { try await reports.ledger(11010, from: "2015-01-01", until: "2016-01-01") }
      ),
      ("DAY_IN_FUTURE", { try await reports.ledger(11010, until: "2017-01-01") }),
      ("NOT_FOUND", { try await reports.ledger(99999) }),
      ("FIELD_INVALID", { try await reports.money("lost") }),
      ("FIELD_MISSING", { try await reports.money("") }),
      ("FIELD_INVALID", { try await reports.explanation("NPL") }),
      ("NOT_FOUND", { try await reports.card("9") }),
      ("NOT_FOUND", { try await reports.card("1", asOf: "2016-01-19") }),
      ("DAY_IN_FUTURE", { try await reports.named("loan-progress", asOf: "2017-01-01") }),
    ]
    for (reason, call) in cases {
      let found = await problem { _ = try await call() }
      #expect(found?.first.reason == reason)
    }
    let edge = try await reports.ledger(11010, from: "2015-01-01", until: "2015-12-31")
    #expect(edge.rows.count == 2)
  }
}
