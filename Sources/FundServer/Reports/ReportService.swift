internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Reports on one UPK or an area, as of any day.
struct ReportService: Bergulir_V1_ReportService.SimpleServiceProtocol {
  let desk: Desk

  func getLoanProgress(
    request: Bergulir_V1_GetLoanProgressRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let book = try await desk.store.loanBook(upk.id)
    return Bergulir_V1_Report(LoanProgress(book.loans, asOf: day), of: upk)
  }

  func getAreaLoanProgress(
    request: Bergulir_V1_GetAreaLoanProgressRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let area = try Field("parent", request.parent).area()
    let day = try Call.current.day(request.asOf)
    return Bergulir_V1_Report(
      try await table(area, asOf: day, atOnce: 20) { upks in
        let facts = try await desk.store.facts(asOf: day) { $0.portfolios.formUnion(upks) }
        return facts.portfolios.mapValues { LoanProgress($0.loans, asOf: day).total }
      }, of: area)
  }

  func getAreaCollectability(
    request: Bergulir_V1_GetAreaCollectabilityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let area = try Field("parent", request.parent).area()
    let day = try Call.current.day(request.asOf)
    return Bergulir_V1_Report(
      try await table(area, asOf: day, atOnce: 500) {
        try await desk.store.portfolios(of: $0, asOf: day)
      }, of: area)
  }

  /// Reads some UPK after the others: a day that is past is the same in each of them.
  private func table<Figures: AreaFigures>(
    _ area: RegionCode?, asOf day: Day, atOnce: Int,
    _ figures: ([UPKID]) async throws -> [UPKID: Figures]
  ) async throws -> AreaTable<Figures> {
    var parts: [AreaTable<Figures>.Part] = []
    var after: Code?
    repeat {
      let upks = try await desk.store.upks(in: area, after: after, limit: atOnce)
      let found = try await figures(upks.map(\.id))
      parts += upks.map {
        .init(upk: $0.code, region: $0.region, figures: found[$0.id] ?? .nothing)
      }
      after = upks.count < atOnce ? nil : upks.last?.code
    } while after != nil
    return AreaTable(parts, in: area, asOf: day)
  }

  func getReserve(
    request: Bergulir_V1_GetReserveRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let key = MovementsKey(upk: upk.id, upTo: day)
    let facts = try await desk.store.facts(asOf: day) {
      $0.portfolios.insert(upk.id)
      $0.movements.insert(key)
      $0.policiesOf.insert(upk.id)
    }
    let policies = facts.policies[upk.id] ?? []
    return Bergulir_V1_Report(
      ReserveProgress(
        facts.portfolios[upk.id] ?? .empty, movements: facts.movements[key] ?? [], asOf: day
      ) { policies.reserveScheme(on: $0) }, of: upk.code)
  }

  func getLoanCard(
    request: Bergulir_V1_GetLoanCardRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let name = try Field("name", request.name).loan()
    let day = try Call.current.day(request.asOf)
    let record = try await desk.store.loanRecord(
      LoanID(Call.current.upk.id, name.number), asOf: day)
    guard let record,
      let card = LoanCard(record.history, repayments: record.repayments, asOf: day)
    else { throw Refusal(.notFound(.loan, name: "\(name.number)")) }
    return Bergulir_V1_Report(card, of: name.upk)
  }

  func getPipeline(
    request: Bergulir_V1_GetPipelineRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let applications = try await desk.store.applications(
      upk.id, state: nil, on: day, after: nil, limit: .max)
    let paidOut = try await desk.store.loanBook(upk.id).loans.reduce(into: [:]) {
      $0[$1.loan.id] = $1.loan.disbursedOn
    }
    let progress = applications.compactMap { application in
      PipelineProgress(
        application, disbursedOn: application.loan.flatMap { paidOut[$0] }, asOf: day)
    }
    return Bergulir_V1_Report(progress, of: upk.code, asOf: day)
  }
}

extension ReportService {
  func explainIndicator(
    request: Bergulir_V1_ExplainIndicatorRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Report {
    let upk = Call.current.upk
    let kind = try Field("indicator", request.indicator).choice(IndicatorKind.self)
    let day = try Call.current.day(request.asOf)
    let explanation =
      switch kind {
      case .lar: try await explanation(.lar, of: upk, on: day)
      case .par: try await explanation(.par, of: upk, on: day)
      case .rr: try await explanation(.rr, of: upk, on: day)
      case .ccr: try await explanation(.ccr, of: upk, on: day)
      case .roi: try await explanation(.roi, of: upk, on: day)
      }
    return Bergulir_V1_Report(explanation, of: upk.code)
  }

  private func explanation(
    _ kind: LoanIndicator, of upk: UPK, on day: Day
  ) async throws -> IndicatorExplanation {
    let book = try await desk.store.loanBook(upk.id)
    return IndicatorExplanation(kind, Portfolio(book.loans.positions(asOf: day)), asOf: day)
  }

  private func explanation(
    _ kind: BookIndicator, of upk: UPK, on day: Day
  ) async throws -> IndicatorExplanation {
    let end = IndicatorSheet.lastMonthEnd(day)
    let record = try await desk.store.journalRecord(
      upk.id, movementsUpTo: end, vouchers: end.yearBegin...end)
    let trial = TrialBalance(asOf: end, movements: record.movements)
    let sheet = IndicatorSheet(
      asOf: end, portfolio: .nothing, trial: trial, operatingSince: upk.operatingSince)
    return IndicatorExplanation(kind, sheet, trial: trial, vouchers: record.vouchers)
  }
}

extension Day {
  /// 1 January of its year.
  var yearBegin: Day { Month(year: year, month: 1).first }
}
