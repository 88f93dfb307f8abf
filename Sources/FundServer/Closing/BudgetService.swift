internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Yearly budgets.
struct BudgetService: Bergulir_V1_BudgetService.SimpleServiceProtocol {
  let desk: Desk

  func proposeBudget(
    request: Bergulir_V1_ProposeBudgetRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ProposeBudgetResponse {
    let upk = Call.current.upk.id
    let year = try PeriodService.year(request.year)
    let lines = request.budgetLines
    let done = try await desk.perform(request.write) {
      ProposeBudget(upk: upk, year: year, lines: lines, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func approveBudget(
    request: Bergulir_V1_ApproveBudgetRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ApproveBudgetResponse {
    let upk = Call.current.upk.id
    let number = try Field("name", request.name).budget()
    let minutes = try Field("minutes", request.minutes).line()
    let done = try await desk.perform(request.write) {
      ApproveBudget(upk: upk, number: number, minutes: minutes, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listBudgets(
    request: Bergulir_V1_ListBudgetsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListBudgetsResponse {
    let upk = Call.current.upk
    let found = try await desk.store.budgets(upk.id)
    return .with { $0.budgets = found.map { Bergulir_V1_Budget($0, in: upk.code) } }
  }

  func getRealisation(
    request: Bergulir_V1_GetRealisationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Realisation {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let movements = MovementsKey(upk: upk.id, upTo: day)
    let facts = try await desk.store.facts(asOf: day) {
      $0.budgetsOf.insert(upk.id)
      $0.accountsOf.insert(upk.id)
      $0.movements.insert(movements)
    }
    let trial = TrialBalance(asOf: day, movements: facts.movements[movements] ?? [])
    let budget = (facts.budgets[upk.id] ?? []).inForce(year: day.year, on: day)
    return Bergulir_V1_Realisation(
      BudgetRealisation(budget, trial: trial, chart: facts.accounts[upk.id] ?? []),
      use: FundUse(trial), trial: trial, in: upk.code)
  }
}
