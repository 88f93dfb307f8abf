internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Statements and ledgers.
extension ReportService {
  func getIncomeStatement(
    request: Bergulir_V1_GetIncomeStatementRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let (upk, day, record) = try await books(asOf: request.asOf)
    return Bergulir_V1_Report(
      IncomeStatement(record.movements, chart: record.chart, asOf: day), of: upk)
  }

  func getCashFlow(
    request: Bergulir_V1_GetCashFlowRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let (upk, day, record) = try await books(asOf: request.asOf)
    return Bergulir_V1_Report(
      CashFlow(
        record.vouchers, movements: record.movements, chart: record.chart, asOf: day), of: upk)
  }

  func getEquityChanges(
    request: Bergulir_V1_GetEquityChangesRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let (upk, day, record) = try await books(asOf: request.asOf)
    return Bergulir_V1_Report(
      EquityChanges(record.movements, chart: record.chart, asOf: day), of: upk)
  }

  func getTrialBalance(
    request: Bergulir_V1_GetTrialBalanceRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let (upk, day, record) = try await books(asOf: request.asOf)
    return Bergulir_V1_Report(
      TrialBalanceSheet(record.movements, chart: record.chart, asOf: day), of: upk)
  }

  func getLedger(
    request: Bergulir_V1_GetLedgerRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let upk = Call.current.upk
    let span = try ReportSpan(from: request.from, until: request.until)
    let record = try await desk.store.journalRecord(
      upk.id, movementsUpTo: span.from.addingDays(-1), vouchers: span.from...span.until)
    let code = AccountCode(request.account)
    guard let account = record.chart.first(where: { $0.code == code }) else {
      throw Refusal(.notFound(.account, name: "\(request.account)"))
    }
    return Bergulir_V1_Report(
      AccountLedger(
        account, vouchers: record.vouchers, movements: record.movements, from: span.from,
        until: span.until), of: upk.code)
  }

  func getMoneyRecord(
    request: Bergulir_V1_GetMoneyRecordRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let upk = Call.current.upk
    let direction = try Field("direction", request.direction).choice(MoneyDirection.self)
    let span = try ReportSpan(from: request.from, until: request.until)
    let record = try await desk.store.journalRecord(
      upk.id, movementsUpTo: span.from.addingDays(-1), vouchers: span.from...span.until)
    return Bergulir_V1_Report(
      direction, of: record.vouchers, in: upk.code, from: span.from, until: span.until)
  }

  /// The books up to a day, with the vouchers of its year.
  private func books(
    asOf: String
  ) async throws -> (upk: Code, day: Day, record: JournalRecord) {
    let upk = Call.current.upk
    let day = try Call.current.day(asOf)
    let record = try await desk.store.journalRecord(
      upk.id, movementsUpTo: day, vouchers: day.yearBegin...day)
    return (upk.code, day, record)
  }
}

/// The days of a ledger.
private struct ReportSpan {
  static let limitMonths = 12

  let from: Day
  let until: Day

  /// The days asked for: to today and from 1 January where none is named.
  ///
  /// - Throws: `fieldInvalid`, also for a last day before the first; `rangeTooLong`; a refusal
  ///   `dayInFuture`.
  init(from: String, until: String) throws {
    let last = try Call.current.past(
      try Field("until", until).day(or: Call.current.today))
    let first = try Field("from", from).day(or: last.yearBegin)
    guard first <= last else {
      throw Fault.fieldInvalid("until", expected: .notBefore("from"))
    }
    guard last < first.addingMonths(Self.limitMonths) else {
      throw Fault.rangeTooLong(limitMonths: Self.limitMonths)
    }
    self.from = first
    self.until = last
  }
}
