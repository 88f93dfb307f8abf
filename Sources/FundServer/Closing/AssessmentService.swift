internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The assessment of bookkeeping.
struct AssessmentService: Bergulir_V1_AssessmentService.SimpleServiceProtocol {
  let desk: Desk

  func getAssessment(
    request: Bergulir_V1_GetAssessmentRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Assessment {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let last = BookkeepingAssessment.lastMonth(asOf: day)
    let movements = MovementsKey(upk: upk.id, upTo: last.last)
    let facts = try await desk.store.facts(asOf: day) {
      $0.budgetsOf.insert(upk.id)
      $0.policiesOf.insert(upk.id)
      $0.portfolios.insert(upk.id)
      $0.movements.insert(movements)
    }
    let periods = try await desk.store.periodVersions(
      upk.id, from: last.adding(-2), until: last)
    let first = last.adding(-2).first
    let books = try await desk.store.assessedBooks(upk.id, from: first, through: last.last)
    let papers = try await desk.store.assessedPapers(
      upk.id, from: first, through: last.last, asOf: day)
    let loans = (facts.portfolios[upk.id] ?? .empty).loans
    let record = AssessmentRecord(
      budgets: facts.budgets[upk.id] ?? [], periods: periods.filter { $0.closedOn <= day },
      trial: TrialBalance(asOf: last.last, movements: facts.movements[movements] ?? []),
      portfolio: Portfolio(loans.positions(asOf: last.last)),
      groupSavings: books.groupSavings,
      scheme: (facts.policies[upk.id] ?? []).reserveScheme(on: last.last),
      cashBookLag: books.cashBookLag, papers: papers)
    return Bergulir_V1_Assessment(BookkeepingAssessment(record, asOf: day), in: upk.code)
  }
}
